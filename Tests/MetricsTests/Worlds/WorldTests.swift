import Testing

@testable import Metrics

/// Incomplete worlds, each held against an oracle that knows the rules and not the board.
struct WorldTests {
  private static let hundreds = 20

  @Test(arguments: 0..<hundreds)
  func `the board and the oracle agree on a hundred worlds`(hundred: Int) throws {
    for number in hundred * 100..<(hundred + 1) * 100 {
      let world = World(number: number)
      let system = HealthSystem(code: "SYS", name: "System", organisations: world.organisations)
      let board = Board(system, [Given.file(world.observations)])
      for month in 0..<World.months {
        guard let expected = Oracle(world: world).answer(month) else { continue }
        let seen = seen(board, world, month)
        #expect(seen == expected, "world \(number), \(world.metric), month \(month): \(world.members)")
        guard seen == expected else { return }
      }
    }
  }

  /// What the board says of a month, in the oracle's words.
  private func seen(_ board: Board, _ world: World, _ month: Int) -> Oracle.Answer {
    let period = Period.month(World.month(month))
    var answer = Oracle.Answer()
    guard let figure = board.figure(Series.Key(world.metric, "SYS"), in: period) else { return answer }
    if case .count(let count) = figure.measurement { answer.top = count.halves / 2 }
    if let numerator = figure.measurement.numerator { answer.top = numerator.roundedDown }
    answer.bottom = figure.measurement.denominator?.roundedDown
    if case .count = figure.measurement { answer.bottom = bottomOfCounts(world, month) }
    answer.returned = figure.coverage?.returned ?? 0
    answer.expected = figure.coverage?.expected ?? 0
    answer.isMet = figure.isMet
    answer.hasVariance = figure.variance != nil
    answer.note = figure.origin.gaps
    answer.missing = board.exceptions(of: "SYS", ViewSettings(period: period))
      .filter { !$0.absence.isEmpty && $0.figure.metric == world.metric }.map(\.organisation.code.text).sorted()
    return answer
  }

  /// A count has nothing below the line: what the oracle carries along stands there.
  private func bottomOfCounts(_ world: World, _ month: Int) -> Int {
    world.members.filter { $0.exists(month) && !($0.isQuarterly && month < 3) && $0.forms[month] == .counts }
      .reduce(0) { $0 + $1.counts(month).of }
  }

  @Test func `the worlds hold every kind of return, and sums that are whole and that are not`() {
    var forms: Set<World.Form> = []
    var (whole, partial) = (0, 0)
    for number in 0..<WorldTests.hundreds * 100 {
      let world = World(number: number)
      forms.formUnion(world.members.flatMap(\.forms))
      for month in 0..<World.months {
        guard let answer = Oracle(world: world).answer(month) else { continue }
        if answer.returned == answer.expected { whole += 1 } else { partial += 1 }
      }
    }
    #expect(forms.count == World.Form.allCases.count)
    #expect(whole > 1000 && partial > 1000)
  }
}

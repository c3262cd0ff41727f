import Statistics
import Testing

@testable import Metrics

/// A board that is given what it had worked out before says exactly what it said then.
@Suite struct BoardWorkingsTests {
  /// Workings as they come back from a file.
  private func stored(_ workings: BoardWorkings) throws -> BoardWorkings {
    var writer = StoredWriter()
    workings.write(to: &writer)
    return try writer.bytes.withUnsafeBytes { bytes in
      var reader = StoredReader(bytes)
      let workings = try reader.value(BoardWorkings.self)
      #expect(reader.isAtEnd)
      return workings
    }
  }

  private struct Answers: Equatable {
    var attention: [Period: [Exception]] = [:]
    var series: [Series] = []
    var problems: [Problem] = []
  }

  private func answers(_ board: Board, _ metric: MetricID) -> Answers {
    var answers = Answers()
    for month in 0..<World.months {
      let period = Period.month(World.month(month))
      answers.attention[period] = board.exceptions(of: "SYS", ViewSettings(period: period))
    }
    for code in ["SYS"] + board.tree.descendants(of: "SYS").map(\.code) {
      for grain in [Period.Grain.day, .month, .quarter, .year] {
        answers.series.append(board.series(Series.Key(metric, code), grain: grain))
      }
    }
    answers.problems = board.problems
    return answers
  }

  @Test(arguments: 0..<20)
  func `boards of incomplete returns say the same again`(hundred: Int) throws {
    for number in hundred * 100..<hundred * 100 + 20 {
      let world = World(number: number)
      let system = HealthSystem(code: "SYS", name: "System", organisations: world.organisations)
      let files = [Given.file(world.observations)]
      let first = Board(system, files)
      let wanted = answers(first, world.metric)
      let again = Board(system, files, known: try stored(first.workings))
      #expect(answers(again, world.metric) == wanted, "world \(number)")
    }
  }

  /// Months of a national return in a file each: every trust, whole and in two parts, in an order that changes.
  private func months(_ count: Int, skipping skipped: Int? = nil) -> [Contribution] {
    (0..<count).map { number in
      var observations: [Observation] = []
      for trust in 0..<40 where trust != skipped || number != 3 {
        let code = OrganisationCode("R\((trust * 7 + number) % 40 + 100)")
        let within = 400 + (trust * 31 + number * 17) % 500
        for part in [nil, BreakdownItem("department", "1"), BreakdownItem("department", "2")] {
          observations.append(
            Observation(
              .fourHour, of: code, in: .month(World.month(number)), part: part,
              .share(within: Count(within + (part == nil ? 0 : 1)), of: Count(1000)), rows: RowSpan(line: trust + 2)))
        }
      }
      return Contribution(
        file: SourceFile(name: "\(number).csv"), layout: "test", observations: Observations(observations),
        organisations: observations.map { Organisation(code: $0.organisation, role: .provider) })
    }
  }

  private func everything(_ board: Board) -> [Series] {
    board.store.table.ids.map { board.series(board.store.key($0)) }
  }

  @Test func `figures keep the numbers of their series, and what is numbered differently is numbered anew`() throws {
    let files = months(12)
    let board = Board(.everything, files)
    let numbering = try #require(board.store.numbering(from: 100))
    var workings = BoardWorkings()
    workings.numbering = numbering
    let known = try stored(workings)
    #expect(
      known.numbering.map { Array($0.series) } == Array(numbering.series) && known.numbering?.ids == numbering.ids)
    let again = Board(.everything, files, known: known)
    #expect(everything(again) == everything(board))
    #expect(again.store.numbering(from: 100).map { Array($0.series) } == Array(numbering.series))
    // A trust fewer in one month; another order of the files; one file less.
    for other in [months(12, skipping: 5), files.reversed(), Array(files.dropLast())] {
      let wanted = Board(.everything, other)
      #expect(everything(Board(.everything, other, known: known)).sorted() == everything(wanted).sorted())
    }
  }

  @Test func `numbers that no series has are not followed`() throws {
    let files = months(6)
    let board = Board(.everything, files)
    let numbering = try #require(board.store.numbering(from: 100))
    var series = Array(numbering.series)
    series[5] = Int32(numbering.ids.count)
    var ids = numbering.ids
    ids[3].organisation = 4000
    for damaged in [
      SeriesNumbering(
        names: numbering.names, ids: numbering.ids, grains: numbering.grains, series: PackedNumbers(series)),
      SeriesNumbering(names: numbering.names, ids: ids, grains: numbering.grains, series: numbering.series),
      SeriesNumbering(names: numbering.names, ids: numbering.ids, grains: [], series: numbering.series),
    ] {
      var workings = BoardWorkings()
      workings.numbering = damaged
      #expect(everything(Board(.everything, files, known: workings)) == everything(board))
    }
  }

  @Test func `the numbers of files that give the same figure are not kept: one of the figures is not used`() {
    let files = months(6)
    #expect(Board(.everything, files + [files[2]]).store.numbering(from: 100) == nil)
    #expect(Board(.everything, files).store.numbering(from: 100_000) == nil)
  }

  @Test func `what is known is not worked out: another list is shown where another list is given`() {
    let observations =
      SmallBoard.months([940, 930, 920, 910, 900, 890], code: "RZ1")
      + SmallBoard.months([940, 930, 920, 910, 900, 890], code: "RZ2")
    let board = SmallBoard.board(observations)
    let settings = ViewSettings()
    let found = board.exceptions(of: "QZ9", settings)
    #expect(found.count == 2)
    var workings = board.workings
    let view = BoardWorkings.View(scope: "QZ9", settings: settings)
    workings.attention[view]?.removeLast()
    let again = Board(board.healthSystem, board.contributions, known: workings)
    #expect(again.exceptions(of: "QZ9", settings) == [found[0]])
    // An item without a figure on this board: the list is of another board, and is worked out.
    let other = SmallBoard.board(Array(observations.prefix(6)))
    #expect(
      Board(other.healthSystem, other.contributions, known: board.workings).exceptions(of: "QZ9", settings).count == 1)
  }

  @Test func `a history that is added to a board adds to its list`() {
    let observations = SmallBoard.months([940, 930, 920, 910, 900, 890], code: "RZ1")
    var board = SmallBoard.board(observations)
    _ = board.exceptions(of: "QZ9", ViewSettings())
    let key = BoardHistory.FigureKey(.fourHour, "RZ1", nil, SmallBoard.period(2015, 9))
    let earlier = Measurement.share(within: Count(700), of: Count(1000))
    let now = Measurement.share(within: Count(890), of: Count(1000))
    func seen(_ day: Int32) -> Moment { Moment(day: Day(number: day)) }
    board.history = BoardHistory(
      versions: [key: [.init(earlier, seen: seen(17_000)), .init(now, seen: seen(17_001))]])
    var fresh = SmallBoard.board(observations)
    fresh.history = board.history
    let found = board.exceptions(of: "QZ9", ViewSettings())
    #expect(found == fresh.exceptions(of: "QZ9", ViewSettings()) && !found.isEmpty)
  }
}

extension [Series] {
  /// In the order of their names: files in another order number them differently.
  fileprivate func sorted() -> [String] { map { "\($0)" }.sorted() }
}

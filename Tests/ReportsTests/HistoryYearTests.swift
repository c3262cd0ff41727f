import Glibc
import History
import Metrics
import Testing

@testable import Reports

/// A year of mornings: a daily file that is overwritten each time, a monthly one that is restated, and a history of both.
@Suite struct HistoryYearTests {
  private static let first = Day(year: 2025, month: 12, day: 1)!
  private static let mornings = 365

  private let system = HealthSystem(
    code: "TST", name: "Testland",
    organisations: [
      Organisation(code: "RDD", name: "Alpha", role: .provider, parent: "TST"),
      Organisation(code: "RDE", name: "Beta", role: .provider, parent: "TST"),
    ])

  /// What a trust's day looked like: every 37th is returned a second time, the morning after, with another number.
  private static func within(_ organisation: Int, _ day: Int, isRestated: Bool = false) -> Int {
    280 + (day * 7 + organisation * 13) % 60 + (isRestated ? 5 : 0)
  }

  private static func isRestated(_ day: Int) -> Bool { day % 37 == 5 }

  private static func figure(_ organisation: Int, _ day: Int, _ line: Int, isRestated: Bool = false) -> Observation {
    Observation(
      "ae.four-hour", of: organisation == 0 ? "RDD" : "RDE", in: .day(first.advanced(by: day)),
      .share(within: Count(within(organisation, day, isRestated: isRestated)), of: Count(360)),
      rows: RowSpan(line: line))
  }

  /// The daily file of a morning: yesterday, and the day before where it was put right.
  private static func daily(_ morning: Int) -> Contribution {
    var figures = (0..<2).map { figure($0, morning, $0 + 2) }
    if morning > 0, isRestated(morning - 1) { figures.append(figure(0, morning - 1, 4, isRestated: true)) }
    return Contribution(
      file: SourceFile(name: "daily.csv", modified: morning), layout: "figures", isLocal: true, rowsRead: figures.count,
      observations: Observations(figures))
  }

  /// The monthly file of a morning: the last twelve months, of which one is put right each quarter.
  private static func monthly(_ morning: Int) -> Contribution {
    let month = first.advanced(by: morning).month
    let figures = (1...12).flatMap { back in
      ["RDD", "RDE"].enumerated().map { number, code in
        let index = Int(month.index) - back
        let correction = index % 3 == 0 && back > 2 && number == 0 ? 4 : 0
        return Observation(
          "rtt.incomplete", of: OrganisationCode(code), in: .month(month.advanced(by: -back)),
          .share(within: Count(900 + index % 50 + correction), of: Count(1000)),
          rows: RowSpan(line: (index - 24_000) * 2 + number))
      }
    }
    return Contribution(
      file: SourceFile(name: "rtt.csv", modified: Int(month.index)), layout: "RTT", observations: Observations(figures),
      problems: [Problem(.warning, file: "rtt.csv", line: 3, "morning \(month.index)")])
  }

  private func listing(_ board: Board, allPeriods: Bool, on day: Day) -> String {
    let view = ViewSettings(grain: .day)
    let text = FigureListing(board, allPeriods: allPeriods, viewSettings: view).text(asAt: day)
    // The first line says of which time it is.
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
  }

  @Test func `every morning of a year is printed afterwards as it was then, and every day is on the chart`() throws {
    var template = Array("/tmp/sitrep-year-XXXXXX".utf8CString)
    let folder = String(cString: mkdtemp(&template))
    let store = HistoryStore(path: "\(folder)/history.sqlite")
    defer {
      unlink(store.path)
      rmdir(folder)
    }
    var said: [String] = []
    var last: Board?
    for morning in 0..<Self.mornings {
      let day = Self.first.advanced(by: morning + 1)
      let now = Moment(day: day, second: 7 * 3600)
      let files = [Self.daily(morning), Self.monthly(morning)]
      _ = try store.record(files, own: ["TST", "RDD", "RDE"], at: now)
      let board = try store.recall(beside: files, at: now).board(of: system, beside: files, readOn: day)
      said.append(listing(board, allPeriods: morning % 30 == 0, on: day))
      last = board
    }
    for morning in 0..<Self.mornings {
      let day = Self.first.advanced(by: morning + 1)
      let board = try store.recall(asOf: Moment(day: day, second: 86_399)).board(of: system, readOn: day)
      #expect(listing(board, allPeriods: morning % 30 == 0, on: day) == said[morning], "morning \(morning)")
    }
    try check(try #require(last))
  }

  /// Every day's figure is there as it was last returned; all but the latest say that they are from the history.
  private func check(_ board: Board) throws {
    for (number, code) in ["RDD", "RDE"].enumerated() {
      let key = Series.Key("ae.four-hour", OrganisationCode(code))
      let figures = board.figures(key, grain: .day)
      #expect(figures.count == Self.mornings)
      for day in 0..<Self.mornings {
        let isRestated = number == 0 && Self.isRestated(day)
        let figure = try #require(board.figure(key, in: .day(Self.first.advanced(by: day))))
        #expect(
          figure.measurement
            == .share(within: Count(Self.within(number, day, isRestated: isRestated)), of: Count(360)))
        let isInFile = day == Self.mornings - 1 || isRestated && day == Self.mornings - 2
        #expect(figure.isRecalled == !isInFile)
        #expect(figure.caveat.contains("the file no longer has it") == !isInFile)
        #expect(figure.isRestated == isRestated)
        #expect(figure.caveat.contains("first published as \(Self.within(number, day)) of 360") == isRestated)
      }
      let slots = board.charted(key, upTo: nil, grain: .day, choice: .standard).slots
      #expect(slots.allSatisfy { $0.value != nil } && slots.count >= 30)
    }
    let sums = board.figures(Series.Key("ae.four-hour", "TST"), grain: .day)
    #expect(sums.count == Self.mornings)
    #expect(sums.filter(\.isRestated).count == (0..<Self.mornings).count(where: Self.isRestated))
    #expect(sums.dropLast(2).allSatisfy(\.isRecalled) && sums.last?.isRecalled == false)
  }
}

import Metrics
import Testing

@testable import History

struct HistoryStoreTests {
  private let scratch = Scratch()
  private var store: HistoryStore { scratch.store }

  @discardableResult
  private func record(_ moment: String, _ contributions: Contribution...) throws -> HistoryStore.Receipt {
    try store.record(contributions, own: nil, at: at(moment))
  }

  @Test func `what was recorded is read as it was`() throws {
    let all: [Measurement] = [
      .count(Count(halves: 215)), .share(within: Count(311), of: Count(352)), .rate(Decimal(9046, places: 2)),
      .count(Count(parts: 1_969_538_462)), .share(within: Count(parts: 1_859_978), of: Count(20)),
      .mean(total: 12_345_678_901, of: 7), .mean(total: 90, of: 4, published: Decimal(225, places: 1)),
      .money(Money(pounds: -9_400_000, precision: 100_000)), .suppressed, .notReturned,
    ]
    let first = Period("2025-04")!.firstDay!.month
    let figures = all.enumerated().map { number, measurement in
      Observation(
        "local.x", of: "RDD", in: .month(first.advanced(by: number)),
        part: number % 2 == 0 ? nil : BreakdownItem("ward", "Ward \(number) 'é'"), measurement,
        rows: RowSpan(line: number + 2, rows: 3))
    }
    let known = daily(figures)
    try record("2026-11-27T07:00", known)
    let recall = try store.recall(asOf: at("2026-11-27T07:00"))
    #expect(recall.contributions.map(\.observations) == [known.observations])
    #expect(recall.contributions.map(\.file) == [known.file])
    #expect(recall.problems.isEmpty)
  }

  @Test func `every period is read as it was`() {
    let day = Day(year: 2026, month: 11, day: 26)!
    let periods: [Period] =
      [
        .day(day), .week(day.week), .month(day.month), .yearToDate(day.month), .year(day.month.nhsYear), .undated,
      ] + (1...4).map { .quarter(Quarter(year: day.month.nhsYear, number: $0)!) }
    for period in periods { #expect(PeriodColumns(period).period == period) }
    #expect(PeriodColumns(grain: 1, number: Int(day.number)).period == nil)
    #expect(PeriodColumns(grain: 9, number: 1).period == nil)
  }

  @Test func `a row is written only where a value is another`() throws {
    #expect(try record("2026-11-26T07:00", returned(("RDD", "2026-11-25", 311, 352))).figures == 1)
    #expect(try record("2026-11-26T08:00", returned(("RDD", "2026-11-25", 311, 352))).figures == 0)
    #expect(try record("2026-11-26T09:00", returned(("RDD", "2026-11-25", 312, 352))).figures == 1)
    #expect(
      try record("2026-11-26T10:00", returned(("RDE", "2026-11-25", 1, 2), ("RDD", "2026-11-25", 312, 352))).figures
        == 1)
  }

  @Test func `a board is known as it was at each moment`() throws {
    try record("2026-11-26T07:00", returned(("RDD", "2026-11-25", 311, 352)))
    try record("2026-11-27T07:00", returned(("RDD", "2026-11-26", 300, 350)))
    try record("2026-11-28T07:00", returned(("RDD", "2026-11-26", 305, 350)))
    func lines(_ moment: String) throws -> [String] { try store.recall(asOf: at(moment)).lines }
    #expect(try lines("2026-11-26T23:59") == ["daily.csv: RDD ae.four-hour 2026-11-25 311 of 352"])
    #expect(
      try lines("2026-11-27T07:00") == [
        "daily.csv: RDD ae.four-hour 2026-11-26 300 of 350",
        "history of daily.csv: RDD ae.four-hour 2026-11-25 311 of 352, 26 Nov 07:00, line 2",
      ])
    #expect(try lines("2026-11-28T09:00").first == "daily.csv: RDD ae.four-hour 2026-11-26 305 of 350")
    #expect(throws: HistoryFault.tooEarly(at("2026-11-26T07:00"))) { try lines("2026-11-25T09:00") }
  }

  @Test func `a figure that its file has left behind comes from the history`() throws {
    try record("2026-11-26T07:00", returned(("RDD", "2026-11-25", 311, 352)))
    let now = returned(("RDD", "2026-11-26", 300, 350))
    #expect(try record("2026-11-27T07:00", now).gone == 1)
    let recall = try store.recall(beside: [now], at: at("2026-11-27T07:00"))
    #expect(recall.lines == ["history of daily.csv: RDD ae.four-hour 2026-11-25 311 of 352, 26 Nov 07:00, line 2"])
    #expect(recall.contributions.map(\.isLocal) == [true])
    #expect(recall.problems.isEmpty)
  }

  @Test func `a figure that its file has withdrawn is not shown, and that is said for a week`() throws {
    let wrong = returned(("RDD", "2026-11-25", 311, 352), ("RDD", "2027-11-25", 1, 2), ("RDE", "2026-11-25", 5, 6))
    let right = returned(("RDD", "2026-11-25", 311, 352))
    try record("2026-11-26T07:00", wrong)
    try record("2026-11-27T07:00", right)
    let recall = try store.recall(beside: [right], at: at("2026-11-27T07:00"))
    #expect(recall.lines.isEmpty)
    #expect(
      recall.problems.map(\.text) == [
        "daily.csv: warning: the file no longer has 2 figures for periods that it still covers, first RDD ae.four-hour 25 Nov 2027: "
          + "1 of 2, returned on 26 Nov; they are not shown\n"
          + "  fix: look at the file; sitrep print --as-of 2026-11-26 prints what it had"
      ])
    #expect(try store.recall(beside: [right], at: at("2026-12-05T07:00")).problems.isEmpty)
  }

  @Test func `a figure that another file has is not taken from the history`() throws {
    try record("2026-11-26T07:00", returned(("RDD", "2026-11-25", 311, 352), in: "a.csv"))
    let moved = returned(("RDD", "2026-11-25", 312, 352), in: "b.csv")
    try record("2026-11-27T07:00", moved)
    #expect(try store.recall(beside: [moved], at: at("2026-11-27T07:00")).lines.isEmpty)
  }

  @Test func `of two files that are gone the later counts`() throws {
    try record("2026-11-26T07:00", returned(("RDD", "2026-11-25", 311, 352), in: "thu.csv"))
    try record("2026-11-27T07:00", returned(("RDD", "2026-11-25", 312, 352), in: "fri.csv"))
    try record("2026-11-28T07:00")
    #expect(
      try store.recall(beside: [], at: at("2026-11-28T07:00")).lines == [
        "history of fri.csv: RDD ae.four-hour 2026-11-25 312 of 352, 27 Nov 07:00, line 2"
      ])
  }

  @Test func `a figure that comes back is its file's again`() throws {
    let figure = returned(("RDD", "2026-11-25", 311, 352))
    try record("2026-11-26T07:00", figure)
    try record("2026-11-27T07:00")
    #expect(try store.recall(beside: [], at: at("2026-11-27T07:00")).lines.count == 1)
    try record("2026-11-28T07:00", figure)
    #expect(try store.recall(beside: [figure], at: at("2026-11-28T07:00")).lines.isEmpty)
    #expect(try store.recall(asOf: at("2026-11-27T08:00")).lines.map { $0.hasPrefix("history of") } == [true])
  }

  @Test func `files that are still being read are not taken for gone`() throws {
    try record(
      "2026-11-26T07:00", returned(("RDD", "2026-11-25", 1, 2), in: "a.csv"),
      returned(("RDD", "2026-11-26", 1, 2), in: "b.csv"))
    _ = try store.record(
      [returned(("RDD", "2026-11-25", 1, 2), in: "a.csv")], own: nil, at: at("2026-11-27T07:00"), isWhole: false)
    #expect(try store.recall(beside: [], at: at("2026-11-27T07:00")).lines.isEmpty)
  }

  @Test func `of published files only the system's own organisations are kept, and England`() throws {
    let file = Contribution(
      file: SourceFile(name: "national.csv"), layout: "A&E monthly",
      observations: Observations(
        ["RDD", "RXX", "ENG"].map {
          Observation(
            "ae.four-hour", of: OrganisationCode($0), in: Period("2026-10")!, .count(Count(1)), rows: RowSpan(line: 2))
        }))
    _ = try store.record([file], own: ["RDD"], at: at("2026-11-27T07:00"))
    #expect(
      try store.recall(asOf: at("2026-11-27T07:00")).lines == [
        "national.csv: RDD ae.four-hour 2026-10 1", "national.csv: ENG ae.four-hour 2026-10 1",
      ])
  }

  @Test func `the versions of a figure that was restated are in the order in which they became known`() throws {
    for (day, within) in [(26, 311), (27, 312), (28, 310)] {
      try record("2026-11-\(day)T07:00", returned(("RDD", "2026-11-25", within, 352), ("RDE", "2026-11-25", 9, 10)))
    }
    let history = try store.recall(beside: [], at: at("2026-11-28T07:00")).history
    let key = BoardHistory.FigureKey("ae.four-hour", "RDD", nil, Period("2026-11-25")!)
    #expect(history.versions.keys.map(\.self) == [key])
    #expect(history.versions[key]?.map(\.measurement.text) == ["311 of 352", "312 of 352", "310 of 352"])
    #expect(history.versions[key]?.map(\.seen.title) == ["26 Nov 07:00", "27 Nov 07:00", "28 Nov 07:00"])
    #expect(try store.recall(asOf: at("2026-11-26T09:00")).history.versions.isEmpty)
  }

  @Test func `what a file says beside its figures is kept too`() throws {
    let month = Period("2026-10")!.firstDay!.month
    var file = Contribution(
      file: SourceFile(name: "money.csv", modified: 7), layout: "finance", isLocal: true, rowsRead: 3, rowsSkipped: 1,
      organisations: [Organisation(code: "RDD", role: .provider)],
      waitingLists: [WaitingList(organisation: "RDD", period: .month(month), bands: [1, 2, 3])],
      finance: FinanceRecords(positions: [
        FinancePosition(
          organisation: "RDD", month: month, basis: .unstated, actualToDate: Money(pounds: -5, precision: 1),
          rows: RowSpan(line: 2))
      ]), documents: [2: "Board paper 7"])
    file.problems = [Problem(.warning, file: "money.csv", line: 3, "\"x\" is no amount")]
    try record("2026-11-26T07:00", file)
    let kept = try #require(try store.recall(asOf: at("2026-11-26T07:00")).contributions.first)
    #expect(kept.finance == file.finance)
    #expect(kept.waitingLists == file.waitingLists)
    #expect(kept.problems == file.problems)
    #expect(kept.organisations == file.organisations)
    #expect(kept.documents == file.documents)
    #expect(kept.rowsSkipped == 1)
  }

  /// What a file said beside its figures, as the first version that kept a history wrote it. Histories hold these bytes for
  /// years: where this fails, the new form needs a number of its own, and this one must still be read.
  @Test func `the surroundings that the first version wrote are still read`() throws {
    func bytes(_ text: String) -> [UInt8] { text.split(separator: " ").compactMap { UInt8($0, radix: 16) } }
    let organisations = "1 2 6 52 44 44 6 52 44 44 6 52 44 44 10 70 72 6f 76 69 64 65 72 0 0 0 0 2 0 0 0 0 "
    let rest =
      "1 12 6d 6f 6e 65 79 2e 63 73 76 e 0 e 66 69 6e 61 6e 63 65 2 a 55 54 46 2d 38 6 2 0 0 0 0 0 0 0 8 0 0 0 0 "
      + "0 0 8 0 0 0 0 0 0 8 0 0 0 0 0 0 8 0 0 0 0 0 0 8 0 0 0 0 0 0 8 0 0 0 0 0 0 8 0 0 0 0 0 0 8 0 0 0 0 0 0 8 0 "
      + "0 0 0 0 0 2 6 52 44 44 4 82 fc 2 6 2 4 6 2 6 52 44 44 82 fc 2 0 0 0 2 9 2 0 0 0 4 2 0 0 0 0 0 0 2 4 1a 42 "
      + "6f 61 72 64 20 70 61 70 65 72 20 37 2 e 77 61 72 6e 69 6e 67 12 6d 6f 6e 65 79 2e 63 73 76 2 6 0 0 0 20 "
      + "22 78 22 20 69 73 20 6e 6f 20 61 6d 6f 75 6e 74 0 0 0 "
    let recorded = (bytes(organisations), bytes(rest))
    let read = try #require(Surroundings(organisations: recorded.0, rest: recorded.1).contribution([]))
    #expect(read.file == SourceFile(name: "money.csv", modified: 7))
    #expect(read.finance.positions.map(\.actualToDate) == [Money(pounds: -5, precision: 1)])
    #expect(read.problems.map(\.text) == ["money.csv:3: warning: \"x\" is no amount"])
    #expect(read.organisations.map(\.code) == ["RDD"])
    let again = Surroundings(of: read)
    #expect(again.organisations == recorded.0 && again.rest == recorded.1)
    #expect(Surroundings(organisations: [2] + Array(recorded.0.dropFirst()), rest: recorded.1).contribution([]) == nil)
    #expect(Surroundings(organisations: recorded.0, rest: Array(recorded.1.dropLast())).contribution([]) == nil)
  }

  @Test func `each system and each choice of folders has a file of its own`() {
    let name = HistoryStore.fileName(system: "QHG", paths: ["/srv/a", "/srv/b"])
    #expect(name == HistoryStore.fileName(system: "QHG", paths: ["/srv/b", "/srv/a"]))
    #expect(name.hasPrefix("history-qhg-") && name.hasSuffix(".sqlite") && !name.contains("/"))
    #expect(name != HistoryStore.fileName(system: "QHG", paths: ["/srv/a"]))
    #expect(name != HistoryStore.fileName(system: "QWU", paths: ["/srv/a", "/srv/b"]))
    #expect(!HistoryStore.fileName(system: "../x", paths: []).contains("." + "."))
  }
}

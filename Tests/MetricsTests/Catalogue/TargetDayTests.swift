import Metrics
import Testing

/// Every row of the table of targets in `docs/metrics.md`, on the day before it binds, and on the first and the last day.
@Suite struct TargetDayTests {
  /// A target as the table has it.
  struct Row: Sendable, CustomTestStringConvertible {
    let metric: MetricID
    /// For whom: England, a trust, a system.
    let who: OrganisationCode
    let choice: TargetTable.Choice
    let value: String
    let first: String
    let last: String
    /// What is in force the day before: a value, with `to come` where it does not bind yet; empty for nothing.
    let before: String
    var isUnconfirmed = false

    var testDescription: String { "\(metric) \(who) \(value) from \(first)" }
  }

  private static func standard(
    _ metric: MetricID, _ value: String, _ first: String, _ last: String, before: String, isUnconfirmed: Bool = false
  ) -> Row {
    Row(
      metric: metric, who: trust, choice: .standard, value: value, first: first, last: last, before: before,
      isUnconfirmed: isUnconfirmed)
  }

  private static func interim(
    _ metric: MetricID, _ who: OrganisationCode, _ value: String, _ first: String, _ last: String, before: String,
    isUnconfirmed: Bool = false
  ) -> Row {
    Row(
      metric: metric, who: who, choice: .interim, value: value, first: first, last: last, before: before,
      isUnconfirmed: isUnconfirmed)
  }

  private static let trust: OrganisationCode = "RZ1"
  private static let system: OrganisationCode = "SYS"
  private static let england = OrganisationCode.england

  static let rows: [Row] = [
    standard(.fourHour, "98", "2004-04-01", "2010-05-31", before: "98", isUnconfirmed: true),
    standard(.fourHour, "95", "2010-06-01", "2026-11-28", before: "98"),
    standard(.incomplete, "92", "2012-04-01", "2013-03-31", before: "", isUnconfirmed: true),
    standard(.incomplete, "92", "2013-04-01", "2026-11-28", before: "92"),
    standard(.cancer28Day, "75", "2021-04-01", "2021-09-30", before: "", isUnconfirmed: true),
    standard(.cancer28Day, "75", "2021-10-01", "2026-03-31", before: "75"),
    standard(.cancer28Day, "80", "2026-04-01", "2026-11-28", before: "75"),
    standard(.twelveHour, "0", "2021-04-01", "2022-03-31", before: "0", isUnconfirmed: true),
    standard(.category2, "1,080", "2017-08-01", "2026-11-28", before: ""),
    interim(.fourHour, england, "90", "2017-09-01", "2017-09-30", before: "90 to come", isUnconfirmed: true),
    interim(.fourHour, england, "90", "2018-09-01", "2018-09-30", before: "90 to come", isUnconfirmed: true),
    interim(.fourHour, england, "76", "2024-03-01", "2024-03-31", before: "76 to come"),
    interim(.fourHour, system, "76", "2024-03-01", "2024-03-31", before: "76 to come"),
    interim(.fourHour, trust, "76", "2024-03-01", "2024-03-31", before: "76 to come"),
    interim(.fourHour, trust, "78", "2025-03-01", "2025-03-31", before: "78 to come"),
    interim(.fourHour, system, "78", "2026-03-01", "2026-03-31", before: "78 to come"),
    interim(.fourHour, trust, "82", "2027-03-01", "2027-03-31", before: "82 to come"),
    interim(.fourHour, england, "85", "2028-04-01", "2029-03-31", before: "85 to come"),
    interim(.incomplete, england, "65", "2026-03-01", "2026-03-31", before: "65 to come"),
    interim(.incomplete, trust, "63", "2026-03-01", "2026-03-31", before: "63 to come", isUnconfirmed: true),
    interim(.incomplete, england, "70", "2026-04-01", "2027-03-31", before: "65"),
    interim(.incomplete, trust, "67.5", "2027-03-01", "2027-03-31", before: "67.5 to come", isUnconfirmed: true),
    interim(.incomplete, trust, "92", "2029-03-01", "2029-03-31", before: "92 to come"),
    interim(.incomplete, system, "92", "2029-03-01", "2029-03-31", before: "92 to come"),
    interim(.firstAppointment, england, "72", "2026-03-01", "2026-03-31", before: "72 to come"),
    interim(.firstAppointment, trust, "69", "2026-03-01", "2026-03-31", before: "69 to come", isUnconfirmed: true),
    interim(.cancer62Day, system, "70", "2025-03-01", "2025-03-31", before: "70 to come"),
    interim(.cancer62Day, england, "75", "2026-03-01", "2026-03-31", before: "75 to come"),
    interim(.cancer62Day, trust, "80", "2027-03-01", "2027-03-31", before: "80 to come"),
    interim(.cancer62Day, trust, "85", "2028-04-01", "2029-03-31", before: "85 to come"),
    interim(.cancer31Day, trust, "94", "2027-03-01", "2027-03-31", before: "94 to come"),
    interim(.cancer31Day, trust, "96", "2028-04-01", "2029-03-31", before: "96 to come"),
    interim(.cancer28Day, trust, "77", "2025-03-01", "2025-03-31", before: "77 to come"),
    interim(.cancer28Day, system, "80", "2026-03-01", "2026-03-31", before: "80 to come"),
    interim(.diagnostics, england, "95", "2025-03-01", "2025-03-31", before: "95 to come"),
    interim(.diagnostics, england, "86", "2027-03-01", "2027-03-31", before: "86 to come"),
    interim(.diagnostics, system, "82", "2027-03-01", "2027-03-31", before: "82 to come", isUnconfirmed: true),
    interim(.diagnostics, england, "99", "2028-04-01", "2029-03-31", before: "99 to come"),
    interim(.category2, trust, "1,800", "2023-04-01", "2024-03-31", before: "1,800 to come"),
    interim(.category2, england, "1,800", "2024-04-01", "2025-03-31", before: "1,800"),
    interim(.category2, trust, "1,800", "2025-04-01", "2026-03-31", before: "1,800"),
    interim(.category2, trust, "1,500", "2026-04-01", "2027-03-31", before: "1,800"),
    interim(.category2, england, "1,080", "2029-03-01", "2029-03-31", before: "1,080 to come"),
    interim(.delayedDays, england, "4,000", "2019-04-01", "2020-03-31", before: ""),
  ]

  /// A trust whose figures of November 2024 and March 2026 decide its own targets, in a system, beside England.
  private static let board = Board(
    Given.system([Given.provider(trust, in: system), Given.organisation(england, .nation)]),
    [
      Given.file([
        Given.figure(.incomplete, trust, "2024-11", Given.share(580, 1000)),
        Given.figure(.incomplete, trust, "2026-03", Given.share(605, 1000)),
        Given.figure(.firstAppointment, trust, "2024-11", Given.share(640, 1000)),
        Given.figure(.diagnostics, trust, "2026-03", Given.share(790, 1000)),
      ])
    ])

  private func inForce(_ row: Row, on day: Period) -> Target? {
    Self.board.target(for: Series.Key(row.metric, row.who), in: day, choice: row.choice)
  }

  @Test(arguments: rows) func `a target binds from its first day to its last`(row: Row) {
    let (first, last) = (Given.period(row.first), Given.period(row.last))
    for day in [first, last] {
      let target = inForce(row, on: day)
      #expect(target?.value.text == row.value)
      #expect(target?.binds(day) == true)
      #expect(target?.isUnconfirmed == row.isUnconfirmed)
      #expect(target?.source.isEmpty == false)
    }
    let eve = first.advanced(by: -1)
    let before = inForce(row, on: eve)
    #expect((before.map { $0.value.text + ($0.binds(eve) ? "" : " to come") } ?? "") == row.before)
  }

  @Test(arguments: [
    (MetricID.fourHour, "2024/25", String?.none), (.category2, "2026/27", "1,500"), (.category2, "2023/24", "1,800"),
    (.cancer62Day, "2028/29", "85"),
  ])
  func `the average of a year binds the year, what is to be reached by its March does not`(
    metric: MetricID, year: String, value: String?
  ) {
    let period = Given.period(year)
    let target = Self.board.target(for: Series.Key(metric, Self.trust), in: period, choice: .interim)
    #expect(target.flatMap { $0.binds(period) ? $0.value.text : nil } == value)
  }

  @Test func `England's targets are held against no trust, no system and not against all there is`() {
    let month = Given.period("2026-09")
    for code in [Self.trust, Self.system] {
      let key = Series.Key(MetricID.incomplete, code)
      #expect(Self.board.target(for: key, in: month, choice: .interim)?.value.text != "70")
    }
    func all(_ england: Int?) -> String? {
      let trust = Given.figure(.incomplete, "RZ1", "2026-09", Given.share(700, 1000))
      let stated = england.map { Given.figure(.incomplete, .england, "2026-09", Given.share($0, 1000)) }
      let seen = [Given.provider("RZ1")]
      let board = Board(.everything, [Given.file("a.csv", [trust] + [stated].compactMap { $0 }, organisations: seen)])
      let target = board.target(for: Series.Key(.incomplete, .all), in: month, choice: .interim)
      return target.flatMap { $0.scope == .england ? $0.value.text : nil }
    }
    #expect(all(nil) == nil)
    #expect(all(690) == nil)
    #expect(all(700) == "70")
  }

  @Test(arguments: [("2026-03", "November 2024"), ("2026-09", "March 2026"), ("2027-03", "March 2026")])
  func `without the figure a trust's own target begins with there is none, and the month is named`(
    period: String, missing: String
  ) {
    let board = Board(
      Given.system([Given.provider("RZ1", in: "SYS")]),
      [Given.file([Given.figure(.incomplete, "RZ1", period, Given.share(700, 1000))])])
    let figure = board.shown(.incomplete, "RZ1", period, choice: .interim)
    #expect(figure?.target == nil && figure?.isMet == nil && figure?.variance == nil)
    #expect(figure?.withoutTarget == "no target: its figure of \(missing) is not in the extracts")
    #expect(figure?.caveat.contains(missing) == true)
  }

  @Test func `a target of the system's own goes before every national one`() {
    for scope in [Target.Scope.everyone, .organisation("RZ1")] {
      let own = Target(
        .incomplete, scope: scope, kind: .interim, value: Decimal(71), from: Given.month("2026-04"), source: "own")
      let board = Board(
        Given.system([Given.provider("RZ1", in: "SYS")], targets: [own]),
        [Given.file([Given.figure(.incomplete, "RZ1", "2027-03", Given.share(700, 1000))])])
      #expect(board.shown(.incomplete, "RZ1", "2027-03", choice: .interim)?.target?.source == "own")
    }
  }
}

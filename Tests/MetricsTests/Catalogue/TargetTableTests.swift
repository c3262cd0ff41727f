import Metrics
import Testing

struct TargetTableTests {
  private let trust = Given.provider("RD8")
  private let england = Given.organisation(.england, .nation)

  private func target(
    _ metric: MetricID, _ period: String, _ choice: TargetTable.Choice = .standard, own: [Target] = [],
    of organisation: Organisation? = nil, part: BreakdownItem? = nil, catalogue: MetricCatalogue = .builtIn
  ) -> Target? {
    TargetTable(own: own, catalogue: catalogue).target(
      for: metric, organisation: organisation ?? trust, part: part, in: Given.period(period), choice: choice)
  }

  @Test(arguments: [
    (MetricID.fourHour, "2009-12", String?.some("98")), (.fourHour, "2010-05", "98"), (.fourHour, "2010-06", "95"),
    (.fourHour, "2026-03", "95"),
    (.incomplete, "2018-02", "92"), (.cancer62Day, "2018-02", "85"), (.cancerTwoWeekWait, "2023-09", "93"),
    (.cancerTwoWeekWait, "2023-10", nil), (.cancer31Day, "2018-02", "96"), (.cancer28Day, "2021-03", nil),
    (.cancer28Day, "2021-04", "75"), (.diagnostics, "2018-02", "99"), (.categoryA, "2017-11", "75"),
    (.categoryA, "2017-12", nil),
    (.category1, "2017-08", "420"), (.category2, "2023-04", "1,080"), (.twelveHour, "2018-02", "0"),
    (.delayedDays, "2018-02", nil),
    (.attendances, "2018-02", nil),
  ])
  func `a standard holds for the months it binds`(metric: MetricID, period: String, value: String?) {
    #expect(target(metric, period)?.value.text == value)
  }

  @Test(arguments: [
    (MetricID.fourHour, "95"), (.categoryA, "75"), (.incomplete, "92"), (.cancer62Day, "85"),
    (.cancerTwoWeekWait, "93"),
    (.cancer31Day, "96"), (.cancer28Day, "80"), (.diagnostics, "99"),
  ])
  func `an undated figure is held against the standard, also one that has ended`(metric: MetricID, value: String) {
    #expect(target(metric, "")?.value.text == value)
    #expect(target(metric, "")?.isUnconfirmed == false)
    #expect(target(metric, "", .interim) == nil)
    #expect(target(metric, "", .trajectory) == nil)
  }

  @Test(arguments: [
    ("2022-11", String?.none, false), ("2022-12", "76", false), ("2024-02", "76", false), ("2024-03", "76", false),
    ("2024-04", "78", false),
    ("2025-03", "78", false), ("2025-04", "78", false), ("2026-03", "78", false), ("2026-04", "82", false),
    ("2027-04", nil, false),
  ])
  func `by March binds that March only, and before it is the distance to go`(
    period: String, value: String?, isUnconfirmed: Bool
  ) {
    let found = target(.fourHour, period, .interim)
    #expect(found?.value.text == value)
    #expect((found?.isUnconfirmed ?? false) == isUnconfirmed)
  }

  @Test func `what was set for England binds no trust`() {
    #expect(target(.incomplete, "2026-06", .interim, of: england)?.value.text == "70")
    #expect(target(.incomplete, "2026-06", .interim)?.scope == .everyTrust)
    #expect(target(.incomplete, "2026-03", .interim)?.scope == .everyTrust)
    let all = Organisation(code: .all, role: .system)
    #expect(target(.incomplete, "2026-06", .interim, of: all)?.scope == .everyone)
    #expect(target(.diagnostics, "2027-03", .interim, of: all) == nil)
    #expect(target(.incomplete, "2025-12", .interim, of: england)?.value.text == "65")
  }

  @Test func `a system's own target beats the built-in one, whenever that began`() {
    let own = Target(.fourHour, kind: .standard, value: Decimal(90), source: "system.toml")
    #expect(target(.fourHour, "2018-02", own: [own])?.value.text == "90")
    #expect(target(.fourHour, "", own: [own])?.value.text == "90")
  }

  @Test func `an organisation's own target beats everyone's`() {
    let everyone = Target(.fourHour, kind: .standard, value: Decimal(90), from: Given.month("2017-04"), source: "all")
    let one = Target(.fourHour, scope: .organisation("RD8"), kind: .standard, value: Decimal(91), source: "RD8")
    for own in [[everyone, one], [one, everyone]] {
      #expect(target(.fourHour, "2018-02", own: own)?.value.text == "91")
      #expect(target(.fourHour, "2018-02", own: own, of: Given.provider("RC9"))?.value.text == "90")
    }
  }

  @Test func `a local target stands in only where a metric has no standard`() {
    let own = [
      Target(.fourHour, kind: .local, value: Decimal(80), source: "local"),
      Target(.delayedDays, kind: .local, value: Decimal(1350), from: Given.month("2016-11"), source: "local"),
    ]
    #expect(target(.fourHour, "2018-02", own: own)?.kind == .standard)
    #expect(target(.delayedDays, "2018-02", own: own)?.value.text == "1,350")
    #expect(target(.delayedDays, "2016-10", own: own) == nil)
  }

  @Test func `a trajectory binds its own month and organisation, and nothing else`() {
    let own = [
      Target(
        .fourHour, scope: .organisation("RD8"), kind: .trajectory, value: Given.decimal("92.5"),
        from: Given.month("2017-10"),
        to: Given.month("2017-10"), source: "plan")
    ]
    #expect(target(.fourHour, "2017-10", .trajectory, own: own)?.value.text == "92.5")
    #expect(target(.fourHour, "2017-11", .trajectory, own: own) == nil)
    #expect(target(.fourHour, "2017-10", .trajectory, own: own, of: Given.provider("RC9")) == nil)
    #expect(target(.fourHour, "2017-10", own: own)?.value.text == "95")
    #expect(target(.fourHour, "2017-10", .trajectory, own: own, part: BreakdownItem("department", "1")) == nil)
  }

  @Test func `the parts of a percentage are held against its target, those of a count are not`() {
    #expect(target(.fourHour, "2018-02", part: BreakdownItem("department", "1"))?.value.text == "95")
    let own = [Target(.delayedDays, kind: .local, value: Decimal(1350), source: "local")]
    #expect(target(.delayedDays, "2018-02", own: own, part: BreakdownItem("reason", "O_OTHER")) == nil)
  }

  @Test func `patients of commissioners that are not English are outside the standard`() {
    #expect(target(.incomplete, "2018-02", part: BreakdownItem("commissioner", "NONC")) == nil)
  }

  @Test func `a percentage of a system's own has its target for its parts too`() {
    let metric = Metric("local.share", title: "Local", unit: .percent, direction: .higher, rollUp: .flow)
    let own = [Target("local.share", kind: .local, value: Decimal(50), source: "local")]
    #expect(
      target(
        "local.share", "2018-02", own: own, part: BreakdownItem("ward", "1"),
        catalogue: MetricCatalogue(local: [metric]))?.value.text == "50")
  }

  @Test func `a target for one part is for that part alone`() {
    let part = BreakdownItem("setting", "acute and community")
    let own = [
      Target(.delayedDays, scope: .organisation("RD8"), part: part, kind: .local, value: Decimal(1350), source: "plan")
    ]
    #expect(target(.delayedDays, "2016-06", own: own, part: part)?.value.text == "1,350")
    #expect(target(.delayedDays, "2016-06", own: own, part: BreakdownItem("setting", "acute")) == nil)
    #expect(target(.delayedDays, "2016-06", own: own) == nil)
  }

  @Test func `of two files that set one trajectory the revised one counts`() {
    func trajectory(_ value: String) -> [Target] {
      [Target(.fourHour, scope: .organisation("RD8"), kind: .trajectory, value: Given.decimal(value), source: value)]
    }
    let files = [
      Given.file("a-revised.csv", targets: trajectory("91.0")),
      Given.file("b.csv", modified: 9, targets: trajectory("92.0")),
    ]
    for order in [files, files.reversed()] {
      let board = Board(Given.system([trust]), order)
      #expect(
        board.target(for: Series.Key(.fourHour, "RD8"), in: Given.period("2018-02"), choice: .trajectory)?.source
          == "91.0")
    }
  }

  @Test func `a number for a month is none for a day, a quarter or a year; none at all is for each`() {
    let local = Target(.delayedDays, kind: .local, value: Decimal(2400), source: "plan")
    let board = Board(Given.system([trust], targets: [local]), [])
    func target(_ metric: MetricID, _ period: String) -> String? {
      board.target(for: Series.Key(metric, "RD8"), in: Given.period(period), choice: .standard)?.value.text
    }
    #expect(target(.delayedDays, "2018-02") == "2,400")
    for period in ["2018-02-14", "2018-W07", "2017/18 Q4", "2017/18", ""] {
      #expect(target(.delayedDays, period) == nil)
      #expect(target(.twelveHour, period) == "0")
      #expect(target(.fourHour, period) == "95")
    }
  }
}

import Metrics
import Testing

/// A local target is shown where it is asked for, also beside a national standard.
@Suite struct LocalTargetTests {
  private func table(_ own: [Target]) -> TargetTable { TargetTable(own: own) }

  private func order(_ own: [Target]) -> [TargetTable.Choice] {
    let table = table(own)
    var choices: [TargetTable.Choice] = [.standard]
    while let last = choices.last, table.choice(after: last) != .standard, choices.count < 9 {
      choices.append(table.choice(after: last))
    }
    return choices
  }

  @Test func `t comes to local targets only where one stands beside a standard`() {
    let beside = Target(.fourHour, scope: .organisation("RZ8"), kind: .local, value: Decimal(85), source: "plan")
    let alone = Target(.delayedDays, kind: .local, value: Decimal(700), source: "plan")
    let own = Target("own.nctr", kind: .local, value: Decimal(60), source: "plan")
    #expect(order([]) == [.standard, .interim, .trajectory])
    #expect(order([alone]) == [.standard, .interim, .trajectory])
    #expect(order([own]) == [.standard, .interim, .trajectory])
    #expect(order([beside]) == [.standard, .interim, .trajectory, .local])
    #expect(order([own, alone, beside]) == [.standard, .interim, .trajectory, .local])
    #expect(table([]).choice(after: .local) == .standard)
  }

  @Test(arguments: [
    (MetricID.fourHour, "2018-01", TargetTable.Choice.standard, String?.some("95")),
    (.fourHour, "2018-01", .local, "85"),
    (.delayedDays, "2018-02", .standard, "700"), (.delayedDays, "2018-02", .local, "700"),
    (.delayedDays, "2018-03", .local, "1,000"), (.delayedDays, "2017-12", .local, nil),
    (.incomplete, "2018-01", .local, nil),
  ])
  func `each choice finds its own target, of two that bind the later`(
    metric: MetricID, period: String, choice: TargetTable.Choice, value: String?
  ) {
    func local(_ metric: MetricID, _ value: Int, from: String? = nil) -> Target {
      Target(
        metric, scope: .organisation("RZ8"), kind: .local, value: Decimal(value), from: from.map(Given.month),
        source: "system.toml")
    }
    let own = [
      local(.fourHour, 85), local(.delayedDays, 700, from: "2018-01"), local(.delayedDays, 1000, from: "2018-03"),
    ]
    let found = table(own).target(
      for: metric, organisation: Given.provider("RZ8"), in: Given.period(period), choice: choice)
    #expect(found?.value.text == value)
    #expect(
      table(own).target(for: metric, organisation: Given.provider("RZ9"), in: Given.period(period), choice: .local)
        == nil)
  }
}

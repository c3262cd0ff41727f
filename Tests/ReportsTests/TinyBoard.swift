import Metrics

/// A system of two trusts, of which one made no return in the latest month, and a bridge that closes.
enum TinyBoard {
  static let february = Period("2018-02")!
  static let january = Period("2018-01")!

  static let system = HealthSystem(
    code: "QZ9", name: "Northmere \"fictional\"", shortName: "Northmere",
    organisations: [
      Organisation(code: "RZ1", name: "General \u{1B}[31m", shortName: "General", role: .provider, parent: "QZ9"),
      Organisation(code: "RZ2", name: "Keldholme", role: .provider, parent: "QZ9"),
    ])

  static let board = Board(system, [attendances, money], problems: [problem])

  static let problem = Problem(
    .error, file: "ae.csv", line: 3, column: 21, "\"Attendances\" is \"n/a\"", expected: "a whole number",
    fix: "leave the cell empty", amount: Ratio(5, 2))

  private static let attendances = Contribution(
    file: SourceFile(name: "ae.csv"), layout: "A&E monthly, from August 2020", encoding: "Windows-1252", rowsRead: 5,
    rowsSkipped: 1,
    observations: [
      Observation(.fourHour, of: "RZ1", in: january, share(1, of: 3), rows: RowSpan(line: 2)),
      Observation(.fourHour, of: "RZ2", in: january, share(96, of: 100), rows: RowSpan(line: 3)),
      Observation(.fourHour, of: "RZ1", in: february, share(180, of: 200), rows: RowSpan(line: 4, rows: 2)),
      Observation(
        .fourHour, of: "RZ1", in: february, part: BreakdownItem("department", "1"), share(80, of: 100),
        rows: RowSpan(line: 4)),
    ],
    statedTotals: [
      StatedTotal(title: "Attendances", stated: Ratio(200), summed: Ratio(200), line: 6),
      StatedTotal(title: "Over 4 hours", stated: Ratio(25), summed: Ratio(20), line: 6),
    ])

  private static let money = Contribution(
    file: SourceFile(name: "bridge.csv"), layout: "finance bridge", rowsRead: 2,
    finance: FinanceRecords(
      bridgeSteps: [
        BridgeStep(
          organisation: "RZ1", period: february, order: 1, kind: .opening, title: "Control total",
          amount: Money(pounds: 6_500_000, precision: 100_000), rows: RowSpan(line: 2)),
        BridgeStep(
          organisation: "RZ1", period: february, order: 2, kind: .closing, title: "Outturn",
          amount: Money(pounds: 6_500_000, precision: 100_000), rows: RowSpan(line: 3)),
      ],
      schemes: [
        SavingsScheme(
          organisation: "RZ1", period: february, title: "Agency", plan: Money(pounds: 2_000_000, precision: 100_000),
          delivered: Money(pounds: 1_500_000, precision: 100_000), rows: RowSpan(line: 4))
      ]))

  private static func share(_ within: Int, of: Int) -> Measurement { .share(within: Count(within), of: Count(of)) }
}

import Metrics

/// A made-up system as plans publish one: rates without counts and without dates, beds taken up by delays, measures of its
/// own, and a plan instead of a position. Nothing of it makes a chart, and no percentage of it can be rolled up.
enum Planshire {
  static let system = HealthSystem(
    code: "QP1", name: "Planshire", asAt: Moment("2016-11-22T09:00"),
    organisations: [
      Organisation(code: "east", name: "East Planshire", shortName: "East", role: .place),
      Organisation(code: "RP1", name: "Alder NHS Trust", shortName: "Alder", role: .provider, parent: "east"),
      Organisation(code: "RP2", name: "Birch NHS Trust", shortName: "Birch", role: .provider, parent: "east"),
      Organisation(code: "0P1", name: "NHS Cedar CCG", shortName: "Cedar CCG", role: .commissioner),
    ],
    targets: [
      Target("local.standards", scope: .organisation("QP1"), kind: .standard, value: Decimal(9), source: "plan")
    ],
    metrics: [
      Metric("local.standards", title: "Standards met", unit: .patients, direction: .higher, rollUp: .snapshot),
      Metric("local.cost", title: "Cost of delays", unit: .pounds, direction: .lower, rollUp: .flow),
    ])

  static let board = Board(system, [figures, plan])

  /// The document behind every figure, too long for most places.
  static let document = "Planshire plan, October 2016, page 9; of all residents, wherever they are treated"

  private static let figures: Contribution = {
    let rows: [(MetricID, OrganisationCode, Period, Measurement)] = [
      (.fourHour, "RP1", .undated, .rate(Decimal(912, places: 1))),
      (.fourHour, "RP2", .undated, .rate(Decimal(991, places: 1))),
      (.cancer62Day, "RP1", .undated, .rate(Decimal(804, places: 1))),
      (.cancer62Day, "RP2", .undated, .rate(Decimal(900, places: 1))),
      (.cancer62Day, "0P1", .undated, .rate(Decimal(740, places: 1))),
      (.incomplete, "QP1", .month(Testshire.month(2016, 8)), .rate(Decimal(891, places: 1))),
      (.cancerTwoWeekWait, "RP1", .undated, .rate(Decimal(957, places: 1))),
      (.delayedBeds, "QP1", .undated, .count(Count(150))),
      ("local.standards", "QP1", .month(Testshire.month(2016, 8)), .count(Count(7))),
      ("local.cost", "QP1", .month(Testshire.month(2016, 6)), .money(Money(pounds: 300_000, precision: 1000))),
    ]
    return Contribution(
      file: SourceFile(name: "performance.csv"), layout: "performance", rowsRead: rows.count,
      observations: Observations(
        rows.enumerated().map { line, row in
          Observation(row.0, of: row.1, in: row.2, row.3, rows: RowSpan(line: 2 + line))
        }), documents: Dictionary(uniqueKeysWithValues: rows.indices.map { ($0 + 2, document) }))
  }()

  private static let plan: Contribution = {
    let lines = [
      ("Accumulated deficit of the three CCGs", -845), ("Accumulated deficit of two trusts", -1541),
    ]
    return Contribution(
      file: SourceFile(name: "plan.csv"), layout: "finance plan", rowsRead: lines.count,
      finance: FinanceRecords(
        planLines: lines.enumerated().map { number, line in
          PlanLine(
            organisation: "QP1", year: NHSYear(firstYear: 2016), scenario: "brought forward", line: line.0,
            amount: Money(pounds: line.1 * 100_000, precision: 100_000), rows: RowSpan(line: 2 + number),
            document: "plan")
        }))
  }()
}

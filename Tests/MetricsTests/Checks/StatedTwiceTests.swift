import Testing

@testable import Metrics

/// Figures that a document states twice: with and without funding, as a whole and in parts, per something and in all.
struct StatedTwiceTests {
  private func position(_ basis: FinancePosition.Basis, _ actual: String, _ funding: String? = nil) -> FinancePosition {
    FinancePosition(
      organisation: "RZ1", month: Given.month("2018-03"), basis: basis, actualToDate: Given.millions(actual),
      stfActual: funding.map(Given.millions), rows: RowSpan(line: basis == .includingSTF ? 2 : 3))
  }

  @Test(
    arguments: [
      (
        "(2.9)", "(2.9)", nil, "actual to date of RZ1, Mar 2018 is stated as (2.9m) both including and excluding STF",
        nil
      ),
      ("(2.9)", "(5.4)", "2.5", nil, nil),
      (
        "(2.9)", "(2.9)", "2.5",
        "actual to date of RZ1, Mar 2018 is stated as (2.9m) including STF and (2.9m) excluding it, with 2.5m of STF; £2.5m not reconciled",
        2_500_000
      ),
      (
        "6.0", "1.0", "4.0",
        "actual to date of RZ1, Mar 2018 is stated as 6.0m including STF and 1.0m excluding it, with 4.0m of STF; £1.0m not reconciled",
        1_000_000
      ),
      ("(2.9)", "(5.4)", nil, nil, nil), ("0.0", "0.0", nil, nil, nil),
    ] as [(String, String, String?, String?, Int?)])
  func `amounts with and without funding differ by the funding`(
    with: String, without: String, funding: String?, message: String?, amount: Int?
  ) {
    let records = FinanceRecords(positions: [position(.includingSTF, with, funding), position(.excludingSTF, without)])
    let board = Board(Given.system([Given.provider("RZ1")]), [Given.file("f.csv", finance: records)])
    let found = board.problems.filter { $0.message.contains("actual to date of RZ1") }
    #expect(found.map(\.message) == (message.map { [$0] } ?? []))
    #expect(found.first?.amount == amount.map { Ratio($0) })
  }

  private static let people = Metric(
    "own.people", title: "People", unit: .patients, direction: .neither, rollUp: .snapshot,
    breakdowns: [Metric.Breakdown("tier", title: "By tier")])

  private func parts(_ metric: MetricID, _ breakdown: String, whole: Int, _ parts: [Int], isLocal: Bool = true) -> Board
  {
    let figures =
      [Given.figure(metric, "RZ1", "2018-03", .count(Count(whole)), line: 2)]
      + parts.enumerated().map { place, count in
        Given.figure(
          metric, "RZ1", "2018-03", part: BreakdownItem(breakdown, "\(place)"), .count(Count(count)), line: place + 3)
      }
    return Board(
      Given.system([Given.provider("RZ1")], metrics: [Self.people]), [Given.file("p.csv", isLocal: isLocal, figures)])
  }

  @Test(
    arguments: [
      (528_400, [250_000, 150_000, 75_000, 22_500, 2_500], "5 parts by tier add up to 500,000, 28,400 fewer"),
      (100, [60, 50], "2 parts by tier add up to 110, 10 more"), (100, [60, 40], nil), (100, [60], nil),
    ] as [(Int, [Int], String?)])
  func `parts of a system's own metric come to its whole`(whole: Int, counts: [Int], words: String?) {
    let board = parts("own.people", "tier", whole: whole, counts)
    #expect(
      board.problems.contains { words.map($0.message.contains) ?? $0.message.contains("add up to") } == (words != nil))
  }

  @Test(arguments: [([37, 40], 0), ([600, 500], 1), ([1000], 0)])
  func `of a built-in metric a file may list some parts, but not more than the whole`(counts: [Int], problems: Int) {
    let board = parts(.delayedDays, "reason", whole: 1000, counts)
    #expect(board.problems.count { $0.message.contains("add up to") } == problems)
  }

  private func weighted(_ stated: Int, _ practices: [(Int, Int)], all: Int) -> Board {
    let gps = Metric("own.gps", title: "GPs", unit: .patients, direction: .neither, rollUp: .none, countedThings: "GPs")
    let perGP = Metric("own.per-gp", title: "Patients per GP", unit: .patients, direction: .neither, rollUp: .none) {
      $0.per = "own.gps"
    }
    let codes: [OrganisationCode] = ["RZ1", "RZ2", "RZ3"]
    let figures = zip(codes, practices).flatMap { code, one in
      [
        Given.figure("own.gps", code, "2016-10", .count(Count(one.0))),
        Given.figure("own.per-gp", code, "2016-10", .count(Count(one.1))),
      ]
    }
    let whole = [
      Given.figure("own.gps", "SYS", "2016-10", .count(Count(all))),
      Given.figure("own.per-gp", "SYS", "2016-10", .count(Count(stated)), line: 9),
    ]
    return Board(
      Given.system(codes.prefix(practices.count).map { Given.provider($0) }, metrics: [gps, perGP]),
      [Given.file("gp.csv", isLocal: true, figures + whole)])
  }

  @Test(
    arguments: [
      (2349, [(218, 2077), (82, 2699), (111, 2494)], 411, 14_501), (2000, [(10, 2000), (30, 2000)], 40, nil),
      (1500, [(10, 1000), (10, 3000)], 20, 10_000), (1750, [(30, 1000), (10, 4000)], 40, nil),
    ] as [(Int, [(Int, Int)], Int, Int?)])
  func `a figure per something is weighed by it, and held against the one that is stated`(
    stated: Int, practices: [(Int, Int)], all: Int, apart: Int?
  ) {
    let board = weighted(stated, practices, all: all)
    let sum = practices.reduce(0) { $0 + $1.0 * $1.1 }
    #expect(board.shown("own.per-gp", "SYS", "2016-10")?.value == Ratio(sum, all))
    #expect(board.problems.first { $0.message.contains("in all") }?.amount == apart.map { Ratio($0) })
  }

  @Test(arguments: ["2018-06", "2019-03"]) func `money that is said to be reached in a month to come is left out`(
    month: String
  ) {
    let row = FinancePosition(
      organisation: "RZ1", month: Given.month(month), controlTotal: Given.millions("1.0"),
      actualToDate: Given.millions("9.0"), forecast: Given.millions("2.0"), rows: RowSpan(line: 4))
    let scheme = SavingsScheme(
      organisation: "RZ1", period: Given.period(month), title: "Agency", plan: Given.millions("1.0"),
      delivered: Given.millions("1.0"), rows: RowSpan(line: 5))
    let board = Board(
      Given.system([Given.provider("RZ1")]),
      [Given.file("f.csv", finance: FinanceRecords(positions: [row], schemes: [scheme]))],
      readOn: Given.day("2018-05-20"))
    #expect(board.problems.map(\.line) == [4, 5])
    #expect(board.problems.allSatisfy { $0.message.contains("which has not begun") })
    let figure = board.figure(Series.Key(.controlTotal, "RZ1"), in: Given.period(month))
    #expect(figure?.measurement == .money(Given.millions("2.0")))
    #expect(board.figure(Series.Key(.yearToDate, "RZ1"), in: .yearToDate(Given.month(month)))?.value == nil)
  }

  @Test func `the page has them`() {
    for example in [
      "*Example.* (2.9m) with funding and (2.9m) without it cannot both be right; nor can they with 2.5m of funding: 2.5 not reconciled.",
      "*Example.* Tiers of 250,000, 150,000, 75,000, 22,500 and 2,500 come to 500,000, 28,400 fewer than 528,400.",
      "*Example.* 218 GPs with 2,077 patients each, 82 with 2,699 and 111 with 2,494 have 950,938 patients; 411 with 2,349 would have 965,439, 14,501 more.",
    ] { #expect(MetricsPage.text.contains(example)) }
  }
}

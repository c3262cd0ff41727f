import Metrics
import Testing

/// Bedfordshire, Luton and Milton Keynes, 2016: rates without a period, held against the standards of the time.
struct BedfordshireTests {
  private let board: Board = {
    let organisations = [
      Given.organisation("bedfordshire", .place), Given.organisation("luton", .place),
      Given.organisation("milton-keynes", .place),
      Given.provider("RC1", in: "bedfordshire", to: "2020-03", successor: "RC9"), Given.provider("RC9", in: "luton"),
      Given.provider("RD8", in: "milton-keynes"),
      Given.organisation("06F", .commissioner, in: "bedfordshire"),
      Given.organisation("06P", .commissioner, in: "luton"),
      Given.organisation("04F", .commissioner, in: "milton-keynes"),
    ]
    let figures = rates.flatMap { metric, values in
      values.map { Given.figure(metric, OrganisationCode($0.0), "", Given.rate($0.1)) }
    }
    return Board(
      HealthSystem(code: "QHG", name: "BLMK", organisations: organisations),
      [
        Given.file("performance.csv", figures),
        PublishedMoney(plan: allocations, unit: .thousands).contribution("plan.csv"),
        PublishedMoney(plan: doNothing).contribution("plan-2020.csv"),
      ])
  }()

  @Test func `nothing in it disagrees with itself`() { #expect(board.problems.isEmpty) }

  @Test(arguments: [
    (MetricID.fourHour, OrganisationCode("RC1"), Ratio(-34, 10), false), (.fourHour, "RC9", Ratio(41, 10), true),
    (.fourHour, "RD8", Ratio(-38, 10), false),
    (.categoryA, "06F", Ratio(13, 10), true), (.incomplete, "RD8", Ratio(-32, 10), false),
    (.incomplete, "RC1", Ratio(17, 10), true),
    (.cancer62Day, "RC9", Ratio(5), true), (.cancer62Day, "04F", Ratio(-11), false),
    (.cancerTwoWeekWait, "RC1", Ratio(14, 10), true),
    (.cancer31Day, "RC9", Ratio(4), true), (.cancer31Day, "06P", Ratio(24, 10), true),
  ])
  func `an undated rate has its variance, and neither gap nor roll-up`(
    metric: MetricID, code: OrganisationCode, variance: Ratio, isMet: Bool
  ) {
    let figure = board.shown(metric, code, "")
    #expect(figure?.variance == variance)
    #expect(figure?.isMet == isMet)
    #expect(figure?.gap == nil)
    #expect(board.shown(metric, "QHG", "") == nil)
  }

  @Test func `both trusts that were to merge keep their own undated figures, worst first`() {
    let rankedFigures = board.rankedFigures(.fourHour, below: "QHG", ViewSettings())
    #expect(rankedFigures.map(\.organisation.code) == ["RD8", "RC1", "RC9"])
    #expect(
      rankedFigures.map { $0.figure?.measurement } == [Given.rate("91.2"), Given.rate("91.6"), Given.rate("99.1")])
  }
}

private let rates: [(MetricID, [(String, String)])] = [
  (.fourHour, [("RC1", "91.6"), ("RC9", "99.1"), ("RD8", "91.2")]),
  (.categoryA, [("06F", "76.3"), ("06P", "94.6"), ("04F", "80.6")]),
  (
    .incomplete, [("RC1", "93.7"), ("RC9", "92.9"), ("RD8", "88.8"), ("06F", "91.6"), ("06P", "93.3"), ("04F", "90.2")]
  ),
  (
    .cancer62Day,
    [("RC1", "82.9"), ("RC9", "90.0"), ("RD8", "80.4"), ("06F", "75.9"), ("06P", "85.3"), ("04F", "74.0")]
  ),
  (.cancerTwoWeekWait, [("RC1", "94.4"), ("RC9", "96.1"), ("RD8", "95.7")]),
  (.cancer31Day, [("RC1", "98.7"), ("RC9", "100.0"), ("06P", "98.4")]),
]

private let allocations = """
  QHG | 2015/16 | allocation | CCG allocation | 1,006,288
  QHG | 2015/16 | allocation | Primary medical allocation | 108,470
  QHG | 2015/16 | allocation | Specialised allocation | 213,153
  QHG | 2015/16 | allocation | Total | 1,327,911
  QHG | 2020/21 | allocation | CCG allocation | 1,254,037
  QHG | 2020/21 | allocation | Primary medical allocation | 136,358
  QHG | 2020/21 | allocation | Specialised allocation | 282,361
  QHG | 2020/21 | allocation | Total | 1,672,756
  """

private let doNothing = """
  QHG | 2020/21 | do nothing | NHS | (203)
  QHG | 2020/21 | do nothing | Councils | (108)
  QHG | 2020/21 | do nothing | Total | (311)
  """

import Testing

@testable import Metrics

/// When the sum of every organisation is England's.
struct WholesOfEnglandTests {
  private func file(
    _ name: String, _ figures: [Observation], totals: [(Int, Int)], isLocal: Bool = false
  ) -> Contribution {
    Given.file(
      name, isLocal: isLocal, figures, organisations: [Given.provider("RA"), Given.provider("RB")],
      statedTotals: totals.map { StatedTotal(title: "Attendances", stated: Ratio($0.0), summed: Ratio($0.1), line: 9) })
  }

  private func month(_ month: String, _ codes: [OrganisationCode] = ["RA", "RB"]) -> [Observation] {
    codes.map { Given.figure(.fourHour, $0, month, Given.share(850, 1000)) }
  }

  private func target(_ files: [Contribution], _ period: String = "2017-09") -> Decimal? {
    Board(.everything, files).target(
      for: Series.Key(.fourHour, .all), in: Given.period(period), choice: .interim)?.value
  }

  @Test func `a published file whose rows come to its own totals holds all of England`() {
    #expect(target([file("a.csv", month("2017-09"), totals: [(2000, 2000)])]) == Decimal(90))
  }

  @Test func `one that states no totals, or others than its rows come to, does not`() {
    #expect(target([file("a.csv", month("2017-09"), totals: [])]) == nil)
    #expect(target([file("a.csv", month("2017-09"), totals: [(2000, 2000), (9000, 2000)])]) == nil)
  }

  @Test func `nor does a file of one's own, nor one with others beside it`() {
    #expect(target([file("a.csv", month("2017-09"), totals: [(2000, 2000)], isLocal: true)]) == nil)
    let whole = file("a.csv", month("2017-09"), totals: [(2000, 2000)])
    #expect(target([whole, file("b.csv", month("2017-09", ["RB"]), totals: [], isLocal: true)]) == nil)
    #expect(target([whole, file("b.csv", month("2017-08"), totals: [])]) == Decimal(90))
  }

  @Test func `a year is England's where each of its months is`() {
    let months = (0..<12).map { Period.month(Given.month("2028-04").advanced(by: $0)).text }
    let all = months.map { file("\($0).csv", month($0), totals: [(2000, 2000)]) }
    #expect(target(all, "2028/29") == Decimal(85))
    #expect(target(Array(all.dropLast()), "2028/29") == nil)
  }
}

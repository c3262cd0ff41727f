import Testing

@testable import Metrics

/// A month from its days and a quarter from its months, beside organisations that publish the period itself.
struct WholeFromPartsTests {
  private func days(_ code: OrganisationCode, _ days: ClosedRange<Int>, month: String = "2018-02") -> [Observation] {
    days.map { Given.figure(.fourHour, code, "\(month)-\($0 < 10 ? "0" : "")\($0)", Given.share(70, 100)) }
  }

  private func figure(_ figures: [Observation], _ period: String, _ metric: MetricID = .fourHour) -> Figure? {
    let board = Board(Given.system([Given.provider("RA"), Given.provider("RB")]), [Given.file(figures)])
    return board.figure(Series.Key(metric, "SYS"), in: Given.period(period))
  }

  private let published = Given.figure(.fourHour, "RA", "2018-02", Given.share(990, 1000))

  @Test func `a month complete from its days counts beside a published one`() throws {
    let whole = try #require(figure([published] + days("RB", 1...28), "2018-02"))
    #expect(whole.measurement == Given.share(2950, 3800))
    #expect(whole.value?.text(places: 1) == "77.6")
    #expect(whole.isMet == false)
    #expect(whole.gap == Ratio(660))
    #expect(whole.coverage == Coverage(returned: 2, expected: 2))
  }

  @Test(arguments: [1...27, 2...28, 1...1])
  func `a month that lacks a day is no return of that month`(range: ClosedRange<Int>) throws {
    let partial = try #require(figure([published] + days("RB", range), "2018-02"))
    #expect(partial.measurement == Given.share(990, 1000))
    #expect(partial.isMet == nil)
    #expect(partial.coverage == Coverage(returned: 1, expected: 2))
  }

  @Test func `a quarter complete from its months counts beside a published one`() throws {
    let months = ["2018-01", "2018-02", "2018-03"].map { Given.figure(.fourHour, "RB", $0, Given.share(700, 1000)) }
    let quarter = Given.figure(.fourHour, "RA", "2017/18 Q4", Given.share(990, 1000))
    let whole = try #require(figure([quarter] + months, "2017/18 Q4"))
    #expect(whole.measurement == Given.share(3090, 4000))
    #expect(whole.isMet == false && whole.coverage == Coverage(returned: 2, expected: 2))
    let partial = try #require(figure([quarter] + months.dropLast(), "2017/18 Q4"))
    #expect(partial.measurement == Given.share(990, 1000))
    #expect(partial.isMet == nil && partial.coverage == Coverage(returned: 1, expected: 2))
    // Whoever publishes the quarter alone is missing from each of its months.
    #expect(figure([quarter] + months, "2018-01")?.coverage == Coverage(returned: 1, expected: 2))
  }

  @Test func `a quarter of days counts beside a published one`() throws {
    let quarter = Given.figure(.fourHour, "RA", "2017/18 Q4", Given.share(990, 1000))
    let all = days("RB", 1...31, month: "2018-01") + days("RB", 1...28) + days("RB", 1...31, month: "2018-03")
    let whole = try #require(figure([quarter] + all, "2017/18 Q4"))
    #expect(whole.measurement == Given.share(990 + 90 * 70, 1000 + 9000))
    #expect(whole.coverage == Coverage(returned: 2, expected: 2))
  }

  @Test func `of a list the last of the quarter stands beside a published quarter`() throws {
    let list = Given.figure(.incomplete, "RA", "2017/18 Q4", Given.share(90, 100))
    let months = ["2018-01", "2018-02", "2018-03"].map { Given.figure(.incomplete, "RB", $0, Given.share(80, 100)) }
    #expect(figure([list] + months, "2017/18 Q4", .incomplete)?.measurement == Given.share(170, 200))
    #expect(figure([list] + months.dropLast(), "2017/18 Q4", .incomplete)?.measurement == Given.share(90, 100))
  }

  @Test func `a month of days that lack an organisation says how many are in the worst of them`() throws {
    let partial = try #require(figure(days("RA", 1...28) + days("RB", 1...10), "2018-02"))
    #expect(partial.coverage?.returned == 1 && partial.coverage?.expected == 2)
    #expect(partial.coverage?.daysIn == 28 && partial.coverage?.daysExpected == 28)
    #expect(partial.isMet == nil)
  }
}

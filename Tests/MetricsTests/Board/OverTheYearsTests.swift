import Statistics
import Testing

@testable import Metrics

/// What is held beside what was: across changes of definition, mergers, and without variation.
struct OverTheYearsTests {
  private func months(_ metric: MetricID, _ code: OrganisationCode, from first: String, _ values: [Int])
    -> [Observation]
  {
    values.enumerated().map { number, value in
      Given.figure(
        metric, code, Period.month(Given.month(first).advanced(by: number)).text, Given.share(value, 1000))
    }
  }

  @Test(arguments: [MetricID.cancer62Day, .cancer31Day])
  func `neither a year ago nor since April crosses a change of definition`(metric: MetricID) throws {
    let figures = months(metric, "RA", from: "2023-01", Array(600...614))
    let board = Board(Given.system([Given.provider("RA")]), [Given.file(figures)])
    let key = Series.Key(metric, "RA")
    #expect(board.yearBefore(key, Given.period("2024-01")) == nil)
    #expect(board.yearBefore(key, Given.period("2024-10"))?.value != nil)
    #expect(board.yearBefore(key, Given.period("2024-03")) == nil)
    let toDate = try #require(board.toDate(key, in: Given.period("2024-01")))
    #expect(toDate.since == Given.month("2023-10"))
    #expect(toDate.months == 4 && toDate.present == 4)
    #expect(board.toDate(key, in: Given.period("2023-09"))?.since == Given.month("2023-04"))
  }

  @Test func `what did not change is held against its year before`() {
    let figures = months(.fourHour, "RA", from: "2023-01", Array(600...614))
    let board = Board(Given.system([Given.provider("RA")]), [Given.file(figures)])
    #expect(board.yearBefore(Series.Key(.fourHour, "RA"), Given.period("2024-01"))?.value == Ratio(60))
  }

  @Test func `since April says how many returned in the month that lacks the most`() {
    let figures =
      months(.fourHour, "RA", from: "2018-04", [900, 901, 902]) + months(.fourHour, "RB", from: "2018-04", [800, 801])
    let board = Board(Given.system([Given.provider("RA"), Given.provider("RB")]), [Given.file(figures)])
    let toDate = board.toDate(Series.Key(.fourHour, "SYS"), in: Given.period("2018-06"))
    #expect(toDate?.coverage == Coverage(returned: 1, expected: 2))
    #expect(board.toDate(Series.Key(.fourHour, "SYS"), in: Given.period("2018-05"))?.coverage == nil)
  }

  @Test func `limits begin again where an organisation took over another, and the chart says so`() throws {
    let before = (0..<12).map { 950 + $0 % 3 }
    let after = (0..<12).map { 780 + $0 % 3 }
    let figures =
      months(.fourHour, "RB", from: "2016-04", before + after)
      + months(.fourHour, "RA", from: "2016-04", (0..<12).map { 600 + $0 % 3 })
    let board = Board(
      Given.system([Given.provider("RA", to: "2017-03", successor: "RB"), Given.provider("RB")]), [Given.file(figures)])
    let key = Series.Key(.fourHour, "RB")
    let charted = board.charted(key, upTo: nil, grain: .month)
    #expect(charted.chart?.groups.count == 2)
    #expect(charted.remark == "with RA from Apr 2017; limits begin again")
    #expect(charted.chart?.limits.map { $0.mean < 80 } == true)
    #expect(charted.chart?.variation == .commonCause)
    #expect(board.projection(key, charted) == .none("no projection: 12 of 24 months"))
    let joined = board.takenOver(by: "RB", between: Given.period("2017-03"), and: Given.period("2018-03"))
    #expect(joined.map(\.code) == ["RA"])
    #expect(board.takenOver(by: "RB", between: Given.period("2017-04"), and: Given.period("2018-03")).isEmpty)
  }

  @Test(arguments: [(1000, 1), (900, -1), (950, 0)])
  func `a figure that has not varied says on which side of its target it is`(value: Int, side: Int) {
    let figures = months(.fourHour, "RA", from: "2016-04", Array(repeating: value, count: 24))
    let board = Board(Given.system([Given.provider("RA")]), [Given.file(figures)])
    let charted = board.charted(Series.Key(.fourHour, "RA"), upTo: nil, grain: .month)
    #expect(charted.constant == Double(value) / 10)
    #expect(charted.constantSide == side)
  }

  @Test func `what has varied once, or is too short, is not constant`() {
    for values in [Array(repeating: 1000, count: 23) + [999], [1000, 1000, 1000]] {
      let board = Board(
        Given.system([Given.provider("RA")]), [Given.file(months(.fourHour, "RA", from: "2016-04", values))])
      #expect(board.charted(Series.Key(.fourHour, "RA"), upTo: nil, grain: .month).constant == nil)
    }
  }

  @Test func `a rank is over every provider with a figure, whichever file names it`() throws {
    let own = ["RA", "RB", "RC", "RD"].enumerated().map { number, code in
      Given.figure(.cancer62Day, OrganisationCode(code), "2025-09", Given.share(70 + number, 100))
    }
    let national = Given.file(
      "ae.csv", [Given.figure(.fourHour, "RA", "2025-09", Given.share(9, 10))], organisations: [Given.provider("RA")])
    let board = Board(
      Given.system(["RA", "RB", "RC", "RD"].map { Given.provider(OrganisationCode($0)) }),
      [Given.file("own.csv", own), national])
    let system = try #require(
      board.comparisons(Series.Key(.cancer62Day, "RB"), in: Given.period("2025-09")).first { $0.peerGroup == .system })
    #expect(system.rank == 3 && system.count == 4)
    #expect(board.funnelPositions(.cancer62Day, in: Given.period("2025-09")).count == 4)
  }

  @Test(arguments: [("2018-03-07", "2018-03-20", "late 13 days"), ("2018-03-19", "2018-03-20", "current")])
  func `lateness goes by what is returned: daily returns are late by the day`(last: String, today: String, word: String)
  {
    let days = (0..<60).map {
      Given.figure(.fourHour, "RA", Period.day(Given.day(last).advanced(by: -$0)).text, Given.share(9, 10))
    }
    let board = Board(Given.system([Given.provider("RA")]), [Given.file(days)])
    let metric = Metric.builtIn.first { $0.id == .fourHour }!
    #expect(board.freshness(metric, of: "RA", on: Given.day(today)).word == word)
    #expect(board.freshness(metric, of: "SYS", on: Given.day(today)).word == word)
  }
}

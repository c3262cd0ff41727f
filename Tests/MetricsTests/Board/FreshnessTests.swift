import Metrics
import Testing

struct FreshnessTests {
  private func metric(_ id: MetricID) -> Metric { Metric.builtIn.first { $0.id == id }! }

  private func freshness(_ id: MetricID, _ latest: String?, on day: String) -> Freshness {
    Freshness(metric(id), latest: latest.map(Given.period), on: Given.day(day))
  }

  @Test(arguments: [
    ("2017-07", "2017-08-10"), ("2017-08", "2017-09-14"), ("2018-02", "2018-03-08"), ("2018-10", "2018-11-08"),
    ("2017-06", "2017-08-11"), ("2016-10", "2016-12-12"), ("2017/18 Q4", "2018-04-12"),
  ])
  func `A&E comes out on the second Thursday, before July 2017 after six weeks`(period: String, day: String) {
    #expect(Freshness.publication(of: Given.period(period), metric(.fourHour)).text == day)
  }

  @Test(arguments: [("2018-02", "2018-04-11"), ("2018-02-14", "2018-02-15"), ("2018-W07", "2018-02-25")])
  func `the others come out six weeks after the month, days the day after`(period: String, day: String) {
    #expect(Freshness.publication(of: Given.period(period), metric(.incomplete)).text == day)
  }

  @Test(arguments: [
    (MetricID.fourHour, "2018-02", "2018-04-11", "current"), (.fourHour, "2018-02", "2018-04-12", "due"),
    (.fourHour, "2018-02", "2018-04-13", "late 1 day"), (.fourHour, "2018-02", "2018-04-24", "late 12 days"),
    (.incomplete, "2018-01", "2018-04-10", "current"), (.incomplete, "2018-01", "2018-04-11", "due"),
    (.incomplete, "2018-01", "2018-04-18", "due"), (.incomplete, "2018-01", "2018-04-19", "late 8 days"),
    (.fourHour, "2016-09", "2016-12-13", "due"), (.fourHour, "2016-09", "2016-12-20", "late 8 days"),
    (.fourHour, "2018-03-19", "2018-03-20", "current"), (.fourHour, "2018-03-19", "2018-03-21", "due"),
    (.fourHour, "2018-03-19", "2018-03-23", "late 4 days"),
  ])
  func `what should have come by now is due, then late by so many days`(
    metric: MetricID, latest: String, day: String, word: String
  ) {
    #expect(freshness(metric, latest, on: day).word == word)
  }

  @Test(arguments: [
    (MetricID.delayedDays, "2020-02", "2026-01-01", "ended February 2020"),
    (.delayedDays, "2018-02", "2026-01-01", "ended February 2020"),
    (.delayedDays, "2018-01", "2018-04-19", "late 8 days"),
    (.cancerTwoWeekWait, "2023-09", "2023-12-01", "ended September 2023"),
    (.categoryA, "2016-08", "2018-06-01", "ended November 2017"),
  ])
  func `what is no longer published has ended and is never late`(
    metric: MetricID, latest: String, day: String, word: String
  ) {
    #expect(freshness(metric, latest, on: day).word == word)
  }

  @Test(arguments: [String?.none, ""])
  func `figures without a date are undated`(latest: String?) {
    let found = freshness(.fourHour, latest, on: "2018-04-12")
    #expect(found.word == "undated")
    #expect(found.nextDue == nil)
  }

  @Test func `the worst of several sorts last`() {
    let states: [Freshness.State] = [.current, .ended, .undated, .due, .late(days: 1), .late(days: 12)]
    #expect(states.shuffled().sorted() == states)
  }

  @Test(arguments: [
    ("2015/16", "2015/16"), ("2017/18 Q3", "2017/18 Q3"), ("2018-W07", "2018-W07"), ("2018-02-14", "2018-02-14"),
  ])
  func `a figure for a year, a quarter, a week or a day is not undated`(period: String, latest: String) {
    let board = Board(
      Given.system([Given.provider("RD8")]), [Given.file([Given.figure(.fourHour, "RD8", period, Given.rate("94.49"))])]
    )
    let found = board.freshness(metric(.fourHour), of: "SYS", on: Given.day("2018-03-01"))
    #expect(found.latest == Given.period(latest))
    #expect(found.state != .undated)
  }

  @Test func `a position to date has a date`() {
    let finance = FinanceRecords(positions: [
      FinancePosition(
        organisation: "RD8", month: Given.month("2018-02"), actualToDate: Given.millions("1.0"), rows: RowSpan(line: 2))
    ])
    let board = Board(Given.system([Given.provider("RD8")]), [Given.file("money.csv", finance: finance)])
    #expect(board.freshness(metric(.yearToDate), of: "SYS", on: Given.day("2018-03-20")).word == "current")
  }
}

import Metrics
import Statistics
import Testing

struct MonthSoFarTests {
  private let target = TargetShare(unscaled: 95)!
  private let key = Series.Key(.fourHour, "RD8")

  private func days(_ first: String, _ last: String, within: Int = 90, of: Int = 100) -> [Observation] {
    let (start, end) = (Given.day(first), Given.day(last))
    return (0...start.days(until: end)).map {
      Given.figure(.fourHour, "RD8", start.advanced(by: $0).text, Given.share(within, of))
    }
  }

  private func soFar(_ figures: [Observation]) -> MonthSoFar? {
    Board(Given.system([Given.provider("RD8")]), [Given.file(figures)]).monthInProgress(key, target: target)
  }

  @Test func `the days that are in and the days to come make the month`() {
    let found = soFar(days("2018-01-15", "2018-03-20"))
    #expect(found?.month == Given.month("2018-03"))
    #expect(found?.days == 20)
    #expect(found?.percent == Ratio(90))
    #expect(found?.remaining.daysLeft == 11)
    #expect(found?.remaining.expected == 1100)
    // 5% of 3,100 is 155; 200 have happened.
    #expect(found?.remaining.outOfReachBy == 45)
  }

  @Test func `rows laid out for days to come are no days`() {
    let blank = (21...31).map { Given.figure(.fourHour, "RD8", "2018-03-\($0)", .notReturned) }
    #expect(soFar(days("2018-01-15", "2018-03-20") + blank) == soFar(days("2018-01-15", "2018-03-20")))
    let month = [Given.figure(.fourHour, "RD8", "2018-03", .notReturned)]
    #expect(soFar(days("2018-01-15", "2018-03-20") + month)?.days == 20)
  }

  @Test func `a month that is over, or published, is not in progress`() {
    #expect(soFar(days("2018-01-15", "2018-03-31")) == nil)
    #expect(
      soFar(days("2018-01-15", "2018-03-20") + [Given.figure(.fourHour, "RD8", "2018-03", Given.share(9, 10))]) == nil)
    #expect(soFar([Given.figure(.fourHour, "RD8", "2018-03", Given.share(9, 10))]) == nil)
  }

  @Test func `a day without a return is no day that nobody came`() {
    let found = soFar(days("2018-01-15", "2018-03-18") + days("2018-03-20", "2018-03-20"))
    #expect(found?.days == 19)
    #expect(found?.percent == Ratio(90))
  }
}

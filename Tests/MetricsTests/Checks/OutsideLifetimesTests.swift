import Testing

@testable import Metrics

/// Figures of organisations outside their dates.
struct OutsideLifetimesTests {
  private func board(_ organisation: Organisation, _ figures: [Observation]) -> Board {
    Board(Given.system([organisation, Given.provider("RB")]), [Given.file(figures)])
  }

  @Test func `rows after its end are a problem with month and size, and a caveat on the sum`() throws {
    let board = board(
      Given.provider("RZ1", to: "2019-03"),
      [
        Given.figure(.fourHour, "RZ1", "2020-06", Given.share(500, 1000), line: 2),
        Given.figure(.fourHour, "RB", "2020-06", Given.share(990, 1000), line: 3),
      ])
    let problem = try #require(board.problems.first { $0.message.contains("ended in") })
    #expect(problem.line == 2)
    #expect(
      problem.message
        == "RZ1 ended in March 2019 and has figures for Jun 2020: ae.four-hour 500 of 1,000; they are not included in any total"
    )
    let caveat = try #require(board.shown(.fourHour, "SYS", "2020-06")).caveat
    #expect(caveat == "without RZ1, which had ended")
    #expect(
      MetricsPage.text.contains(
        "*Example.* With `to` in March 2019 and 500 of 1,000 for June 2020 the total of June 2020 says \"\(caveat)\"."))
  }

  @Test func `rows before its beginning say how many, from when to when`() throws {
    let months = (0..<15).map {
      Given.figure(
        .fourHour, "RA", Period.month(Given.month("2019-01").advanced(by: $0)).text, Given.share(90 + $0, 200))
    }
    let board = board(
      Given.provider("RA", from: "2020-04"), months + [Given.figure(.fourHour, "RB", "2020-03", Given.share(9, 10))])
    let problem = try #require(board.problems.first { $0.message.contains("began in") })
    #expect(problem.message.contains("has figures for 15 periods, Jan 2019 to Mar 2020: ae.four-hour"))
    #expect(board.shown(.fourHour, "SYS", "2020-03")?.caveat == "without RA, which had not begun")
    #expect(board.shown(.fourHour, "SYS", "2020-03")?.isMet == false)
  }

  @Test func `days, lists and counts are told alike, and what lies within its dates is no problem`() {
    for (metric, period, measurement) in [
      (MetricID.incomplete, "2019-05", Given.share(9, 10)), (.delayedDays, "2019-04", .count(Count(4))),
      (.fourHour, "2019-04-01", Given.share(9, 10)),
    ] {
      let late = board(Given.provider("RA", to: "2019-03"), [Given.figure(metric, "RA", period, measurement)])
      #expect(late.problems.filter { $0.message.hasPrefix("RA ended in March 2019") }.count == 1)
      let inTime = board(Given.provider("RA", to: "2019-12"), [Given.figure(metric, "RA", period, measurement)])
      #expect(inTime.problems.isEmpty)
    }
  }
}

import Testing

@testable import Metrics

/// Actual figures of a time that has not begun by the clock.
struct LaterActualsTests {
  private func board(_ metric: MetricID = .fourHour, _ typed: String, on day: String = "2018-04-20") -> Board {
    let figures = [
      Given.figure(metric, "RA", "2018-02", Given.share(92, 100)),
      Given.figure(metric, "RA", "2018-03", Given.share(93, 100)),
      Given.figure(metric, "RA", typed, Given.share(99, 100), line: 7),
    ]
    return Board(Given.system([Given.provider("RA")]), [Given.file(figures)], readOn: Given.day(day))
  }

  @Test(arguments: [
    (MetricID.fourHour, "2028-03", "Mar 2028"), (.incomplete, "2018-05", "May 2018"),
    (.fourHour, "2018-04-21", "21 Apr 2018"), (.cancer62Day, "2018/19 Q2", "Q2 2018/19"),
  ])
  func `an actual of a later time is a problem with its line, and is never shown`(
    metric: MetricID, typed: String, title: String
  ) {
    let board = board(metric, typed)
    #expect(board.shownPeriod(metric, of: "SYS", ViewSettings()) == Given.period("2018-03"))
    #expect(board.shown(metric, "RA", typed) == nil)
    let problem = board.problems.first { $0.message.contains("has not begun") }
    #expect(problem?.line == 7)
    #expect(problem?.severity == .error)
    #expect(problem?.message == "RA \(metric) is dated \(title), which has not begun")
  }

  @Test(arguments: ["2018-04", "2018-04-20", "2018-W16"])
  func `a period that has begun is none, nor is a row laid out for later that holds nothing`(typed: String) {
    #expect(board(.fourHour, typed).problems.filter { $0.message.contains("has not begun") }.isEmpty)
    let ahead = Board(
      Given.system([Given.provider("RA")]), [Given.file([Given.figure(.fourHour, "RA", "2028-03", .notReturned)])],
      readOn: Given.day("2018-04-20"))
    #expect(ahead.problems.isEmpty)
  }

  @Test func `a whole file of later dates names twenty of its lines and counts the others`() {
    let figures = (0..<30).map {
      Given.figure(.fourHour, "RA", Period.month(Given.month("2028-01").advanced(by: $0)).text, Given.share(9, 10))
    }
    let board = Board(Given.system([Given.provider("RA")]), [Given.file(figures)], readOn: Given.day("2018-04-20"))
    #expect(board.problems.count == 21)
    #expect(board.problems.contains { $0.message == "10 more figures are dated after 20 Apr 2018" })
  }

  @Test func `the page has it`() {
    let figures = [Given.figure(.fourHour, "RZ1", "2028-03", Given.share(99, 100))]
    let board = Board(Given.system([Given.provider("RZ1")]), [Given.file(figures)], readOn: Given.day("2018-04-20"))
    let words = board.problems[0].message
    #expect(
      MetricsPage.text.contains("*Example.* On 20 April 2018 a row dated March 2028 is a problem: \"\(words)\"."))
  }
}

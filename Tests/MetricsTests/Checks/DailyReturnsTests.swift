import Metrics
import Testing

struct DailyReturnsTests {
  private func board(days: Int, month: Measurement, metric: MetricID = .fourHour) -> Board {
    let figures = (0..<days).map {
      Given.figure(metric, "RD8", Given.day("2018-02-01").advanced(by: $0).text, Given.share(9, 10))
    }
    return Board(
      Given.system([Given.provider("RD8")]),
      [
        Given.file("daily.csv", figures),
        Given.file("month.csv", [Given.figure(metric, "RD8", "2018-02", month, line: 5)]),
      ])
  }

  @Test func `a published month that its daily returns do not come to is a problem with the difference`() {
    let board = board(days: 28, month: Given.share(238, 280))
    #expect(
      board.problems.map(\.text) == [
        "month.csv:5: warning: RD8 ae.four-hour Feb 2018 is published as 238 of 280, its 28 daily returns add up to 252 of 280\n"
          + "  fix: ask which is right; the board uses the published month"
      ])
    #expect(board.problems.map(\.amount) == [Ratio(5)])
    #expect(board.measurement(.fourHour, "RD8", "2018-02") == Given.share(238, 280))
  }

  @Test func `a part is named, and taken for no day`() {
    let part = BreakdownItem("department", "1")
    let days = (0..<28).map {
      Given.figure(.fourHour, "RD8", Given.day("2018-02-01").advanced(by: $0).text, part: part, Given.share(9, 10))
    }
    let month = Given.figure(.fourHour, "RD8", "2018-02", part: part, Given.share(238, 280))
    let board = Board(Given.system([Given.provider("RD8")]), [Given.file("a.csv", days), Given.file("b.csv", [month])])
    #expect(
      board.problems.map(\.message) == [
        "RD8 ae.four-hour, department 1, Feb 2018 is published as 238 of 280, its 28 daily returns add up to 252 of 280"
      ])
  }

  @Test func `the same share of other counts is a difference too`() {
    #expect(board(days: 28, month: Given.share(90, 100)).problems.map(\.amount) == [.zero])
  }

  @Test(arguments: [Given.share(252, 280), Given.rate("90.0"), .notReturned])
  func `a month that they come to, or that is not known, is none`(month: Measurement) {
    #expect(board(days: 28, month: month).problems.isEmpty)
  }

  @Test func `a month of which a day is missing is not compared`() {
    #expect(board(days: 27, month: Given.share(1, 280)).problems.isEmpty)
  }

  @Test func `a snapshot is not the sum of its days`() {
    #expect(board(days: 28, month: Given.share(1, 280), metric: .incomplete).problems.isEmpty)
  }
}

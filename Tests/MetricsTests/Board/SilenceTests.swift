import Testing

@testable import Metrics

/// An organisation that has stopped returning a metric.
struct SilenceTests {
  private func board(last: String, months: Int = 40) -> Board {
    let first = Given.month("2016-04")
    let figures = (0..<months).flatMap { place -> [Observation] in
      let month = first.advanced(by: place)
      let goes = Given.figure(.fourHour, "RZ1", Period.month(month).text, Given.share(970, 1000))
      let stops = Given.figure(.fourHour, "RZ2", Period.month(month).text, Given.share(800, 1000))
      return month <= Given.month(last) ? [goes, stops] : [goes]
    }
    return Board(Given.system([Given.provider("RZ1"), Given.provider("RZ2")]), [Given.file(figures)])
  }

  @Test(arguments: [
    ("2017-03", "2018-02", 2), ("2017-03", "2018-03", 1), ("2016-06", "2017-05", 2), ("2016-06", "2017-06", 1),
    ("2018-12", "2019-07", 2),
  ])
  func `after a year without a return it no longer counts as missing`(last: String, month: String, expected: Int) throws
  {
    let board = board(last: last)
    let figure = try #require(board.shown(.fourHour, "SYS", month))
    #expect(figure.coverage?.returned == 1 && figure.coverage?.expected == expected)
    #expect(figure.isMet == (expected == 1 ? true : nil))
    let settings = ViewSettings(period: Given.period(month))
    #expect(board.exceptions(of: "SYS", settings).contains { !$0.absence.isEmpty } == (expected == 2))
  }

  @Test func `the page says so with an example`() throws {
    let board = board(last: "2017-03")
    let (before, after) = (
      try #require(board.shown(.fourHour, "SYS", "2018-02")?.coverage),
      try #require(board.shown(.fourHour, "SYS", "2018-03")?.coverage)
    )
    #expect(
      MetricsPage.text.contains(
        "*Example.* A trust whose last return is of March 2017 is missing from the total of February 2018, "
          + "\(before.returned) of \(before.expected) returned; that of March 2018 is \(after.returned) of \(after.expected)."
      ))
  }
}

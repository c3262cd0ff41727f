import Metrics
import Testing

struct OverTimeTests {
  private func board(_ figures: [Observation], _ organisations: [Organisation] = [Given.provider("RD8")]) -> Board {
    Board(Given.system(organisations), [Given.file(figures)])
  }

  private func days(_ first: String, _ count: Int, _ measurement: Measurement = Given.share(9, 10)) -> [Observation] {
    (0..<count).map { Given.figure(.fourHour, "RD8", Given.day(first).advanced(by: $0).text, measurement) }
  }

  @Test func `days come to weeks and months, and say how many there are`() {
    let board = board(days("2018-02-01", 21))
    #expect(board.measurement(.fourHour, "RD8", "2018-W07") == Given.share(63, 70))
    #expect(board.point(.fourHour, "RD8", "2018-W07")?.origin == .summedOverTime(present: 7, expected: 7, days: 7))
    #expect(board.measurement(.fourHour, "RD8", "2018-02") == Given.share(189, 210))
    #expect(board.shown(.fourHour, "RD8", "2018-02")?.note == "21 of 28 days")
    #expect(board.shown(.fourHour, "RD8", "2018-W05")?.note == "4 of 7 days")
    #expect(board.measurement(.fourHour, "RD8", "2017/18 Q4") == nil)
  }

  @Test func `months come to quarters and years, weeks to nothing`() {
    let board = board(
      ["2017-04", "2017-05", "2017-06", "2017-07"].map { Given.figure(.fourHour, "RD8", $0, Given.share(9, 10)) }
        + [Given.figure(.fourHour, "RD8", "2017-W40", Given.share(1, 10))])
    #expect(board.measurement(.fourHour, "RD8", "2017/18 Q1") == Given.share(27, 30))
    #expect(board.shown(.fourHour, "RD8", "2017/18 Q2")?.note == "1 of 3 months")
    #expect(board.measurement(.fourHour, "RD8", "2017/18") == Given.share(36, 40))
    #expect(board.shown(.fourHour, "RD8", "2017/18")?.note == "4 of 12 months")
    #expect(board.measurement(.fourHour, "RD8", "2017-10") == nil)
  }

  @Test func `a published month beats its days`() {
    let board = board(days("2018-02-01", 28) + [Given.figure(.fourHour, "RD8", "2018-02", Given.share(250, 280))])
    #expect(board.measurement(.fourHour, "RD8", "2018-02") == Given.share(250, 280))
    #expect(board.point(.fourHour, "RD8", "2018-02")?.origin == .published(contribution: 0, rows: RowSpan(line: 2)))
  }

  @Test func `one published quarter does not hide twelve months`() {
    let months = (0..<12).map {
      Given.figure(.fourHour, "RD8", Period.month(Given.month("2017-04").advanced(by: $0)).text, Given.share(9, 10))
    }
    let board = board(months + [Given.figure(.fourHour, "RD8", "2017/18 Q1", Given.share(20, 30))])
    #expect(board.measurement(.fourHour, "RD8", "2017/18") == Given.share(108, 120))
    #expect(board.measurement(.fourHour, "RD8", "2017/18 Q1") == Given.share(20, 30))
  }

  @Test func `rates are not summed over time`() {
    #expect(board(days("2018-02-01", 28, Given.rate("90.0"))).measurement(.fourHour, "RD8", "2018-02") == nil)
  }

  @Test func `a day on which nobody came is a day that is in`() {
    let board = board(days("2018-02-01", 27) + days("2018-02-28", 1, Given.share(0, 0)))
    #expect(board.point(.fourHour, "RD8", "2018-02")?.origin == .summedOverTime(present: 28, expected: 28, days: 28))
    #expect(board.latestPeriod(.fourHour, of: "SYS", grain: .month) == Given.period("2018-02"))
  }

  @Test func `a day that is hidden or missing leaves the month incomplete`() {
    for last in [Measurement.suppressed, .notReturned] {
      let board = board(days("2018-02-01", 27) + days("2018-02-28", 1, last))
      #expect(board.shown(.fourHour, "RD8", "2018-02")?.note == "27 of 28 days")
      #expect(board.latestPeriod(.fourHour, of: "SYS", grain: .month) == nil)
    }
  }

  @Test func `days that lack an organisation leave a system's month incomplete`() {
    let both = [Given.provider("RD8"), Given.provider("RC9")]
    let other = (0..<20).map {
      Given.figure(.fourHour, "RC9", Given.day("2018-02-01").advanced(by: $0).text, Given.share(1, 10))
    }
    let figure = board(days("2018-02-01", 28) + other, both).shown(.fourHour, "SYS", "2018-02")
    #expect(figure?.note == "1 of 2 returned, 28 of 28 days, 8 without every organisation")
    #expect(figure?.origin.coversPeriod == false)
  }

  @Test func `a quarter's snapshot is its last month's, and an earlier one is not yet`() {
    let board = board(
      ["2017-04", "2017-05", "2017-06", "2017-07", "2017-08"].enumerated().map {
        Given.figure(.incomplete, "RD8", $1, Given.share(80 + $0, 100), line: $0 + 2)
      })
    #expect(board.measurement(.incomplete, "RD8", "2017/18 Q1") == Given.share(82, 100))
    #expect(
      board.point(.incomplete, "RD8", "2017/18 Q1")?.origin == .published(contribution: 0, rows: RowSpan(line: 4)))
    #expect(board.measurement(.incomplete, "RD8", "2017/18 Q2") == Given.share(84, 100))
    #expect(board.shown(.incomplete, "RD8", "2017/18 Q2")?.note == "2 of 3 months")
    #expect(board.latestPeriod(.incomplete, of: "RD8", grain: .quarter) == Given.period("2017/18 Q1"))
  }
}

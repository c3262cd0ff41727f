import Testing

@testable import Metrics

/// Figures that are hard to believe.
struct DoubtfulFiguresTests {
  private func board(_ values: [(Int, Int)], metric: MetricID = .fourHour) -> Board {
    let figures = values.enumerated().map { number, value in
      Given.figure(
        metric, "RZ1", Period.month(Given.month("2017-10").advanced(by: number)).text, Given.share(value.0, value.1),
        line: 2 + number)
    }
    return Board(Given.system([Given.provider("RZ1")]), [Given.file(figures)])
  }

  private let steady = [(3711, 4002), (3724, 3991), (3737, 4011)]

  @Test(arguments: [(3737, 4011), (10_007, 10_013), (1711, 2001)])
  func `a month that repeats the one before is named`(copy: (Int, Int)) {
    let values = [(copy.0 - 1, copy.1 - 1), (copy.0 - 2, copy.1 - 3), copy, copy]
    let board = board(values)
    let problem = board.problems.first { $0.message.contains("repeats") }
    #expect(problem?.line == 5)
    #expect(problem?.message.contains("RZ1 ae.four-hour Jan 2018 repeats Dec 2017") == true)
    #expect(board.shown(.fourHour, "RZ1", "2018-01")?.caveat == "the same as Dec 2017")
    #expect(board.shown(.fourHour, "RZ1", "2017-12")?.caveat == "")
  }

  @Test func `round and small numbers repeat by chance, and what never varies is no copy`() {
    #expect(board([(90, 100), (91, 100), (91, 100)]).problems.isEmpty)
    #expect(board(Array(repeating: (1000, 1000), count: 24)).problems.isEmpty)
    #expect(board(Array(repeating: (3737, 4011), count: 4)).problems.isEmpty)
  }

  @Test(arguments: [(2000, "fell"), (1400, "fell"), (6100, "rose"), (9000, "rose")])
  func `a month half as large, or half as large again, is named`(of: Int, word: String) {
    for metric in [MetricID.fourHour, .incomplete] {
      let board = board(steady + [(of - 100, of)], metric: metric)
      let problem = board.problems.first { $0.message.contains("usually") }
      #expect(problem?.line == 5)
      #expect(board.shown(metric, "RZ1", "2018-01")?.caveat.contains(" \(word) to ") == true)
    }
  }

  @Test(arguments: [2100, 4000, 5900])
  func `what is nearer to what is usual is none`(of: Int) {
    #expect(board(steady + [(of - 100, of)]).problems.isEmpty)
    #expect(board([(3900, 4000), (1900, 2000)]).problems.isEmpty)
  }

  @Test func `the page has it`() {
    let caveat = board([(3700, 4000), (3724, 3991), (3737, 4011), (1900, 2000)]).shown(.fourHour, "RZ1", "2018-01")?
      .caveat
    #expect(
      MetricsPage.text.contains(
        "*Example.* After three months out of about 4,000 one out of 2,000 says \"\(caveat ?? "")\"."))
  }
}

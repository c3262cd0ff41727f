import Testing

@testable import Metrics

/// What rows add up to, where the numbers are as large as a row holds, and larger.
@Suite struct GatheredFiguresTests {
  static let halves = [0, 1, 2, 7, 1 << 30, Int(Int32.max) - 1, Int(Int32.max), 1 << 31, 1 << 40]
  static let key = GatheredFigures.Key(metric: 0, period: 0, organisation: 0, part: -1)

  @Test(arguments: halves, halves)
  func `a count is added in its row where the sum fits, and else left as it was`(first: Int, second: Int) {
    var figures = GatheredFigures()
    figures.append(.count(Count(halves: first)), Self.key, RowSpan(line: 9, rows: 2))
    let more = Measurement.count(Count(halves: second))
    let sum = figures.measurement(0).adding(more)
    let isAdded = figures.addCount(more, to: 0, line: 4, rows: 1)
    #expect(isAdded == (first + second <= Int(Int32.max)))
    #expect(figures.measurement(0) == (isAdded ? sum : .count(Count(halves: first))))
    #expect(figures.span(0) == (isAdded ? RowSpan(line: 4, rows: 3) : RowSpan(line: 9, rows: 2)))
  }

  static let others: [Measurement] = [
    .suppressed, .notReturned, .share(within: Count(1), of: Count(2)), .rate(Decimal(5)), .mean(total: 1, of: 2),
    .money(Money(pounds: 3, precision: 1)),
  ]

  @Test(arguments: others) func `nothing else is added as a count, and to nothing else`(other: Measurement) {
    for (known, more) in [(other, Measurement.count(Count(1))), (.count(Count(1)), other), (other, other)] {
      var figures = GatheredFigures()
      figures.append(known, Self.key, RowSpan(line: 2))
      let isAdded = figures.addCount(more, to: 0, line: 1, rows: 1)
      #expect(!isAdded)
      #expect(figures.measurement(0) == known)
      #expect(figures.span(0) == RowSpan(line: 2))
    }
  }
}

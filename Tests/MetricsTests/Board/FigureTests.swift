import Metrics
import Testing

struct FigureTests {
  private func figure(
    _ metric: MetricID, _ measurement: Measurement, target: String, direction: Metric.Direction = .higher
  ) -> Figure {
    Figure(
      key: Series.Key(metric, "RD8"), period: Given.period("2018-02"), measurement: measurement,
      origin: .published(contribution: 0, rows: RowSpan(line: 2)),
      target: Target(metric, kind: .standard, value: Given.decimal(target), source: "test"), direction: direction)
  }

  @Test(arguments: [
    (57, 60, "95", 0), (56, 60, "95", 1), (55, 60, "95", 2), (0, 1, "95", 1), (1, 1, "95", 0),
    (94999, 100_000, "95", 1),
    (95000, 100_000, "95", 0), (9046, 10000, "90.46", 0), (9045, 10000, "90.46", 1), (0, 1000, "92.5", 925),
  ])
  func `met and the gap are decided by whole numbers`(within: Int, of: Int, target: String, gap: Int) {
    let figure = figure(.fourHour, Given.share(within, of), target: target)
    #expect(figure.isMet == (gap == 0))
    #expect(figure.gap == Ratio(gap))
  }

  @Test(arguments: [
    (Count(80), Count(100), Count(5)), (Count(80), Count(101), Count(6)),
    (Count(halves: 161), Count(100), Count(halves: 9)),
    (Count(4), Count(5), Count(halves: 1)), (Count(halves: 17), Count(10), Count(0)),
    (Count(8), Count(10), Count(halves: 1)),
  ])
  func `cancer's gap is counted in half patients`(within: Count, of: Count, gap: Count) {
    #expect(figure(.cancer62Day, .share(within: within, of: of), target: "85").gap == gap.ratio)
  }

  @Test(arguments: [(700, 1000, 240), (920, 1000, 0), (919, 1000, 2), (0, 1, 1), (91, 100, 2)])
  func `treated pathways leave the list too`(within: Int, total: Int, gap: Int) {
    let figure = figure(.incomplete, Given.share(within, total), target: "92")
    #expect(figure.gap == Ratio(gap))
    // The rest meets it, and one fewer does not.
    if gap > 0 {
      #expect(within * 100 >= 92 * (total - gap))
      #expect(within * 100 < 92 * (total - gap + 1))
    }
  }

  @Test func `a rate has a variance but no gap`() {
    let figure = figure(.fourHour, Given.rate("84.6"), target: "95")
    #expect(figure.variance == Ratio(-104, 10))
    #expect(figure.isMet == false)
    #expect(figure.gap == nil)
  }

  @Test(arguments: [Measurement.notReturned, .suppressed, Given.share(0, 0)])
  func `what is missing has neither value, variance nor gap`(measurement: Measurement) {
    let figure = figure(.fourHour, measurement, target: "95")
    #expect(figure.value == nil)
    #expect(figure.variance == nil)
    #expect(figure.isMet == nil)
    #expect(figure.gap == nil)
  }

  @Test(arguments: [(2400, true, 0), (2401, false, 1), (2399, true, 0)])
  func `where lower is better, on target is met`(days: Int, isMet: Bool, gap: Int) {
    let figure = figure(.delayedDays, .count(Count(days)), target: "2400", direction: .lower)
    #expect(figure.isMet == isMet)
    #expect(figure.gap == Ratio(gap))
  }

  @Test func `money short of its total is short by the pounds`() {
    let figure = figure(.controlTotal, .money(Given.millions("(22.0)")), target: "6600000")
    #expect(figure.variance == Ratio(-28_600_000))
    #expect(figure.gap == Ratio(28_600_000))
  }

  @Test func `context is neither met nor missed`() {
    let figure = figure(.attendances, .count(Count(100)), target: "90", direction: .neither)
    #expect(figure.variance == Ratio(10))
    #expect(figure.isMet == nil)
    #expect(figure.gap == nil)
  }
}

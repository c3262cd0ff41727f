import Foundation
import Statistics
import TestSupport
import Testing

@testable import Metrics

/// `docs/metrics.md`.
enum MetricsPage {
  static let text = ReferenceFolder.documents.text("metrics.md")
}

/// The examples of `docs/metrics.md`, worked out by the program and looked for on the page.
@Suite struct WorkedExampleTests {
  private func expectOnPage(_ sentence: String) {
    #expect(MetricsPage.text.contains("*Example.* " + sentence), Comment(rawValue: sentence))
  }

  private func share(_ within: Int, of all: Int) -> Metrics.Measurement {
    .share(within: Count(within), of: Count(all))
  }
  private func text(_ value: Double, _ places: Int = 1) -> String {
    Ratio(Int((value * 1000).rounded()), 1000).text(places: places)
  }

  @Test func `a percentage is rolled up from its counts`() throws {
    let sum = try #require(share(9468, of: 9925).adding(share(10022, of: 12569)))
    let first = try #require(share(9468, of: 9925).value)
    let second = try #require(share(10022, of: 12569).value)
    expectOnPage(
      "9,468 of 9,925 and 10,022 of 12,569 together are \(sum.text), \(try #require(sum.value).text(places: 1))%; "
        + "the mean of their percentages would be \(((first + second) / Ratio(2)).text(places: 1))%.")
  }

  @Test func `met and missed, gap and headroom`() throws {
    func figure(_ within: Int) -> Figure { Given.held(.fourHour, Given.share(within, 60), against: Decimal(95)) }
    #expect(figure(57).headroom == .zero)
    let gap = try #require(figure(55).gap).text(places: 0)
    let headroom = try #require(figure(59).headroom).text(places: 0)
    expectOnPage(
      "57 of 60 meets 95% with nothing to spare; 55 of 60 misses it by \(gap); 59 of 60 could lose \(headroom) more.")
  }

  @Test func `a cancer gap is counted in halves`() throws {
    let figure = Figure(
      key: Series.Key(.cancer62Day, "RZ1"), period: .undated,
      measurement: .share(within: Count(halves: 53), of: Count(halves: 63)),
      origin: .summedParts, target: Target(.cancer62Day, kind: .standard, value: Decimal(85), source: ""),
      direction: .higher)
    expectOnPage("26.5 of 31.5 within 62 days is \(try #require(figure.gap).text(places: 1)) short of 85%.")
  }

  @Test func `pathways to treat`() throws {
    let figure = Given.held(.incomplete, Given.share(700, 1000), against: Decimal(92))
    let treat = try #require(figure.gap.flatMap { Int($0.text(places: 0)) })
    let left = Ratio(300 - treat, 1000 - treat) * Ratio(100)
    expectOnPage(
      "With 300 of 1,000 over 18 weeks and a target of 92%, \(treat) must be treated: \(300 - treat) of the "
        + "\(1000 - treat) left are \(left.text(places: 1))%.")
  }

  @Test func `waits from weekly bands`() throws {
    let bands = (0..<53).map { UInt32($0 < 10 ? 10 : 0) }
    let waits = try #require(WaitingTimes(bands: bands))
    guard case .weeks(let median)? = waits.median, case .weeks(let long)? = waits.percentile92 else {
      Issue.record("both lie in closed bands")
      return
    }
    expectOnPage(
      "Of 100 patients, 10 in each of the first ten weeks, the median wait is \(text(median)) weeks and the 92nd "
        + "percentile \(text(long)).")
  }

  @Test func `a month in progress`() throws {
    let target = try #require(TargetShare(unscaled: 95))
    let month = try #require(
      MonthInProgress(
        seen: 1900, breaches: 60, recentDays: Array(repeating: 100, count: 56), daysLeft: 12, target: target))
    expectOnPage(
      "After 19 of 31 days with 1,900 seen and 60 breaches, at 100 a day, \(month.allowed) more may breach at 95%, and "
        + "the 12 days left need \(text(try #require(month.needed)))%.")
  }

  @Test func `a control chart and its assurance`() throws {
    let values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1].map { Double($0) }
    let chart = try ControlChart(values: values)
    let limits = try #require(chart.limits)
    #expect(chart.points[4].rule == .aboveUpperLimit)
    expectOnPage(
      "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1 has the mean \(text(limits.mean, 3)) and the limits "
        + "\(text(try #require(limits.lower), 3)) and \(text(try #require(limits.upper), 3)); the 10 is outside.")
    let words = try [5.0, -1, 4].map { target in
      try ControlChart(values: values, options: ControlChartOptions(target: target)).assurance?.words ?? "-"
    }
    expectOnPage(
      "With these limits, where higher is better, a target of 5 is \"\(words[0])\", of -1 \"\(words[1])\" and of 4 "
        + "\"\(words[2])\".")
  }

  @Test func `a projection`() throws {
    let values = (0..<24).map { Double($0 % 2 == 0 ? 90 : 92) }
    let range = try #require(Projection(values: values, stepsAhead: 3, naturalRange: 0...100))
    expectOnPage(
      "After 24 months alternating between 90 and 92 the range for three months on is "
        + "\(text(range.low))–\(text(range.high)).")
  }

  @Test func `a funnel`() throws {
    let funnel = Funnel([90, 91, 89, 92, 70].map { Funnel.Count($0, of: 100) })
    let words = [4, 3].map { funnel.organisations[$0].position?.rawValue ?? "" }
    expectOnPage(
      "Among 90, 91, 89, 92 and 70 of 100 the pooled share is \(text(try #require(funnel.centre) * 100))%; 70 is "
        + "\(words[0].replacingOccurrences(of: "below 9", with: "below the 9")) funnel and 92 \(words[1]) it.")
  }

  @Test func `a bridge that does not close`() throws {
    func step(_ order: Int, _ kind: BridgeStep.Kind, _ pounds: Int) -> BridgeStep {
      BridgeStep(
        organisation: "RZ1", period: .undated, order: order, kind: kind, title: "\(order)",
        amount: Money(pounds: pounds * 100_000, precision: 100_000), rows: RowSpan(line: order))
    }
    let steps = [
      step(1, .opening, -91), step(2, .step, -26), step(3, .step, -18), step(4, .step, -7), step(5, .step, 11),
      step(6, .closing, -148),
    ]
    let unreconciled = try #require(Bridge.bridges(steps, contribution: 0).first?.unreconciled.first)
    let amounts = steps.map(\.amount.millions)
    expectOnPage(
      "From \(amounts[0]) by \(amounts[1...3].joined(separator: ", ")) and \(amounts[4]) to \(amounts[5]) leaves "
        + "\(unreconciled.difference.millions) not reconciled.")
  }
}

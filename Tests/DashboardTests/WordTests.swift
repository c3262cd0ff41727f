import Metrics
import Testing

@testable import Dashboard

/// Figures, variances and what they mean, with the worked examples of the specification.
@Suite struct WordTests {
  private let board = Testshire.board
  private let october = Period.month(Testshire.month(2016, 10))

  private func figure(
    _ metric: MetricID, _ measurement: Measurement, target: Decimal?, kind: Target.Kind = .standard,
    of code: OrganisationCode = "RT1"
  ) -> Figure {
    Figure(
      key: Series.Key(metric, code), period: october, measurement: measurement, origin: .summedParts,
      target: target.map { Target(metric, kind: kind, value: $0, source: "") },
      direction: board.catalogue[metric]?.direction ?? .higher)
  }

  private func share(_ within: Int, _ of: Int) -> Measurement { .share(within: Count(within), of: Count(of)) }

  @Test func `a share below its target says how many breaches are over it`() {
    let figure = figure(.fourHour, share(9875, 10_828), target: Decimal(95))
    #expect(figure.digits(unit: .percent) == "91.2")
    #expect(figure.varianceText(unit: .percent) == "▼ 3.8")
    #expect(board.meaning(of: figure) == "412 breaches over target")
  }

  @Test func `a miss that rounding would hide shows another decimal`() {
    let figure = figure(.fourHour, share(9496, 10_000), target: Decimal(95))
    #expect(figure.digits(unit: .percent) == "94.96")
    #expect(figure.targetDigits(unit: .percent) == "95.00")
    #expect(figure.varianceText(unit: .percent) == "▼ 0.04")
    #expect(figure.role == .targetMissed)
  }

  @Test func `on target is met, by whole numbers`() {
    let figure = figure(.fourHour, share(57, 60), target: Decimal(95))
    #expect(figure.digits(unit: .percent) == "95.0")
    #expect(figure.arrow == "=")
    #expect(board.meaning(of: figure) == "on target; no room left")
  }

  @Test func `above target the room for more breaches is rounded down`() {
    #expect(board.meaning(of: figure(.fourHour, share(961, 1000), target: Decimal(95))) == "room for 11 more breaches")
  }

  @Test func `a share above its target that one more breach would take below has no room left`() {
    // 100% of 1 pathway: one more breach is 0%.
    #expect(board.meaning(of: figure(.incomplete, share(1, 1), target: Decimal(92))) == "no room left")
  }

  @Test func `the target of a share that is suppressed is written like the others`() {
    #expect(figure(.fourHour, .suppressed, target: Decimal(95)).targetDigits(unit: .percent) == "95.0")
    #expect(figure(.fourHour, .notReturned, target: Decimal(95)).targetDigits(unit: .percent) == "95.0")
  }

  @Test func `the waiting list says how many must be treated`() {
    // ceil((1200 - 8% of 10,000) / 92%) = 435
    #expect(
      board.meaning(of: figure(.incomplete, share(8800, 10_000), target: Decimal(92))) == "treat 435 more to reach 92%")
  }

  @Test func `half a patient is a shared pathway`() {
    let figure = figure(.cancer62Day, .share(within: Count(halves: 161), of: Count(100)), target: Decimal(85))
    #expect(figure.digits(unit: .percent) == "80.5")
    #expect(board.meaning(of: figure) == "4.5 breaches over target")
  }

  @Test func `delays mean beds and pounds`() {
    // 2,014 days in 31 days are 65 beds, at £150 a day £302k.
    let figure = figure(.delayedDays, .count(Count(2014)), target: Decimal(1000), kind: .local)
    #expect(figure.digits(unit: .days) == "2,014")
    #expect(figure.varianceText(unit: .days) == "▲ 1,014")
    #expect(board.meaning(of: figure) == "65 beds, £302k")
  }

  @Test func `a deficit is in brackets, and its variance without`() {
    let figure = figure(
      .controlTotal, .money(Money(pounds: -22_000_000, precision: 100_000)), target: Decimal(6_600_000))
    #expect(figure.digits(unit: .pounds) == "(22.0)")
    #expect(figure.targetDigits(unit: .pounds) == "6.6")
    #expect(figure.varianceText(unit: .pounds) == "▼ 28.6")
    #expect(board.meaning(of: figure) == "£28.6m worse than control total")
  }

  @Test func `a rate keeps the precision it was published with, and has no counts`() {
    let figure = figure(.incomplete, .rate(Decimal(9046, places: 2)), target: Decimal(92))
    #expect(figure.digits(unit: .percent) == "90.46")
    #expect(figure.varianceText(unit: .percent) == "▼ 1.54")
    #expect(board.meaning(of: figure) == "a rate without counts")
  }

  @Test func `missing is never zero`() {
    #expect(figure(.fourHour, .notReturned, target: Decimal(95)).digits(unit: .percent) == "–")
    #expect(figure(.fourHour, .suppressed, target: Decimal(95)).digits(unit: .percent) == "*")
    #expect(figure(.delayedDays, .count(.zero), target: nil).digits(unit: .days) == "0")
  }

  @Test func `a response time is minutes and seconds`() {
    let figure = figure(.category1, .mean(total: 443 * 10, of: 10), target: Decimal(420))
    #expect(figure.digits(unit: .seconds) == "7:23")
    #expect(figure.varianceText(unit: .seconds) == "▲ 0:23")
    #expect(figure.measured(unit: .seconds) == "7:23 min")
  }

  @Test func `one value makes no trend`() {
    let one: [Double?] = [nil, 3, nil]
    let two: [Double?] = [1, nil, 3]
    #expect(one.sparkline(width: 12) == "")
    #expect(two.sparkline(width: 12) == "▁ ▇")
  }

  @Test func `who answers for a delayed transfer is a local authority`() throws {
    #expect(Perspective.commissioners.words(of: MetricCatalogue.builtIn[.delayedDays]) == "local authorities")
    #expect(Perspective.commissioners.words(of: MetricCatalogue.builtIn[.incomplete]) == "commissioners")
    #expect(Perspective.commissioners.singular(of: MetricCatalogue.builtIn[.delayedDays]) == "local authority")
    #expect(Perspective.providers.singular(of: MetricCatalogue.builtIn[.delayedDays]) == "provider")
  }

  @Test func `the header speaks of the kind of period that is looked at`() {
    let day = Digest(board, scope: "QT1", viewSettings: ViewSettings(grain: .day), today: Day(number: 17_000)).period
    #expect(day == Period("2016-11-14"))
  }

  @Test func `parts are worst first in a panel`() throws {
    let waiting = try #require(
      Digest(board, scope: "RT3", viewSettings: ViewSettings(), today: Day(number: 17_000))[.incomplete])
    let variances = waiting.parts.compactMap(\.variance)
    #expect(variances.count > 2)
    #expect(variances == variances.sorted())
  }

  @Test func `the header shows a month even where a side metric speaks of a year`() {
    #expect(Digest(board, scope: "QT1", viewSettings: ViewSettings(), today: Day(number: 17_000)).period == october)
  }
}

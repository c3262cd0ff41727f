import Metrics
import TestSupport
import Testing

@testable import Dashboard

/// Rounding never makes a miss look met, in any unit, and adds no decimal where none is needed.
@Suite struct RoundingTests {
  /// A figure, and how it, its target and the variance are written.
  struct Case: Sendable, CustomTestStringConvertible {
    let metric: MetricID
    let measurement: Measurement
    let target: Decimal
    let written: [String]
    var testDescription: String { "\(metric) \(measurement) against \(target.text)" }
  }

  private static func decimal(_ text: String) -> Decimal { Decimal(text) ?? Decimal(0) }
  private static func share(_ within: Int, _ of: Int) -> Measurement { .share(within: Count(within), of: Count(of)) }
  private static func money(_ text: String, _ unit: Money.Unit) -> Measurement {
    .money(Money(text, unit: unit) ?? .zero)
  }

  static let cases: [Case] = [
    Case(
      metric: .category2, measurement: .mean(total: 10_804, of: 10), target: Decimal(1080),
      written: ["18:00.4", "18:00.0", "▲ 0:00.4"]),
    Case(
      metric: .category2, measurement: .mean(total: 10_799, of: 10), target: Decimal(1080),
      written: ["18:00", "18:00", "▼ 0:00.1"]),
    Case(
      metric: .category2, measurement: .mean(total: 10_800, of: 10), target: Decimal(1080),
      written: ["18:00", "18:00", "= 0:00"]),
    Case(
      metric: .category2, measurement: .rate(decimal("1080.4")), target: Decimal(1080),
      written: ["18:00.4", "18:00.0", "▲ 0:00.4"]),
    Case(
      metric: .category2, measurement: .mean(total: 108_001, of: 100), target: Decimal(1080),
      written: ["18:00.01", "18:00.00", "▲ 0:00.01"]),
    Case(
      metric: .category2, measurement: .mean(total: 170_000, of: 100), target: Decimal(1500),
      written: ["28:20", "25:00", "▲ 3:20"]),
    Case(
      metric: .controlTotal, measurement: money("999", .thousands), target: Decimal(1_000_000),
      written: ["0.999", "1.000", "▼ 0.001"]),
    Case(
      metric: .controlTotal, measurement: money("999999", .pounds), target: Decimal(1_000_000),
      written: ["0.999999", "1.000000", "▼ 0.000001"]),
    Case(
      metric: .controlTotal, measurement: money("0.96", .millions), target: Decimal(1_000_000),
      written: ["0.96", "1.00", "▼ 0.04"]),
    Case(
      metric: .controlTotal, measurement: money("1.04", .millions), target: Decimal(1_000_000),
      written: ["1.04", "1.00", "▲ 0.04"]),
    Case(
      metric: .controlTotal, measurement: money("-22.0", .millions), target: Decimal(-21_000_000),
      written: ["(22.0)", "(21.0)", "▼ 1.0"]),
    Case(
      metric: .fourHour, measurement: share(94_999, 100_000), target: Decimal(95),
      written: ["94.999", "95.000", "▼ 0.001"]),
    Case(
      metric: .fourHour, measurement: .rate(decimal("72.032262512063")), target: Decimal(95),
      written: ["72.03", "95.00", "▼ 22.97"]),
    Case(
      metric: .fourHour, measurement: .rate(decimal("94.996262512063")), target: Decimal(95),
      written: ["94.996", "95.000", "▼ 0.004"]),
    Case(
      metric: .fourHour, measurement: .rate(decimal("95.5")), target: Decimal(95), written: ["95.5", "95.0", "▲ 0.5"]),
    Case(metric: .twelveHour, measurement: .count(Count(1)), target: Decimal(0), written: ["1", "0", "▲ 1"]),
  ]

  @Test(arguments: cases) func `a miss reads as a miss`(one: Case) throws {
    let metric = try #require(MetricCatalogue.builtIn[one.metric])
    let figure = Figure(
      key: Series.Key(metric.id, "RZ1"), period: .undated, measurement: one.measurement, origin: .summedParts,
      target: Target(metric.id, kind: .standard, value: one.target, source: ""), direction: metric.direction,
      traits: metric.traits)
    let unit = metric.unit
    #expect(
      [figure.digits(unit: unit), figure.targetDigits(unit: unit), figure.varianceText(unit: unit)] == one.written)
    if figure.isMet == false { #expect(figure.digits(unit: unit) != figure.targetDigits(unit: unit)) }
  }

  @Test func `an amount of a system's own is written to the pound where it would read like its target`() {
    let figure = Figure(
      key: Series.Key("own.cost", "RZ1"), period: .undated, measurement: Self.money("300040", .pounds),
      origin: .summedParts, target: Target("own.cost", kind: .local, value: Decimal(300_000), source: ""),
      direction: .lower)
    #expect(figure.digits(unit: .pounds) == "£300,040")
    #expect(figure.targetDigits(unit: .pounds) == "£300,000")
    #expect(figure.varianceDigits(unit: .pounds) == "£40")
  }

  @Test func `the page says so with an example`() {
    func written(_ place: Int) -> String { Self.cases[place].written[0] }
    let share = Figure(
      key: Series.Key(.fourHour, "RZ1"), period: .undated, measurement: Self.share(9496, 10_000), origin: .summedParts,
      target: Target(.fourHour, kind: .standard, value: Decimal(95), source: ""), direction: .higher)
    let sentence =
      "*Example.* 94.96% against 95% is written \(share.digits(unit: .percent)); a mean of 1,080.4 seconds against 18:00 is "
      + "\(written(0)); £0.96m against £1.0m is \(written(8))."
    #expect(ReferenceFolder.documents.text("metrics.md").contains(sentence))
  }
}

import Testing

@testable import Metrics

/// Halves are shared pathways: 62-day cancer alone has them.
@Suite struct HalvesTests {
  /// Numbers of patients in halves, and what they come to.
  struct Case: Sendable, CustomTestStringConvertible {
    let metric: MetricID
    let within: Int
    let of: Int
    let target: Int
    /// In halves; `nil` where the target is met.
    let gap: Int?
    let headroom: Int?
    var testDescription: String { "\(metric) \(within)/\(of) halves" }
  }

  @Test(arguments: [
    Case(metric: .cancer31Day, within: 120, of: 126, target: 96, gap: 2, headroom: nil),
    Case(metric: .cancer62Day, within: 106, of: 126, target: 85, gap: 2, headroom: nil),
    Case(metric: .cancer28Day, within: 92, of: 126, target: 75, gap: 4, headroom: nil),
    Case(metric: .cancerTwoWeekWait, within: 180, of: 200, target: 93, gap: 6, headroom: nil),
    Case(metric: .cancer62Day, within: 53, of: 63, target: 85, gap: 1, headroom: nil),
    Case(metric: .cancer62Day, within: 514, of: 514, target: 85, gap: nil, headroom: 77),
    Case(metric: .cancer31Day, within: 514, of: 514, target: 85, gap: nil, headroom: 76),
    // A half in a whole count is read as published; what it takes is whole.
    Case(metric: .cancer31Day, within: 119, of: 126, target: 96, gap: 2, headroom: nil),
    // A metric of a system's own has halves where its files do.
    Case(metric: "own.share", within: 53, of: 63, target: 85, gap: 1, headroom: nil),
    Case(metric: "own.share", within: 106, of: 126, target: 85, gap: 2, headroom: nil),
  ])
  func `gaps and headroom go in halves where patients are shared, else in whole patients`(one: Case) {
    let figure = Given.held(
      one.metric, .share(within: Count(halves: one.within), of: Count(halves: one.of)), against: Decimal(one.target))
    #expect(figure.isMet == (one.gap == nil))
    #expect(figure.gap == one.gap.map { Ratio($0, 2) } ?? .zero)
    #expect(figure.headroom == one.headroom.map { Ratio($0, 2) })
  }
}

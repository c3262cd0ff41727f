import Metrics
import Testing

@testable import Dashboard

/// Which measure of delays leads a board.
@Suite struct `the panel of delayed discharges` {
  private static func metrics(_ names: [MetricID]) -> [Metric] { names.compactMap { MetricCatalogue.builtIn[$0] } }

  private static let cases: [(have: [MetricID], month: (Int, Int)?, leads: MetricID)] = [
    ([.delayedDays], (2018, 2), .delayedDays),
    ([.delayedDays, .noCriteria], (2020, 2), .delayedDays),
    ([.delayedDays, .noCriteria], (2020, 3), .noCriteria),
    ([.delayedDays, .noCriteria], nil, .delayedDays),
    ([.noCriteria, .readyDateSameDay], (2025, 3), .noCriteria),
    ([.delayedDays, .readyDateSameDay], (2025, 3), .readyDateSameDay),
    // With nothing else it stays, and says that it has ended.
    ([.delayedDays], (2025, 3), .delayedDays),
  ]

  @Test(arguments: cases.indices)
  func `is led by the measure of the month shown`(row: Int) {
    let (have, month, leads) = Self.cases[row]
    let panels = OverviewPanel.all(
      of: Self.metrics(have), in: month.flatMap { Month(year: $0.0, month: $0.1) }, hasLevels: false)
    #expect(panels.first == .metric(leads))
    #expect(panels.count == have.count + 1)
  }

  @Test func `says that what came later is another measure`() {
    for name: MetricID in [.noCriteria, .noCriteriaRemaining, .additionalBedDays, .readyDateSameDay] {
      #expect(MetricCatalogue.builtIn.traits(of: name).anotherMeasureThan == "delayed transfers of care")
    }
    #expect(MetricCatalogue.builtIn.traits(of: .delayedDays).anotherMeasureThan.isEmpty)
  }
}

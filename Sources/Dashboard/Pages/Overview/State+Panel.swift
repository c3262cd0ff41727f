import Metrics

extension State {
  /// The panel of a metric with the organisations that fit the filter of the page.
  func panel(_ metric: MetricID) -> MetricDigest? {
    guard var panel = digest[metric], !visit.filter.isEmpty else { return digest[metric] }
    panel.rankedFigures = panel.rankedFigures.fitting(visit.filter) { $0.organisation.filtered }
    return panel
  }
}

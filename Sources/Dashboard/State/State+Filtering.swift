import Metrics

extension State {
  /// The panel of a metric with the bodies that fit the filter of the page.
  func panel(_ metric: MetricID) -> MetricDigest? {
    guard var panel = digest[metric], !visit.filter.isEmpty else { return digest[metric] }
    panel.standings = panel.standings.filter {
      fuzzyMatches(visit.filter, $0.organisation.name, $0.organisation.code.text, $0.organisation.shortName)
    }
    return panel
  }
}

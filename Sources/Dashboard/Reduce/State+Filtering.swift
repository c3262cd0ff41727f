import Metrics

extension State {
  /// Filters the rows of the page while the filter is typed; the cursor goes to what fits best, which is the first.
  mutating func find(_ text: String) { visit.filter = text }

  /// The panel of a metric with the organisations that fit the filter of the page.
  func panel(_ metric: MetricID) -> MetricDigest? {
    guard var panel = digest[metric], !visit.filter.isEmpty else { return digest[metric] }
    panel.rankedFigures = panel.rankedFigures.fitting(visit.filter) { $0.organisation.filtered }
    return panel
  }
}

extension Organisation {
  /// What a filter looks at: the short name and the code by their letters, the full name by its words.
  var filtered: (names: [String], sentences: [String]) { ([shortName, code.text], [name]) }
}

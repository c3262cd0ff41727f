import Metrics

extension Board {
  /// The name of a part of a metric as people say it.
  func itemName(_ part: BreakdownItem, of metric: MetricID) -> String {
    catalogue[metric]?.itemName(part) ?? part.item
  }

  /// Every breakdown of a metric for which an organisation has figures, in the metric's own order.
  func breakdowns(of metric: MetricID, for code: OrganisationCode, perspective: Perspective) -> [String] {
    var names: [String] = []
    for item in parts(metric, of: code, perspective: perspective) where !names.contains(item.breakdown) {
      names.append(item.breakdown)
    }
    return names
  }
}

import Metrics

/// Rows of a cancer extract that are split by care setting (admitted and not admitted), and their sums.
struct CancerCareSettings {
  private var sums = CancerSums()

  /// Adds the row of one setting.
  mutating func add(
    _ total: Amount, _ within: Amount, _ metric: MetricID, _ organisation: Int, _ month: Period, _ part: BreakdownItem?,
    line: Int
  ) {
    sums.add(
      total, within,
      to: CancerSums.Key(metric: metric, organisation: organisation, month: month, part: part), line: line)
  }

  /// Adds the figures that no row states for all settings, and the wholes that no row states for all cancer types.
  /// Returns the metrics that now have a whole, and those whose whole was added up.
  func finish(into builder: inout ContributionBuilder) -> (whole: Set<MetricID>, addedUp: Set<MetricID>) {
    var (whole, addedUp): (Set<MetricID>, Set<MetricID>) = ([], [])
    for key in sums.order
    where builder.figure(builder.key(key.metric, key.organisation, key.month, key.part)) == nil {
      sums.file(key, into: &builder)
      if key.part == nil { whole.insert(key.metric) }
    }
    let types = sums.order.filter { $0.part?.breakdown == "cancer-type" }
    let unstated = types.filter { builder.figure(builder.key($0.metric, $0.organisation, $0.month)) == nil }
    for key in unstated {
      guard let type = builder.figure(builder.key(key.metric, key.organisation, key.month, key.part)) else { continue }
      builder.add(type.measurement, key.metric, key.organisation, key.month, line: type.rows.line, rows: type.rows.rows)
      addedUp.insert(key.metric)
    }
    return (whole, addedUp)
  }
}

import Metrics

/// Rows of one cancer type and one route or stage, added up where no row states their whole.
struct CancerCrossedRows {
  private var sums = CancerSums()

  /// Adds a row to its type, its route and the whole.
  mutating func add(
    _ total: Amount, _ within: Amount, _ metric: MetricID, _ organisation: Int, _ month: Period,
    _ parts: [BreakdownItem], line: Int, _ builder: inout ContributionBuilder
  ) {
    for part in [nil] + parts {
      sums.add(
        total, within,
        to: CancerSums.Key(metric: metric, organisation: organisation, month: month, part: part), line: line)
      builder.markAsPart(metric, builder.code(organisation), month, part)
    }
  }

  /// Adds the sums of every metric but those whose whole the file states; returns their metrics.
  func finish(without stated: [MetricID], into builder: inout ContributionBuilder) -> Set<MetricID> {
    var added: Set<MetricID> = []
    for key in sums.order where !stated.contains(key.metric) {
      sums.file(key, into: &builder)
      added.insert(key.metric)
    }
    return added
  }
}

import Metrics

/// Rows of one cancer type and one route or stage, added up where no row states their whole.
struct CancerCrossedRows {
  private struct Key: Hashable {
    let metric: MetricID
    let organisation: Int
    let month: Period
    let part: BreakdownItem?
  }

  private struct Sum {
    var total = Amount.missing
    var within = Amount.missing
    var line = Int.max
    var rows = 0
  }

  private var sums: [Key: Sum] = [:]
  private var order: [Key] = []

  /// Adds a row to its type, its route and the whole.
  mutating func add(
    _ total: Amount, _ within: Amount, _ metric: MetricID, _ organisation: Int, _ month: Period,
    _ parts: [BreakdownItem], line: Int, _ builder: inout ContributionBuilder
  ) {
    for part in [nil] + parts {
      let key = Key(metric: metric, organisation: organisation, month: month, part: part)
      if sums[key] == nil { order.append(key) }
      var sum = sums[key] ?? Sum()
      (sum.total, sum.within) = (sum.total + total, sum.within + within)
      (sum.line, sum.rows) = (min(sum.line, line), sum.rows + 1)
      sums[key] = sum
      builder.markAsPart(metric, builder.code(organisation), month, part)
    }
  }

  /// Adds the sums of every metric but those whose whole the file states; returns their metrics.
  func finish(without stated: [MetricID], into builder: inout ContributionBuilder) -> Set<MetricID> {
    var added: Set<MetricID> = []
    for key in order where !stated.contains(key.metric) {
      guard let sum = sums[key] else { continue }
      builder.add(
        sum.total.share(within: sum.within), key.metric, key.organisation, key.month, key.part, line: sum.line,
        rows: sum.rows)
      added.insert(key.metric)
    }
    return added
  }
}

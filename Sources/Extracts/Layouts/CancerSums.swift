import Metrics

/// Rows of a cancer extract added up by metric, organisation, month and part.
struct CancerSums {
  /// What is added up.
  struct Key: Hashable {
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
  /// What is added up, in the order of the rows.
  private(set) var order: [Key] = []

  /// Adds the counts of a row.
  mutating func add(_ total: Amount, _ within: Amount, to key: Key, line: Int) {
    if sums[key] == nil { order.append(key) }
    var sum = sums[key] ?? Sum()
    (sum.total, sum.within) = (sum.total + total, sum.within + within)
    (sum.line, sum.rows) = (min(sum.line, line), sum.rows + 1)
    sums[key] = sum
  }

  /// Adds a sum to the figures of the file.
  func file(_ key: Key, into builder: inout ContributionBuilder) {
    guard let sum = sums[key] else { return }
    builder.add(
      sum.total.share(within: sum.within), key.metric, key.organisation, key.month, key.part, line: sum.line,
      rows: sum.rows)
  }
}

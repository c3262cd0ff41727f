import Metrics

/// Rows of a cancer extract that are split by care setting (admitted and not admitted), and their sums.
struct CancerCareSettings {
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

  /// Adds the row of one setting.
  mutating func add(
    _ total: Amount, _ within: Amount, _ metric: MetricID, _ organisation: Int, _ month: Period, _ part: BreakdownItem?,
    line: Int
  ) {
    let key = Key(metric: metric, organisation: organisation, month: month, part: part)
    if sums[key] == nil { order.append(key) }
    var sum = sums[key] ?? Sum()
    (sum.total, sum.within) = (sum.total + total, sum.within + within)
    (sum.line, sum.rows) = (min(sum.line, line), sum.rows + 1)
    sums[key] = sum
  }

  /// Adds the figures that no row states for all settings, and the wholes that no row states for all cancer types.
  /// Returns the metrics that now have a whole, and those whose whole was added up.
  func finish(into builder: inout ContributionBuilder) -> (whole: Set<MetricID>, addedUp: Set<MetricID>) {
    var (whole, addedUp): (Set<MetricID>, Set<MetricID>) = ([], [])
    for key in order {
      guard builder.figure(builder.key(key.metric, key.organisation, key.month, key.part)) == nil, let sum = sums[key]
      else { continue }
      builder.add(
        sum.total.share(within: sum.within), key.metric, key.organisation, key.month, key.part, line: sum.line,
        rows: sum.rows)
      if key.part == nil { whole.insert(key.metric) }
    }
    let types = order.filter { $0.part?.breakdown == "cancer-type" }
    let unstated = types.filter { builder.figure(builder.key($0.metric, $0.organisation, $0.month)) == nil }
    for key in unstated {
      guard let type = builder.figure(builder.key(key.metric, key.organisation, key.month, key.part)) else { continue }
      builder.add(type.measurement, key.metric, key.organisation, key.month, line: type.rows.line, rows: type.rows.rows)
      addedUp.insert(key.metric)
    }
    return (whole, addedUp)
  }
}

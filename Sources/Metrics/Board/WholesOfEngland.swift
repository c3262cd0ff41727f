/// The metrics and periods for which the extracts cover all of England: published files whose own totals agree with the
/// sum of their rows, and no other rows.
struct WholesOfEngland: Sendable {
  private struct Key: Hashable {
    let metric: MetricID
    let period: Period
  }

  private var keys: Set<Key> = []

  /// - Parameter metrics: the metrics for which England has a target of its own; no others are looked up.
  init(_ contributions: [Contribution], metrics: [MetricID]) {
    var others: Set<Key> = []
    for contribution in contributions {
      let observations = contribution.observations
      let named = metrics.filter(observations.metrics.contains)
      if named.isEmpty { continue }
      let isWhole = contribution.holdsItsTotals
      for metric in named {
        for period in observations.periods {
          if isWhole {
            keys.insert(Key(metric: metric, period: period))
          } else {
            others.insert(Key(metric: metric, period: period))
          }
        }
      }
    }
    keys.subtract(others)
  }

  /// Whether the sum over every organisation is England's figure.
  func contains(_ metric: MetricID, _ period: Period) -> Bool {
    if keys.isEmpty { return false }
    if keys.contains(Key(metric: metric, period: period)) { return true }
    guard period.grain == .quarter || period.grain == .year, let first = period.firstDay?.month,
      let last = period.lastDay?.month
    else { return false }
    return (0...first.months(until: last)).allSatisfy { month in
      keys.contains(Key(metric: metric, period: .month(first.advanced(by: month))))
    }
  }
}

extension Contribution {
  /// Whether a published file states totals and its rows add up to each of them, so that none of its organisations is
  /// missing.
  fileprivate var holdsItsTotals: Bool {
    !isLocal && rowsSkipped == 0 && !statedTotals.isEmpty && statedTotals.allSatisfy { $0.stated == $0.summed }
  }
}

import Metrics

extension [Figure] {
  /// The figures, the worst first: by variance where all have one, otherwise by the figures themselves, the largest
  /// first where neither direction is better; those without a value come last.
  func worstFirst(_ direction: Metric.Direction) -> [Figure] {
    let byVariance = allSatisfy { $0.value == nil || $0.variance != nil }
    return sorted { left, right in
      guard let mine = byVariance ? left.variance : left.value else { return false }
      guard let theirs = byVariance ? right.variance : right.value else { return true }
      return direction == .higher ? mine < theirs : mine > theirs
    }
  }
}

import Metrics

extension Perspective {
  /// The word for it on a page of a metric: whoever answers for a delayed transfer is a local authority.
  func words(of metric: MetricID) -> String {
    self == .commissioners && metric == .delayedDays ? "local authorities" : word
  }

  /// One of them: `provider`, `commissioner`, `local authority`.
  func singular(of metric: MetricID) -> String {
    self == .commissioners && metric == .delayedDays ? "local authority" : String(word.dropLast())
  }
}

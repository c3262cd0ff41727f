import Metrics

extension Perspective {
  /// The word for it on a page of a metric: whoever answers for a delayed transfer is a local authority.
  func words(of metric: Metric?) -> String {
    self == .commissioners && metric?.traits.otherPerspective == .localAuthorities ? "local authorities" : word
  }

  /// One of them: `provider`, `commissioner`, `local authority`.
  func singular(of metric: Metric?) -> String {
    self == .commissioners && metric?.traits.otherPerspective == .localAuthorities
      ? "local authority" : String(word.dropLast())
  }
}

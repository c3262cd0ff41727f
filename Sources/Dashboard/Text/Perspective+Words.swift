import Metrics

extension Perspective {
  /// The word for it on a metric's page: delayed transfers are attributed to local authorities.
  func words(of metric: Metric?) -> String {
    self == .commissioners && metric?.traits.otherPerspective == .localAuthorities ? "local authorities" : word
  }

  /// The singular of that word: `provider`, `commissioner`, `local authority`.
  func singular(of metric: Metric?) -> String {
    self == .commissioners && metric?.traits.otherPerspective == .localAuthorities
      ? "local authority" : String(word.dropLast())
  }
}

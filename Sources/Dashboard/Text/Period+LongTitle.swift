import Metrics

extension Period {
  /// The title with the month's name in full: `October 2016`.
  var longTitle: String { if case .month(let month) = self { "\(month.name) \(month.year)" } else { title } }
}

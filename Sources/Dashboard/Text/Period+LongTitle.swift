import Metrics

extension Period {
  /// `October 2016`: the title with the month in full.
  var longTitle: String { if case .month(let month) = self { "\(month.name) \(month.year)" } else { title } }
}

import Metrics

extension Figure {
  /// `88.4%`, `(17.0) £m`, `2,632 days`.
  package func written(_ metric: Metric) -> String {
    let digits = digits(unit: metric.unit)
    return metric.unit == .percent ? digits + "%" : metric.suffix.isEmpty ? digits : "\(digits) \(metric.suffix)"
  }
}

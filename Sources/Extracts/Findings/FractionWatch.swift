import Metrics

/// The percentages of a file, where all of them lie between 0 and 1 and so look like fractions.
struct FractionWatch {
  private struct Seen {
    var values = 0
    var line = 0
    var areFractions = true
    var isWhole = true
  }

  private var metrics: [MetricID: Seen] = [:]

  /// Records a figure; only rates can be fractions.
  mutating func note(_ measurement: Measurement, _ metric: Metric, line: Int) {
    guard case .rate(let rate) = measurement, metric.unit == .percent else { return }
    var seen = metrics[metric.id] ?? Seen()
    if seen.values == 0 { seen.line = line }
    seen.values += 1
    if rate.ratio < .zero || rate.ratio > Ratio(1) { seen.areFractions = false }
    if rate.whole == nil { seen.isWhole = false }
    metrics[metric.id] = seen
  }

  /// Warns about metrics whose values all look like fractions: at least two of them, and at least one not a whole
  /// number.
  func finish(into builder: inout ContributionBuilder) {
    for (metric, seen) in metrics.sorted(by: { $0.value.line < $1.value.line })
    where seen.areFractions && seen.values > 1 && !seen.isWhole {
      builder.problems.add(.fractions(metric.text, values: seen.values), .warning, line: seen.line)
    }
  }
}

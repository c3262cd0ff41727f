import Metrics

extension Metric {
  /// The suffix of its figures: `%`, `days`; `£m` only where the digits do not show it.
  package var suffix: String { unit == .pounds && !isInMillions ? "" : unit.suffix }

  /// The suffix of its variances: `pp` for percentage points.
  var varianceSuffix: String { unit == .pounds && !isInMillions ? "" : unit.varianceSuffix }

  /// The heading of a column of its figures: the unit, or `figure`.
  package var heading: String { suffix.isEmpty ? "figure" : suffix }
}

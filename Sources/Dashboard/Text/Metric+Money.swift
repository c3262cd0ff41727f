import Metrics

extension Metric {
  /// What follows a figure of it: `%`, `days`; `£m` only where the digits do not say it.
  package var suffix: String { unit == .pounds && !isInMillions ? "" : unit.suffix }

  /// What follows a variance of it: `pp` for percentage points.
  var varianceSuffix: String { unit == .pounds && !isInMillions ? "" : unit.varianceSuffix }

  /// What stands over a column of its figures: its unit, or `figure`.
  package var heading: String { suffix.isEmpty ? "figure" : suffix }
}

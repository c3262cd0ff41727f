import Metrics

extension MetricID {
  /// Whether it is the position of an organisation, this year's or to date: what bridges, schemes and plans stand behind.
  var isPosition: Bool { self == .controlTotal || self == .yearToDate }

  /// Whether its amounts stand in the tables of money, in millions: positions and the records behind them. An amount of
  /// any other metric is written with its unit: `£300k`.
  var isInMillions: Bool { isPosition || self == .bridge || self == .savings || self == .plan }
}

extension Metric {
  /// Whether it is the position of an organisation.
  var isPosition: Bool { id.isPosition }

  /// What stands after a figure of it: `%`, `days`; `£m` only where the digits do not say it.
  var suffix: String { unit == .pounds && !id.isInMillions ? "" : unit.suffix }

  /// What stands after a variance of it: `pt` for percentage points.
  var varianceSuffix: String { unit == .pounds && !id.isInMillions ? "" : unit.varianceSuffix }

  /// What stands over a column of its figures: its unit, or `figure`.
  package var heading: String { suffix.isEmpty ? "figure" : suffix }
}

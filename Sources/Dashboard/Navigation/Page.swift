import Metrics

/// A place on the board.
public enum Page: Hashable, Sendable {
  /// Every metric of the system, or of a place or group in it.
  case overview
  /// One metric of every organisation.
  case metric(MetricID)
  /// Every metric of one organisation.
  case organisation(OrganisationCode)
  /// One metric of one organisation over time, or one part of it.
  case detail(MetricID, OrganisationCode, BreakdownItem?)
  /// The rows of the file that a figure was read from.
  case source(Series.Key, Period)
  /// Every metric of one organisation with what its control chart says, and the grid of variation × assurance.
  case summary(OrganisationCode)
  /// What needs attention, worst first.
  case attention
  /// What is wrong.
  case problems
  /// Who does what by when.
  case actions
  /// The keys.
  case help
  /// The systems a national file can be read for.
  case systems

  /// The page of a series, whatever perspective it was viewed from.
  static func detail(_ key: Series.Key) -> Page { .detail(key.metric, key.organisation, key.part) }
}

/// What the cursor stands on: a thing rather than a row number, so that it stays when rows move.
public enum RowID: Hashable, Sendable {
  /// A metric, in a list of metrics.
  case metric(MetricID)
  /// An organisation.
  case organisation(OrganisationCode)
  /// A metric of an organisation, in the list of what needs attention.
  case exception(Series.Key)
  /// An action, by what it goes by.
  case action(String)
  /// A part of a metric.
  case part(BreakdownItem)
  /// A period of a series.
  case period(Period)
  /// A numbered line: problems, source rows, help, steps of a bridge.
  case line(Int)
}

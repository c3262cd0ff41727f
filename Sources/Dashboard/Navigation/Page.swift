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
  /// Every metric of one organisation with the words of its control chart, and the grid of variation × assurance.
  case summary(OrganisationCode)
  /// What needs attention, the worst first.
  case attention
  /// The problems.
  case problems
  /// Actions: who does what by when.
  case actions
  /// The keys.
  case help
  /// The systems for which a national file can be read.
  case systems

  /// The page of a series, whatever perspective it was viewed from.
  static func detail(_ key: Series.Key) -> Page { .detail(key.metric, key.organisation, key.part) }
}

/// The row under the cursor, identified by its subject rather than a number, so that the cursor stays on it when rows
/// move.
public enum RowID: Hashable, Sendable {
  /// A metric, in a list of metrics.
  case metric(MetricID)
  /// An organisation.
  case organisation(OrganisationCode)
  /// A metric of an organisation, in the list of what needs attention.
  case exception(Series.Key)
  /// An action, by its id.
  case action(String)
  /// A part of a metric.
  case part(BreakdownItem)
  /// A period of a series.
  case period(Period)
  /// A numbered line: problems, source rows, help, steps of a bridge.
  case line(Int)
}

import Metrics

/// A change for the worse that deserves a banner, a bell and a command.
public struct Alert: Hashable, Sendable {
  /// The kind of change.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The latest point is a special cause of concern.
    case concern
    /// The process, if nothing changes, will no longer meet its target.
    case failing
    /// The next figure should have been published by now.
    case late
    /// An action has fallen due.
    case due
  }

  /// The kind of change.
  public let kind: Kind
  /// The series.
  public let key: Series.Key
  /// The period in which it was found; where the next figure is late, the latest period with a figure.
  public var seen = Period.undated
  /// Whether the status has changed since the period before: a long-standing status is not news, however new the file.
  public let isNew: Bool
  /// The organisation, the metric, the figure, the period and the target, as a page writes them.
  public let organisation: String, metric: String, figure: String, period: String, target: String
  /// The sentence of the banner.
  public let sentence: String

  /// The identity of the condition, whatever its figures.
  var edge: Edge { Edge(kind: kind, key: key) }

  /// The identity of a condition that can change.
  struct Edge: Hashable, Sendable {
    let kind: Kind
    let key: Series.Key
  }

  /// The figures as environment variables for the alert command.
  public var environment: [(name: String, value: String)] {
    [
      ("SITREP_ALERT", kind.rawValue), ("SITREP_ORGANISATION", key.organisation.text),
      ("SITREP_ORGANISATION_NAME", organisation), ("SITREP_METRIC", key.metric.text), ("SITREP_METRIC_NAME", metric),
      ("SITREP_FIGURE", figure), ("SITREP_PERIOD", period), ("SITREP_TARGET", target), ("SITREP_SENTENCE", sentence),
    ]
  }
}

import Metrics

/// Something that has turned for the worse: worth a banner, a bell, a command.
public struct Alert: Hashable, Sendable {
  /// What turned.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The latest point is a special cause of concern.
    case concern
    /// The process, left alone, will no longer meet its target.
    case failing
    /// The next figure should have been here.
    case late
    /// An action has fallen due.
    case due
  }

  /// What turned.
  public let kind: Kind
  /// Of which series.
  public let key: Series.Key
  /// The period it was seen in; the latest there is a figure for, where the next is late.
  public var seen = Period.undated
  /// Whether the status is not that of the period before: what has long been so is no news, however new the file.
  public let isNew: Bool
  /// The organisation, the metric, the figure, the period and the target, as a page writes them.
  public let organisation: String, metric: String, figure: String, period: String, target: String
  /// The sentence of the banner.
  public let sentence: String

  /// What it is about, whatever its figures: the identity of its edge.
  var edge: Edge { Edge(kind: kind, key: key) }

  /// What can turn.
  struct Edge: Hashable, Sendable {
    let kind: Kind
    let key: Series.Key
  }

  /// The figures as an optional command is given them, in its environment.
  public var environment: [(name: String, value: String)] {
    [
      ("SITREP_ALERT", kind.rawValue), ("SITREP_ORGANISATION", key.organisation.text),
      ("SITREP_ORGANISATION_NAME", organisation), ("SITREP_METRIC", key.metric.text), ("SITREP_METRIC_NAME", metric),
      ("SITREP_FIGURE", figure), ("SITREP_PERIOD", period), ("SITREP_TARGET", target), ("SITREP_SENTENCE", sentence),
    ]
  }
}

import Metrics

/// The subject of an action or a note: a figure, as far as one is named; otherwise the board.
public struct ActionSubject: Hashable, Sendable {
  /// The metric; `nil` for the board.
  public var metric: MetricID?
  /// The organisation; `nil` for all.
  public var organisation: OrganisationCode?
  /// The period; `nil` for none in particular.
  public var period: Period?

  /// A subject.
  public init(metric: MetricID? = nil, organisation: OrganisationCode? = nil, period: Period? = nil) {
    (self.metric, self.organisation, self.period) = (metric, organisation, period)
  }
}

/// The progress of an action.
public enum ActionStatus: String, Hashable, Sendable, CaseIterable {
  case open
  case inProgress = "in progress"
  case blocked, done, cancelled

  /// A status as people type it; on a command line `in-progress` is one word.
  public init?(_ text: some StringProtocol) {
    self.init(rawValue: text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: " "))
  }

  /// Whether nothing is left to do.
  public var isClosed: Bool { self == .done || self == .cancelled }
}

/// An action, a note or a change: one line in a writer's file, which is never changed again.
public struct ActionEvent: Hashable, Sendable {
  /// The kind of event.
  public enum Kind: String, Hashable, Sendable {
    /// An action was agreed.
    case action
    /// Something was noted about a period.
    case note
    /// An action was changed or corrected.
    case change
  }

  /// The kind of event.
  public var kind: Kind
  /// The id of the action that a change is about: the start of the hash of the line that agreed it. Empty for other
  /// events.
  public var id = ""
  /// The time, by the writer's clock.
  public var at: Moment
  /// The writer: `user@host`.
  public var by: String
  /// The subject; empty for a change.
  public var subject = ActionSubject()
  /// What was agreed or noted, or the comment on a change; empty for none.
  public var text = ""
  /// The owner: a role rather than a person. `nil` where a change leaves it unchanged.
  public var owner: String?
  /// The due day. `nil` where none is set, or a change leaves it unchanged.
  public var due: Day?
  /// The status. `nil` where a change leaves it unchanged.
  public var status: ActionStatus?
  /// The person or role it was escalated to. `nil` for none, or where a change leaves it unchanged.
  public var escalatedTo: String?

  /// An event.
  public init(_ kind: Kind, at: Moment, by: String) { (self.kind, self.at, self.by) = (kind, at, by) }
}

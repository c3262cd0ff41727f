import Metrics

/// What an action or a note is about: a figure, as far as one is named; else the board.
public struct ActionSubject: Hashable, Sendable {
  /// The metric; `nil` for the board.
  public var metric: MetricID?
  /// Whose figure; `nil` for everybody's.
  public var organisation: OrganisationCode?
  /// Of which period; `nil` for none in particular.
  public var period: Period?

  /// What is named.
  public init(metric: MetricID? = nil, organisation: OrganisationCode? = nil, period: Period? = nil) {
    (self.metric, self.organisation, self.period) = (metric, organisation, period)
  }
}

/// How far an action is.
public enum ActionStatus: String, Hashable, Sendable, CaseIterable {
  case open
  case inProgress = "in progress"
  case blocked, done, cancelled

  /// A status as people type it: `in-progress` is one word on a command line.
  public init?(_ text: some StringProtocol) {
    self.init(rawValue: text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: " "))
  }

  /// Whether nothing is left to do.
  public var isClosed: Bool { self == .done || self == .cancelled }
}

/// Something that was agreed, noted or changed: one line of a writer's file, which is never changed again.
public struct ActionEvent: Hashable, Sendable {
  /// What the event is.
  public enum Kind: String, Hashable, Sendable {
    /// An action is agreed.
    case action
    /// Something is noted about a period.
    case note
    /// An action moves on; a correction is one as well.
    case change
  }

  /// What it is.
  public var kind: Kind
  /// The action that a change is about: the beginning of the hash of the line that it was agreed in. Empty for others.
  public var id = ""
  /// When, on the clock of whoever wrote it.
  public var at: Moment
  /// Who wrote it: `user@host`.
  public var by: String
  /// What it is about; of a change nothing.
  public var subject = ActionSubject()
  /// What was agreed or noted; of a change what there is to say of it, and empty for nothing.
  public var text = ""
  /// Who does it: a role rather than a person. `nil` where a change leaves it as it is.
  public var owner: String?
  /// By when. `nil` where none is set, or a change leaves it as it is.
  public var due: Day?
  /// How far it is. `nil` where a change leaves it as it is.
  public var status: ActionStatus?
  /// Who it was escalated to. `nil` for nobody, or where a change leaves it as it is.
  public var escalatedTo: String?

  /// An event.
  public init(_ kind: Kind, at: Moment, by: String) { (self.kind, self.at, self.by) = (kind, at, by) }
}

import Metrics

/// An action as it is now: who does what by when, and its history.
public struct AgreedAction: Hashable, Sendable {
  /// Its id: the first 12 digits of the hash of the line that agreed it.
  public let id: String
  /// The subject.
  public let subject: ActionSubject
  /// The action.
  public let text: String
  /// When it was agreed, and by whom.
  public let raisedAt: Moment, raisedBy: String
  /// The owner; empty where there is none yet.
  public private(set) var owner: String
  /// The due day; `nil` where none is set.
  public private(set) var due: Day?
  /// The status.
  public private(set) var status: ActionStatus
  /// The person or role it was escalated to; empty for none.
  public private(set) var escalatedTo: String
  /// When it was last done or cancelled; `nil` while it is open.
  public private(set) var closedAt: Moment?
  /// Every event, starting with the agreement.
  public private(set) var history: [ActionEvent]

  init(id: String, _ event: ActionEvent) {
    self.id = id
    subject = event.subject
    text = event.text
    (raisedAt, raisedBy) = (event.at, event.by)
    owner = event.owner ?? ""
    due = event.due
    status = event.status ?? .open
    escalatedTo = event.escalatedTo ?? ""
    closedAt = status.isClosed ? event.at : nil
    history = [event]
  }

  mutating func take(_ change: ActionEvent) {
    history.append(change)
    if let owner = change.owner { self.owner = owner }
    if let due = change.due { self.due = due }
    if let escalated = change.escalatedTo { escalatedTo = escalated }
    guard let status = change.status else { return }
    closedAt = status.isClosed ? (self.status == status ? closedAt : change.at) : nil
    self.status = status
  }

  /// The latest comment; empty where there is none after the agreement.
  public var lastWords: String { history.dropFirst().last { !$0.text.isEmpty }?.text ?? "" }

  /// Whether it is still to be done.
  public var isOpen: Bool { !status.isClosed }
  /// Whether it was due before a day and is still open.
  public func isOverdue(on day: Day) -> Bool { isOpen && due.map { $0 < day } ?? false }
}

/// Something that happened in a period and should be known beside its figure.
public struct ActionNote: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// The subject.
  public let subject: ActionSubject
  /// What happened.
  public let text: String
  /// When it was noted, and by whom.
  public let at: Moment, by: String
}

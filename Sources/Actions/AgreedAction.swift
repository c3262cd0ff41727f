import Metrics

/// An action as it stands now: who does what by when, and how it came to that.
public struct AgreedAction: Hashable, Sendable {
  /// What it goes by: the first 12 digits of the hash of the line it was agreed in.
  public let id: String
  /// What it is about.
  public let subject: ActionSubject
  /// What is to be done.
  public let text: String
  /// When, and by whom, it was agreed.
  public let raisedAt: Moment, raisedBy: String
  /// Who does it; empty for nobody yet.
  public private(set) var owner: String
  /// By when; `nil` where no day is set.
  public private(set) var due: Day?
  /// How far it is.
  public private(set) var status: ActionStatus
  /// Who it was escalated to; empty for nobody.
  public private(set) var escalatedTo: String
  /// When it was last done or cancelled; `nil` while it is not.
  public private(set) var closedAt: Moment?
  /// Every event, the first being how it was agreed.
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

  /// What was last said of it; empty where nothing was beyond how it was agreed.
  public var lastWords: String { history.dropFirst().last { !$0.text.isEmpty }?.text ?? "" }

  /// Whether something is left to do.
  public var isOpen: Bool { !status.isClosed }
  /// Whether it should have been done before a day.
  public func isOverdue(on day: Day) -> Bool { isOpen && due.map { $0 < day } ?? false }
}

/// Something that happened in a period and is worth knowing beside its figure.
public struct ActionNote: Hashable, Sendable {
  /// What it goes by.
  public let id: String
  /// What it is about.
  public let subject: ActionSubject
  /// What happened.
  public let text: String
  /// When, and by whom, it was noted.
  public let at: Moment, by: String
}

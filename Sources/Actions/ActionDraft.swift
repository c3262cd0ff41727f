import Metrics

/// An action, a note or a change as a user typed it, before it is written.
public struct ActionDraft: Hashable, Sendable {
  /// The kind of event.
  public var kind: ActionEvent.Kind
  /// The id of the action that a change is about.
  public var id = ""
  /// What it is about.
  public var subject = ActionSubject()
  /// The action, what happened, or the comment on a change.
  public var text = ""
  /// The owner; empty for none, or to leave it unchanged.
  public var owner = ""
  /// The due day as typed; empty for none, or to leave it unchanged.
  public var due = ""
  /// The status as typed; empty for open, or to leave it unchanged.
  public var status = ""
  /// The person or role it was escalated to; empty for none, or to leave it unchanged.
  public var escalatedTo = ""

  /// An empty draft.
  public init(_ kind: ActionEvent.Kind) { self.kind = kind }

  /// The most letters of a text.
  public static let mostLetters = 500

  /// Why it cannot be written: what is wrong, and what to do.
  public struct Refusal: Error, Hashable, Sendable {
    /// A sentence.
    public let message: String

    /// A refusal in a sentence.
    public init(message: String) { self.message = message }
  }

  /// The event, with its time and writer.
  public func event(at moment: Moment, by writer: String) throws(Refusal) -> ActionEvent {
    var event = ActionEvent(kind, at: moment, by: writer)
    event.id = id
    event.subject = subject
    event.text = try ActionDraft.checked(text, "the text")
    let owner = try ActionDraft.checked(owner, "the owner")
    let escalated = try ActionDraft.checked(escalatedTo, "whom it was escalated to")
    event.owner = owner.isEmpty ? nil : owner
    event.escalatedTo = escalated.isEmpty ? nil : escalated
    if !due.isEmpty {
      guard let day = DueDay.read(due, on: moment.day) else {
        throw Refusal(message: "\"\(due)\" is not a day; expected one such as \(DueDay.examples)")
      }
      event.due = day
    }
    if !status.isEmpty {
      guard let known = ActionStatus(status) else {
        let words = ActionStatus.allCases.map(\.rawValue).joined(separator: ", ")
        throw Refusal(message: "\"\(status)\" is not a status; expected \(words)")
      }
      event.status = known
    }
    try ActionDraft.check(event)
    return event
  }

  private static func check(_ event: ActionEvent) throws(Refusal) {
    switch event.kind {
    case .action where event.text.isEmpty: throw Refusal(message: "what is to be done? an action needs a text")
    case .note where event.text.isEmpty: throw Refusal(message: "what happened? a note needs a text")
    case .change
    where event.text.isEmpty && event.owner == nil && event.due == nil && event.status == nil
      && event.escalatedTo == nil:
      throw Refusal(message: "nothing was changed; give a text, an owner, a day or a status")
    case .action, .note, .change: break
    }
  }

  /// A text on one line, without surrounding blanks; refused where it contains an NHS number, or is too long.
  private static func checked(_ text: String, _ name: String) throws(Refusal) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count <= mostLetters, line.utf8.count <= 4 * mostLetters else {
      throw Refusal(message: "\(name) has \(line.count) letters; expected \(mostLetters) at most")
    }
    if let number = NHSNumber.first(in: text) {
      throw Refusal(
        message: "\"\(number)\" is an NHS number; actions are kept in a shared folder and must not name patients. "
          + "Leave the number out")
    }
    return line
  }
}

import Actions
import Metrics

/// An action, a note or a change while it is being typed, one field after the other.
public struct ActionForm: Hashable, Sendable {
  /// A field of the form.
  enum Field: Hashable, Sendable {
    case text, status, owner, due, escalatedTo

    var label: String {
      switch self {
      case .text: "text"
      case .status: "status"
      case .owner: "owner"
      case .due: "due"
      case .escalatedTo: "escalated to"
      }
    }

    fileprivate var path: WritableKeyPath<ActionDraft, String> {
      switch self {
      case .text: \.text
      case .status: \.status
      case .owner: \.owner
      case .due: \.due
      case .escalatedTo: \.escalatedTo
      }
    }
  }

  /// The draft.
  public private(set) var draft: ActionDraft
  /// Its subject in words: `Salter Bay A&E four-hour, Feb 2018`.
  let about: String
  /// The current field, counted from 0.
  private(set) var place = 0

  init(_ draft: ActionDraft, about: String) { (self.draft, self.about) = (draft, about) }

  /// The fields from top to bottom.
  var fields: [Field] {
    switch draft.kind {
    case .action: [.text, .owner, .due]
    case .note: [.text]
    case .change: [.status, .text, .owner, .due, .escalatedTo]
    }
  }

  var field: Field { fields[place] }
  var isLast: Bool { place == fields.count - 1 }

  /// The text of the current field.
  var text: String {
    get { draft[keyPath: field.path] }
    set { draft[keyPath: field.path] = newValue }
  }

  /// The same form with another text in the current field.
  func with(_ text: String) -> ActionForm {
    var form = self
    form.text = text
    return form
  }

  /// The text of any field.
  func text(of field: Field) -> String { draft[keyPath: field.path] }

  /// `New action`, `Note`, `Change`.
  var title: String {
    switch draft.kind {
    case .action: "New action"
    case .note: "New note"
    case .change: "Change the action"
    }
  }

  /// Moves to another field; returns whether there is one.
  mutating func move(by step: Int) -> Bool {
    guard fields.indices.contains(place + step) else { return false }
    place += step
    return true
  }

  /// What can be typed into the field.
  var hint: String {
    switch field {
    case .text:
      switch draft.kind {
      case .action: "what will be done; no patients' names or numbers"
      case .note: "what happened in this period"
      case .change: "a comment; optional"
      }
    case .status: "open, in progress, blocked, done or cancelled; the first letter is enough"
    case .owner: draft.kind == .change ? "leave empty to keep it" : "a role rather than a person; optional"
    case .due: "\(DueDay.examples)\(draft.kind == .change ? "; leave empty to keep it" : "; optional")"
    case .escalatedTo: "leave empty to keep it"
    }
  }

  /// The draft, with an incomplete status completed.
  var finished: ActionDraft {
    var draft = draft
    let begun = draft.status.lowercased()
    if !begun.isEmpty, let known = ActionStatus.allCases.first(where: { $0.rawValue.hasPrefix(begun) }) {
      draft.status = known.rawValue
    }
    return draft
  }
}

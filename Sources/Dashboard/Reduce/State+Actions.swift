import Actions
import Metrics

/// Writing actions and notes.
extension State {
  /// The message where no folder of actions is open.
  private static let noFolder = "no folder of actions is open; start sitrep with --actions FOLDER"

  /// Begins an action about the figure under the cursor or, on the actions page, a change to the action under it.
  mutating func startAction() {
    guard agreed != nil else { return message = Self.noFolder }
    if case .action(let id)? = selectedRow {
      guard let action = agreed?.book.action(id) else { return message = "that action is no longer there" }
      var draft = ActionDraft(.change)
      draft.id = action.id
      open(ActionForm(draft, about: elidedMiddle(action.text)))
    } else {
      start(.action)
    }
  }

  /// Begins a note about the period under the cursor.
  mutating func startNote() {
    guard agreed != nil else { return message = Self.noFolder }
    start(.note)
  }

  private mutating func start(_ kind: ActionEvent.Kind) {
    var draft = ActionDraft(kind)
    if let (key, period) = content.figureUnderCursor {
      draft.subject = ActionSubject(metric: key.metric, organisation: key.organisation, period: period)
    }
    open(ActionForm(draft, about: board.words(of: draft.subject)))
  }

  private mutating func open(_ form: ActionForm) {
    lettersAfterCaret = 0
    prompt = .form(form)
  }

  private func elidedMiddle(_ text: String) -> String { elided(text, to: 40) }

  /// Moves to the next field of a form, or the one before.
  mutating func moveField(by step: Int) {
    guard case .form(var form) = prompt else { return }
    if !form.move(by: step) { message = step < 0 ? "this is the first field" : "this is the last field; Enter writes" }
    lettersAfterCaret = 0
    prompt = .form(form)
  }

  /// Moves to the next field, and writes after the last; a refused form stays open to be corrected.
  mutating func submit(_ form: ActionForm) -> [Effect] {
    guard form.isLast else {
      moveField(by: 1)
      return []
    }
    let draft = form.finished
    do {
      _ = try draft.event(at: now, by: "")
    } catch {
      message = error.message
      return []
    }
    prompt = nil
    return [.act(draft)]
  }

  /// Returns a draft that could not be written, so that it can be written again, unless something else is being typed.
  mutating func takeBack(_ draft: ActionDraft, _ why: String) {
    if prompt == nil { open(ActionForm(draft, about: board.words(of: draft.subject))) }
    message = why
  }

  /// Adopts the actions that were read, and reports those that have become due.
  mutating func take(_ book: ActionBook) -> [Effect] {
    let isFirst = agreed == nil
    agreed = AgreedActions(book, on: today, edition: (agreed?.edition ?? 0) + 1)
    return tellDue(isFirst: isFirst)
  }

  /// Updates the actions on a new day, on which others are overdue.
  mutating func takeDayOfActions() -> [Effect] {
    guard let known = agreed, known.day != today else { return [] }
    agreed = AgreedActions(known.book, on: today, edition: known.edition + 1)
    return tellDue(isFirst: false)
  }

  private mutating func tellDue(isFirst: Bool) -> [Effect] {
    guard let agreed else { return [] }
    let due = agreed.inOrder.prefix { $0.isOpen }.filter { $0.due.map { $0 <= today } ?? false }
    let alerts = alerts.look(atDue: due.map { AlertConditions.due($0, board, today) }, isFirst: isFirst, now: now)
    return alerts.isEmpty ? [] : [.bell] + alerts.map(Effect.notify)
  }
}

import Actions
import Metrics
import Screen

/// Actions and notes, as `sitrep actions` prints them.
public struct ActionListing {
  private let book: ActionBook
  private let today: Day

  /// The listing of a book on a day.
  public init(_ book: ActionBook, on today: Day) { (self.book, self.today) = (book, today) }

  private var actions: [AgreedAction] { book.inOrder(on: today) }

  /// Tables for people: open actions, closed actions, notes.
  public var text: String {
    let open = actions.filter(\.isOpen)
    let closed = actions.filter { !$0.isOpen }
    var lines: [String] = []
    let tally = ActionBook.tally(open, on: today)
    lines.append(open.isEmpty ? "No open actions" : tally.words)
    if !open.isEmpty { lines += table(open).lines }
    if !closed.isEmpty { lines += ["", "Closed"] + table(closed).lines }
    if !book.notes.isEmpty {
      var notes = TextTable([("id", .leading), ("noted", .leading), ("about", .leading), ("note", .leading)])
      notes.rows = book.notes.map { [$0.id, Self.title($0.at.day), Self.about($0.subject), $0.text] }
      lines += ["", "Notes"] + notes.lines
    }
    return lines.joined(separator: "\n")
  }

  private func table(_ actions: [AgreedAction]) -> TextTable {
    var table = TextTable([
      ("id", .leading), ("status", .leading), ("due", .leading), ("owner", .leading), ("about", .leading),
      ("action", .leading), ("last word", .leading),
    ])
    table.rows = actions.map { action in
      [
        action.id, action.isOverdue(on: today) ? "\(action.status.rawValue), overdue" : action.status.rawValue,
        action.due.map(Self.title) ?? "", action.owner, Self.about(action.subject), action.text, action.lastWords,
      ]
    }
    return table
  }

  /// One JSON array, with an object for each action and note, for scripts.
  public var json: String {
    let objects =
      actions.map { action in
        JSON.object([
          ("id", .text(action.id)), ("kind", .text("action")), ("raised_at", .text(Self.stamp(action.raisedAt))),
          ("raised_by", .text(action.raisedBy)), ("metric", .text(orNull: action.subject.metric?.text)),
          ("organisation", .text(orNull: action.subject.organisation?.text)),
          ("period", .text(orNull: action.subject.period?.text)), ("text", .text(action.text)),
          ("owner", .text(orNull: action.owner)), ("due", .text(orNull: action.due?.text)),
          ("status", .text(action.status.rawValue)), ("overdue", .flag(action.isOverdue(on: today))),
          ("escalated_to", .text(orNull: action.escalatedTo)),
          ("closed_at", .text(orNull: action.closedAt.map(Self.stamp))),
          ("history", .list(action.history.map(Self.object))),
        ])
      }
      + book.notes.map { note in
        JSON.object([
          ("id", .text(note.id)), ("kind", .text("note")), ("raised_at", .text(Self.stamp(note.at))),
          ("raised_by", .text(note.by)), ("metric", .text(orNull: note.subject.metric?.text)),
          ("organisation", .text(orNull: note.subject.organisation?.text)),
          ("period", .text(orNull: note.subject.period?.text)), ("text", .text(note.text)), ("owner", .null),
          ("due", .null), ("status", .null), ("overdue", .flag(false)), ("escalated_to", .null), ("closed_at", .null),
          ("history", .list([])),
        ])
      }
    return objects.isEmpty ? "[]" : "[\n" + objects.map { "  " + $0.line }.joined(separator: ",\n") + "\n]"
  }

  private static func object(_ event: ActionEvent) -> JSON {
    .object([
      ("at", .text(stamp(event.at))), ("by", .text(event.by)), ("text", .text(orNull: event.text)),
      ("owner", .text(orNull: event.owner)), ("due", .text(orNull: event.due?.text)),
      ("status", .text(orNull: event.status?.rawValue)), ("escalated_to", .text(orNull: event.escalatedTo)),
    ])
  }

  /// One table for a spreadsheet.
  public var csv: String {
    let head = [
      "id", "kind", "raised_at", "raised_by", "metric", "organisation", "period", "text", "owner", "due", "status",
      "overdue", "escalated_to", "closed_at", "last_word",
    ]
    let rows =
      actions.map { action in
        [
          action.id, "action", Self.stamp(action.raisedAt), action.raisedBy, action.subject.metric?.text ?? "",
          action.subject.organisation?.text ?? "", action.subject.period?.text ?? "", action.text, action.owner,
          action.due?.text ?? "", action.status.rawValue, action.isOverdue(on: today) ? "yes" : "no",
          action.escalatedTo, action.closedAt.map(Self.stamp) ?? "", action.lastWords,
        ]
      }
      + book.notes.map { note in
        [
          note.id, "note", Self.stamp(note.at), note.by, note.subject.metric?.text ?? "",
          note.subject.organisation?.text ?? "", note.subject.period?.text ?? "", note.text, "", "", "", "", "", "", "",
        ]
      }
    return ([head] + rows.map { $0.map(CSV.harmless) }).map(CSV.line).joined(separator: "\n")
  }

  private static func stamp(_ moment: Moment) -> String { "\(moment.day.text)T\(moment.clockWithSeconds)" }

  private static func title(_ day: Day) -> String { Period.title(of: day) }

  /// The subject in words: `rtt.incomplete RD8 Feb 2018`; `the board` where none is named.
  private static func about(_ subject: ActionSubject) -> String {
    let words = [subject.metric?.text, subject.organisation?.text, subject.period?.title].compactMap { $0 }
    return words.isEmpty ? "the board" : words.joined(separator: " ")
  }
}

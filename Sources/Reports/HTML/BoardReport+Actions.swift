import Actions
import Dashboard
import Metrics

extension BoardReport {
  /// Who does what by when, the overdue first, and what was noted; nothing where no folder of actions is open.
  var actions: [HTML] {
    guard let book else {
      return scope.parts == [.actions]
        ? [.element("p", [:], "No folder of actions was named: add --actions FOLDER.")] : []
    }
    let actions = book.inOrder(on: today).filter { scope.contains(about($0.subject)) }
    let notes = book.notes.filter { scope.contains(about($0.subject)) }
    let tally = ActionBook.tally(actions, on: today)
    let open = HTML.element("p", [:], tally.open == 0 ? "No open actions." : "Open: \(tally.words).")
    return [open] + (actions.isEmpty ? [] : [table(of: actions)]) + (notes.isEmpty ? [] : [table(of: notes)])
  }

  private func about(_ subject: ActionSubject) -> (metric: MetricID?, organisation: OrganisationCode?) {
    (subject.metric, subject.organisation)
  }

  private func table(of actions: [AgreedAction]) -> HTML {
    ReportTable(
      caption: "Actions, the overdue first",
      columns: [
        .init("action", isWide: true), .init("about", isWide: true), .init("owner"), .init("due"), .init("status"),
        .init("escalated to"), .init("agreed"), .init("last word", isWide: true),
      ],
      rows: actions.map { action in
        let isOverdue = action.isOverdue(on: today)
        return [
          .init(action.text, value: action.id), .init(board.words(of: action.subject)),
          .init(action.owner.isEmpty ? "no owner" : action.owner),
          .init(action.due.map { Period.title(of: $0) } ?? "", value: action.due?.text, look: isOverdue ? .late : nil),
          .init(
            isOverdue ? "\(action.status.rawValue), overdue" : action.status.rawValue, look: isOverdue ? .late : nil),
          .init(action.escalatedTo), .init("\(Period.title(of: action.raisedAt.day)), \(action.raisedBy)"),
          .init(action.lastWords),
        ]
      }
    ).html
  }

  private func table(of notes: [ActionNote]) -> HTML {
    ReportTable(
      caption: "Notes", columns: [.init("note", isWide: true), .init("about", isWide: true), .init("noted")],
      rows: notes.map { note in
        [
          .init(note.text, value: note.id), .init(board.words(of: note.subject)),
          .init("\(Period.title(of: note.at.day)), \(note.by)"),
        ]
      }
    ).html
  }
}

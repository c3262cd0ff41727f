import Actions
import Metrics

extension Board {
  /// The subject of an action: `Salter Bay A&E four-hour, Feb 2018`; `the board` where none is named.
  package func words(of subject: ActionSubject) -> String {
    let name = subject.organisation.map { organisation($0).shortName }
    let metric = subject.metric.map { catalogue[$0]?.shortTitle ?? $0.text }
    let figure = [name, metric].compactMap { $0 }.joined(separator: " ")
    let words = [figure, subject.period?.title ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return words.isEmpty ? "the board" : words
  }
}

extension AgreedAction {
  /// `overdue since 27 Mar 2018`, `due today`, `due 27 Mar 2018`; empty where no day is set, and for a closed action.
  func dueWords(on day: Day) -> String {
    guard isOpen, let due else { return "" }
    if due == day { return "due today" }
    return (due < day ? "overdue since " : "due ") + Period.title(of: due)
  }

  /// The action as a sentence for plain text: what, about what, who, by when, and its status.
  func sentence(_ board: Board, on day: Day) -> String {
    let parts = [
      text, board.words(of: subject), owner.isEmpty ? "no owner" : owner, dueWords(on: day), status.rawValue,
      escalatedTo.isEmpty ? "" : "escalated to \(escalatedTo)", lastWords,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "; ") + "."
  }
}

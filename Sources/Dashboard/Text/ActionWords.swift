import Actions
import Metrics

extension Board {
  /// What an action is about: `Salter Bay A&E four-hour, Feb 2018`; `the board` where nothing is named.
  func words(of subject: ActionSubject) -> String {
    let name = subject.organisation.map { organisation($0).shortName }
    let metric = subject.metric.map { catalogue[$0]?.shortTitle ?? $0.text }
    let figure = [name, metric].compactMap { $0 }.joined(separator: " ")
    let words = [figure, subject.period?.title ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return words.isEmpty ? "the board" : words
  }
}

extension AgreedAction {
  /// `overdue since 27 Mar 2018`, `due today`, `due 27 Mar 2018`; empty where no day is set or nothing is left to do.
  func dueWords(on day: Day) -> String {
    guard isOpen, let due else { return "" }
    if due == day { return "due today" }
    return (due < day ? "overdue since " : "due ") + Period.title(of: due)
  }

  /// The action in a sentence, as it is read out: what, about what, who, by when, how far.
  func sentence(_ board: Board, on day: Day) -> String {
    let parts = [
      text, board.words(of: subject), owner.isEmpty ? "no owner" : owner, dueWords(on: day), status.rawValue,
      escalatedTo.isEmpty ? "" : "escalated to \(escalatedTo)", lastWords,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "; ") + "."
  }
}

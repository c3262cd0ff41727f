import Actions
import Metrics
import Screen

/// The content of the actions page.
extension ActionsPage {
  static let word = "actions"
  static let kinds: PageKinds = [.filtered, .agreed]

  var title: String { "Actions" }

  func rows(of pane: Int) -> [RowID] { shown.map { .action($0.id) } }
  var noRows: String { nothing }
  func open(_ row: RowID?) -> RowDestination {
    guard case .action(let id)? = row, let action = state.agreed?.book.action(id) else {
      return .nowhere("nothing to open here")
    }
    guard let metric = action.subject.metric else { return .nowhere("an action about the board; there is no figure") }
    guard state.board.catalogue[metric] != nil else { return .nowhere("no metric here is called \(metric)") }
    let code = action.subject.organisation ?? state.board.tree.system.code
    guard state.board.tree.byCode[code] != nil else { return .nowhere("no organisation here has the code \(code)") }
    return .page(.detail(metric, code, nil), cursor: action.subject.period.map(RowID.period))
  }

  var sentences: [String] {
    guard let selected else { return [] }
    return [
      selected.sentence(state.board, on: state.today), selected.dueWords(on: state.today), selected.status.rawValue,
    ].filter { !$0.isEmpty }
  }

  var compactNames: [String] {
    let words = state.agreed?.tally.words ?? ""
    return [words.isEmpty ? "Actions" : words, "Actions"]
  }
  var nothing: String {
    guard state.agreed != nil else { return "no folder of actions is open; start sitrep with --actions FOLDER" }
    return noFit ?? "nothing has been agreed yet; A on a figure agrees an action"
  }
  func compact(_ row: RowID) -> CompactRow {
    guard case .action(let id) = row, let action = state.agreed?.book.action(id) else { return .nothing }
    return CompactRow(
      StyledText(
        action.sentence(state.board, on: state.today), action.isOverdue(on: state.today) ? .late : .text))
  }

  var spoken: [String] {
    let shown = shown
    guard !shown.isEmpty else { return [nothing.capitalizedFirst + "."] }
    return [(state.agreed?.tally.words).map { $0.isEmpty ? "Nothing open." : $0 + "." } ?? ""]
      + shown.map { $0.sentence(state.board, on: state.today) }
  }

  /// On a wall, the open actions in large lines.
  var wall: WallView {
    WallView(
      organisation: state.board.tree.system.code, title: "actions", shortTitle: "actions", period: nil, figures: [],
      actions: (state.agreed?.inOrder ?? []).prefix { $0.isOpen }.map { $0 })
  }
}

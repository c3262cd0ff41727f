import Actions
import Metrics
import Screen

/// The open actions on a wall: the action, then its owner and due date below, with a blank line between actions where
/// there is room.
struct WallActions {
  let actions: [AgreedAction]
  let state: State

  func draw(on frame: inout Frame, in region: Region) {
    let inner = region.inset(rows: 0, columns: region.columns >= 40 ? 2 : 0)
    guard !actions.isEmpty else {
      frame.write(
        StyledText(state.agreed == nil ? "no folder of actions" : "nothing open", .strong), in: inner, line: 0)
      return
    }
    let height = inner.rows >= actions.count * 3 ? 3 : 2
    let most = max(1, inner.rows / height)
    // Where not all fit, the last place says how many more there are.
    let count = actions.count > most ? most - (inner.rows % height > 0 ? 0 : 1) : actions.count
    for (place, action) in actions.prefix(max(1, count)).enumerated() {
      let isOverdue = action.isOverdue(on: state.today)
      frame.write(
        StyledText(isOverdue ? "◆ " : "· ", isOverdue ? .late : .faint) + StyledText(action.text, .strong), in: inner,
        line: place * height)
      let words = [
        action.owner.isEmpty ? "no owner" : action.owner, action.dueWords(on: state.today),
        action.status == .open ? "" : action.status.rawValue, state.board.words(of: action.subject),
      ]
      guard height * place + 1 < inner.rows else { break }
      frame.write(
        StyledText("  " + words.filter { !$0.isEmpty }.joined(separator: " · "), isOverdue ? .late : .faint), in: inner,
        line: place * height + 1)
    }
    if count < actions.count, count * height < inner.rows {
      frame.write(StyledText("and \(actions.count - max(1, count)) more", .faint), in: inner, line: count * height)
    }
  }
}

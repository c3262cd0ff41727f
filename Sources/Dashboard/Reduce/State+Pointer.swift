import Metrics
import Screen

/// The mouse: whatever is drawn can be pressed.
extension State {
  /// Handles a press: it selects a row, moves the keyboard to a panel, follows a breadcrumb back, or acts as the key it
  /// names.
  mutating func press(_ position: Position) -> [Effect] {
    switch render(self).spot(at: position) {
    case .pane(let pane)?: focus(pane)
    case .row(let pane, let index)?: select(index, in: pane)
    case .crumb(let stop)?: goBack(to: stop)
    case .key(let key)?: return carryOut(&self, Keymap.action(for: key, in: self))
    case nil: message = "nothing to click there"
    }
    return []
  }

  /// Handles a double press: it opens a row; anything else is pressed again.
  mutating func pressTwice(_ position: Position) -> [Effect] {
    switch render(self).spot(at: position) {
    case .pane(let pane)?:
      focus(pane)
      return open()
    case .row(let pane, let index)?:
      select(index, in: pane)
      return open()
    case .crumb?, .key?, nil: return press(position)
    }
  }

  /// Handles the wheel over a panel: the keyboard moves there, and the cursor moves.
  mutating func scroll(at position: Position, by step: Int) {
    switch render(self).spot(at: position) {
    case .pane(let pane)?, .row(let pane, _)?: focus(pane)
    case .crumb?, .key?, nil: break
    }
    jump(by: step)
  }

  private mutating func focus(_ pane: Int) {
    if pane < content.paneCount { visit.pane = pane }
  }

  private mutating func select(_ index: Int, in pane: Int) {
    focus(pane)
    let rows = content.rows(of: pane)
    if visit.pane == pane, rows.indices.contains(index) { visit.moveCursor(to: rows[index]) }
  }

  private mutating func goBack(to stop: Int) {
    guard stop < visits.count - 1 else {
      message = "this is where you are"
      return
    }
    visits.removeLast(visits.count - 1 - max(0, stop))
  }
}

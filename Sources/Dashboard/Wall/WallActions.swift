import Actions
import Metrics
import Screen

/// The open actions on a wall, the overdue ones first: each in letters as large as leave room for all of them, then in
/// ordinary ones with its owner and due date.
struct WallActions {
  let actions: [AgreedAction]
  let state: State

  func draw(on frame: inout Frame, in region: Region) {
    let inner = region.inset(rows: 0, columns: region.columns >= 40 ? 2 : 0)
    guard !actions.isEmpty else {
      let nothing = state.agreed == nil ? "no folder of actions" : "nothing open"
      frame.write(StyledText(nothing, .strong), in: inner, line: inner.rows / 2, alignment: .centre)
      return
    }
    if drawLarge(on: &frame, in: inner) { return }
    drawSmall(on: &frame, in: inner)
  }

  /// Draws as many actions as fit in large letters, and returns whether these are all of them, or at least three.
  private func drawLarge(on frame: inout Frame, in inner: Region) -> Bool {
    guard let texts = largest(in: inner.size) else { return false }
    var top = 0
    // What is left is shared by the gaps between them.
    let used = texts.reduce(0) { $0 + Self.rows($1) }
    let gap = min(3, max(0, inner.rows - used) / texts.count)
    for (action, lines) in zip(actions, texts) {
      let role: Role = action.isOverdue(on: state.today) ? .late : .strong
      for line in lines {
        line.draw(on: &frame, in: inner.inset(top: top), role: role)
        top += line.size.rows + 1
      }
      for line in said(action) where top < inner.rows {
        frame.write(line, in: inner, line: top)
        top += 1
      }
      top += 1 + gap
    }
    if texts.count < actions.count {
      frame.write(
        StyledText("\(actions.count - texts.count) more", .faint), in: inner, line: inner.rows - 1, alignment: .trailing
      )
    }
    return true
  }

  /// The lines of all actions at the largest scale at which they fit; at the smallest, of as many of them as fit.
  private func largest(in size: Size) -> [[BigDigits]]? {
    for scale in [3, 2, 1] {
      let texts = actions.prefix(Self.most).map { Self.lines($0.text, scale, columns: size.columns) }
      guard texts.allSatisfy({ $0 != nil }) else { continue }
      let lines = texts.compactMap { $0 }
      var left = size.rows
      let fitting = lines.prefix { lines in
        left -= Self.rows(lines)
        return left >= 0
      }
      if fitting.count == actions.count || scale == 1 && fitting.count >= 3 { return Array(fitting) }
    }
    return nil
  }

  /// No wall has room for more than this many actions in large letters.
  private static let most = 24

  /// The rows that an action takes: its large lines, the ordinary ones, and a blank one.
  private static func rows(_ lines: [BigDigits]) -> Int {
    lines.reduce(3) { $0 + $1.size.rows + 1 }
  }

  /// A text in large letters on lines of at most so many cells; `nil` where it has a character without a shape, or a
  /// word that is too long.
  private static func lines(_ text: String, _ scale: Int, columns: Int) -> [BigDigits]? {
    var lines: [String] = []
    func size(_ text: String) -> Int? { BigDigits.name(text, scale: scale)?.size.columns }
    for word in text.split(separator: " ") {
      guard let width = size(String(word)), width <= columns else { return nil }
      if let last = lines.last, let joined = size("\(last) \(word)"), joined <= columns {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.compactMap { BigDigits.name($0, scale: scale) }
  }

  /// The action in ordinary letters, then its owner, due date, status and subject.
  private func said(_ action: AgreedAction) -> [StyledText] {
    let isOverdue = action.isOverdue(on: state.today)
    let words = [
      action.owner.isEmpty ? "no owner" : action.owner, action.dueWords(on: state.today),
      action.status == .open ? "" : action.status.rawValue, state.board.words(of: action.subject),
    ]
    return [
      StyledText(isOverdue ? "◆ " : "· ", isOverdue ? .late : .faint) + StyledText(action.text, .strong),
      StyledText("  " + words.filter { !$0.isEmpty }.joined(separator: " · "), isOverdue ? .late : .faint),
    ]
  }

  /// Draws the actions in ordinary letters, with a blank line between them where there is room.
  private func drawSmall(on frame: inout Frame, in inner: Region) {
    let height = inner.rows >= actions.count * 3 ? 3 : 2
    let most = max(1, inner.rows / height)
    // Where not all fit, the last place says how many more there are.
    let count = actions.count > most ? most - (inner.rows % height > 0 ? 0 : 1) : actions.count
    for (place, action) in actions.prefix(max(1, count)).enumerated() {
      for (line, text) in said(action).enumerated() where height * place + line < inner.rows {
        frame.write(text, in: inner, line: place * height + line)
      }
    }
    if count < actions.count, count * height < inner.rows {
      frame.write(StyledText("and \(actions.count - max(1, count)) more", .faint), in: inner, line: count * height)
    }
  }
}

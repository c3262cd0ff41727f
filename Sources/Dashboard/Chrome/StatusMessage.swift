import Metrics
import Screen

/// What must be shown on a screen of any size: a line being typed, the answer to a key, the progress of reading, an
/// alert. Where it has no line of its own, it replaces the last line for as long as it is needed.
struct StatusMessage {
  let state: State

  init(_ state: State) { self.state = state }

  /// The board's last message, the progress of reading, or an alert that has not been acknowledged.
  func words(room: Int) -> StyledText? {
    let message = state.message.isEmpty ? state.reading?.words ?? "" : state.message
    guard message.isEmpty else { return StyledText(message, .message) }
    return AlertBanner(state).text(room: room) ?? (state.remark.isEmpty ? nil : StyledText(state.remark, .message))
  }

  /// The lines that it takes where it has no line of its own: two where there is room and one is not enough.
  func lines(columns: Int, rows: Int) -> [StyledText] {
    guard let words = words(room: columns) else { return [] }
    // A banner stays until it is acknowledged, so it takes only one line.
    let isBanner = state.message.isEmpty && state.reading == nil
    guard !isBanner else { return [words.truncated(to: columns)] }
    let role = words.runs.first?.role ?? .message
    var lines = wrapped(words.plain, to: columns)
    let most = rows < 3 ? 1 : 2
    if lines.count > most {
      let rest = lines.dropFirst(most - 1).joined(separator: " ")
      lines = lines.prefix(most - 1) + [rest]
    }
    return lines.map { StyledText($0, role).truncated(to: columns) }
  }

  /// How many of the last lines of a screen it takes.
  func rows(on screen: Size) -> Int {
    if state.prompt != nil { return 1 }
    return lines(columns: max(1, screen.columns - Self.margin(screen)), rows: screen.rows).count
  }

  /// Blank cells at the left, where there is room.
  private static func margin(_ screen: Size) -> Int { screen.columns < 30 ? 0 : 1 }

  /// Draws it over the last lines of a screen.
  func draw(on frame: inout Frame, below screen: Region) {
    let count = rows(on: screen.size)
    guard count > 0 else { return }
    let place = screen.inset(top: screen.rows - count)
    frame.clear(place)
    frame.cover(place)
    let inner = place.inset(left: Self.margin(screen.size))
    if let prompt = state.prompt {
      PromptLine(prompt, state).draw(on: &frame, in: inner)
    } else {
      for (line, words) in lines(columns: max(1, inner.columns), rows: screen.rows).enumerated() {
        frame.write(words, in: inner, line: line)
      }
    }
  }
}

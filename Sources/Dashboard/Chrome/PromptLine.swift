import Screen

/// The line that is being typed: as much of it as fits around the caret, followed by what could come next, or the
/// message about the last key.
struct PromptLine {
  private let state: State
  private let mark: String
  private let text: [Character]
  /// The number of letters before the caret.
  private let caret: Int

  init(_ prompt: State.Prompt, _ state: State) {
    self.state = state
    mark = prompt.mark
    text = Array(prompt.text)
    caret = max(0, text.count - state.lettersAfterCaret)
  }

  func draw(on frame: inout Frame, in line: Region) {
    guard !line.isEmpty else { return }
    let room = line.columns - mark.count
    let (start, shown) = window(room: room)
    var words = StyledText(mark + (start > 0 ? "…" : ""), .prompt)
    words.append(String(text[shown]), .prompt)
    let end = frame.write(words, in: line)
    let column = line.column + min(line.columns - 1, StyledText(mark + String(text[start..<caret])).width)
    frame.cursor = Position(row: line.row, column: column)
    frame.write(hint(room: line.right - end - 2), in: line.inset(left: end + 2 - line.column))
  }

  /// The visible letters, and the first that has a cell: the mark for hidden letters takes one.
  private func window(room: Int) -> (start: Int, shown: Range<Int>) {
    // The next letter needs a cell of its own.
    guard text.count >= room, room > 2 else { return (0, 0..<text.count) }
    let start = min(max(0, caret - room + 1), max(0, text.count - room + 1))
    return start == 0 ? (0, 0..<min(text.count, room)) : (start, start + 1..<min(text.count, start + room))
  }

  private func hint(room: Int) -> StyledText {
    if !state.message.isEmpty { return StyledText(state.message, .message) }
    if case .form(let form)? = state.prompt, text.isEmpty { return StyledText(form.hint, .faint) }
    guard case .command(let typed)? = state.prompt, caret == text.count else { return StyledText() }
    return StyledText(CommandCompletion(typed, state).hint(room: room), .faint)
  }
}

extension State.Prompt {
  /// The prompt's mark.
  var mark: String {
    switch self {
    case .filter: "/"
    case .command: ":"
    case .form(let form): "\(form.field.label): "
    }
  }

  /// The text typed so far.
  var text: String {
    switch self {
    case .filter(let text), .command(let text): text
    case .form(let form): form.text
    }
  }

  /// The same prompt with another text.
  func with(_ text: String) -> State.Prompt {
    switch self {
    case .filter: .filter(text)
    case .command: .command(text)
    case .form(let form): .form(form.with(text))
    }
  }
}

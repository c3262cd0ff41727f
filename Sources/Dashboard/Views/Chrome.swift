import Metrics
import Screen

/// What surrounds every page: the header above, the status line and the function bar below, as far as they fit.
struct Chrome {
  let header: Region
  let body: Region
  let status: Region
  let keys: Region

  /// Below six lines only the page is left, below twelve the status line gives way to it.
  init(_ size: Size) {
    let screen = Region(size)
    let hasHeader = size.rows >= 4
    let hasKeys = size.rows >= 8
    let hasStatus = size.rows >= 12
    header = hasHeader ? screen.line(0) : Region(row: 0, column: 0, columns: 0, rows: 0)
    keys = hasKeys ? screen.line(size.rows - 1) : Region(row: 0, column: 0, columns: 0, rows: 0)
    status = hasStatus ? screen.line(size.rows - 2) : Region(row: 0, column: 0, columns: 0, rows: 0)
    body = screen.inset(top: hasHeader ? 1 : 0, bottom: (hasKeys ? 1 : 0) + (hasStatus ? 1 : 0))
  }

  /// The system, where the user is, the period, freshness, problems and the clock. Where not all of it fits, what stands at
  /// the right is said in fewer words, then the middle of the way is left out, and only then the rest.
  func drawHeader(_ state: State, on frame: inout Frame) {
    guard !header.isEmpty else { return }
    frame.write("", row: header.row, column: header.column, role: .headerBar, width: header.columns)
    let crumbs = Breadcrumbs(state)
    let middle = StyledText(" ‹ \(Self.periodWords(state)) › ", .headerStrong)
    let right = HeaderSide(state).text(beside: crumbs, columns: header.columns, taken: middle.width + 4)
    let room = header.columns - right.width - 2
    var column = header.column
    for crumb in crumbs.pieces(room: max(0, room - middle.width - 1)) {
      let place = header.inset(left: column - header.column, right: right.width + 1)
      let end = frame.write(crumb.text, in: place)
      frame.mark(place.inset(right: place.right - end), .crumb(crumb.visit))
      column = end
    }
    drawPeriod(middle, after: column, before: header.column + room, on: &frame)
    drawRight(right, on: &frame)
  }

  /// The period in the middle, or as near to it as there is room; its arrows are keys.
  private func drawPeriod(_ words: StyledText, after left: Int, before right: Int, on frame: inout Frame) {
    let room = right - left - 1
    guard words.width <= room else { return }
    let middle = header.column + (header.columns - words.width) / 2
    let start = min(max(left + 1, middle), right - words.width)
    frame.write(words, row: header.row, column: start)
    let place = Region(row: header.row, column: start, columns: words.width, rows: 1)
    frame.mark(place.inset(right: words.width - 2), .key(.character("[")))
    frame.mark(place.inset(left: words.width - 2), .key(.character("]")))
  }

  /// Freshness, problems and the clock; the problems lead to their page.
  private func drawRight(_ words: StyledText, on frame: inout Frame) {
    let start = header.right - words.width - 1
    frame.write(words, row: header.row, column: start)
    if let mark = words.plain.firstIndex(of: "!") {
      let before = words.plain.distance(from: words.plain.startIndex, to: mark)
      let place = Region(row: header.row, column: start + before, columns: 3, rows: 1)
      frame.mark(place, .key(.character("!")))
    }
  }

  /// `October 2016`, or what there is when nothing is dated.
  static func periodWords(_ state: State) -> String {
    if let period = state.outlook.period { return longTitle(period) }
    return state.digest.period.map(longTitle) ?? "no figures"
  }

  static func longTitle(_ period: Period) -> String {
    if case .month(let month) = period { return "\(month.name) \(month.year)" }
    return period.title
  }

  /// What the board last said, or what the page has to say of what the cursor stands on.
  func drawStatus(_ state: State, on frame: inout Frame) {
    if let prompt = state.prompt {
      let line = status.isEmpty ? keys : status
      guard !line.isEmpty else { return }
      let (mark, text) = prompt.parts
      let end = frame.write("\(mark)\(text)", row: line.row, column: line.column + 1, role: .prompt)
      frame.cursor = Position(row: line.row, column: min(end, line.right - 1))
      if case .command(let typed) = prompt, let hint = CommandCompletion(typed, state).hint {
        frame.write(
          hint, row: line.row, column: min(end + 2, line.right - 1), role: .faint, width: max(0, line.right - end - 3))
      }
      return
    }
    guard !status.isEmpty else { return }
    let room = status.columns - 2
    let message = state.message.isEmpty ? state.reading?.words ?? "" : state.message
    let said = message.isEmpty ? AlertBanner(state).text(room: room) : StyledText(message, .message)
    let words = said ?? StatusLine(state).text(room: room)
    frame.write(words.truncated(to: room), row: status.row, column: status.column + 1)
  }

  /// The keys of the page that fit, printed from the keymap.
  func drawKeys(_ state: State, on frame: inout Frame) {
    guard !keys.isEmpty else { return }
    frame.write("", row: keys.row, column: keys.column, role: .functionLabel, width: keys.columns)
    var column = keys.column + 1
    for binding in Keymap.functionBar(for: state) {
      let width = binding.shownKey.count + 1 + binding.label.count
      guard column + width < keys.right else { continue }
      let place = Region(row: keys.row, column: column, columns: width, rows: 1)
      if let key = binding.keys.first { frame.mark(place, .key(key)) }
      column = frame.write(binding.shownKey, row: keys.row, column: column, role: .functionKey)
      column = frame.write(" " + binding.label, row: keys.row, column: column, role: .functionLabel) + 2
    }
  }
}

extension State.Prompt {
  /// The mark it starts with and what has been typed.
  var parts: (mark: String, text: String) {
    switch self {
    case .filter(let text): ("/", text)
    case .command(let text): (":", text)
    }
  }
}

import Metrics
import Screen

/// What surrounds every page: the header above, the status line and the function bar below.
struct Chrome {
  private let areas: ScreenAreas
  private var header: Region { areas.header }
  private var status: Region { areas.status }
  private var keys: Region { areas.keys }

  init(_ areas: ScreenAreas) { self.areas = areas }

  /// Draws the system, the path, the period, freshness, problems and the clock. Where they do not all fit, the right
  /// side is shortened first, then the middle of the path is left out, and only then the rest.
  func drawHeader(_ state: State, on frame: inout Frame) {
    guard !header.isEmpty else { return }
    frame.write("", row: header.row, column: header.column, role: .headerBar, width: header.columns)
    let crumbs = Breadcrumbs(state)
    let side = HeaderSide(state)
    // The path has precedence over the period, which most boxes show too; so has how late the figures are.
    var middle = StyledText()
    var right = StyledText()
    for period in Self.periods(state) + [StyledText()] {
      (middle, right) = (period, side.text(beside: crumbs, columns: header.columns, middle: period))
      if side.saysEnough(right, columns: header.columns, middle: period) { break }
    }
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

  /// Draws the period in the middle, or as close to it as there is room; its brackets are the keys that move it.
  private func drawPeriod(_ words: StyledText, after left: Int, before right: Int, on frame: inout Frame) {
    let room = right - left - 1
    guard !words.isEmpty, words.width <= room else { return }
    let middle = header.column + (header.columns - words.width) / 2
    let start = min(max(left + 1, middle), right - words.width)
    frame.write(words, row: header.row, column: start)
    let place = Region(row: header.row, column: start, columns: words.width, rows: 1)
    frame.mark(place.inset(right: words.width - 2), .key(.character("[")))
    frame.mark(place.inset(left: words.width - 2), .key(.character("]")))
  }

  /// Draws freshness, problems and the clock; the problems lead to their page.
  private func drawRight(_ words: StyledText, on frame: inout Frame) {
    let start = header.right - words.width - 1
    frame.write(words, row: header.row, column: start)
    guard let problems = HeaderSide.problemsPlace(in: words.plain) else { return }
    frame.mark(
      Region(row: header.row, column: start + problems.lowerBound, columns: problems.count, rows: 1),
      .key(.character("!")))
  }

  /// The period between the keys that move it, and the same in fewer cells.
  private static func periods(_ state: State) -> [StyledText] {
    let short = (state.viewSettings.period ?? state.digest.period)?.title
    return ([periodWords(state)] + [short].compactMap { $0 }).map { StyledText(" [ \($0) ] ", .headerStrong) }
  }

  /// `October 2016`, or a substitute when nothing is dated.
  static func periodWords(_ state: State) -> String {
    if let period = state.viewSettings.period { return period.longTitle }
    return state.digest.period.map(\.longTitle) ?? "no figures"
  }

  /// Draws the message, or the page's sentence about the row under the cursor.
  ///
  /// Where the message has no line of its own, it takes that of the keys, or of the page: a key is never ignored
  /// silently, and nobody types blind.
  func drawStatus(_ state: State, on frame: inout Frame) {
    let saying = StatusMessage(state)
    guard !status.isEmpty else { return saying.draw(on: &frame, below: frame.region) }
    let inner = status.inset(rows: 0, columns: 1)
    if let prompt = state.prompt {
      PromptLine(prompt, state).draw(on: &frame, in: inner)
      return
    }
    let words = saying.words(room: inner.columns) ?? StatusLine(state).text(room: inner.columns)
    frame.write(words, in: inner)
  }

  /// Draws the meanings of the page's signs and letters, as many as fit; the help has all of them.
  func drawLegend(on frame: inout Frame) {
    guard !areas.legend.isEmpty else { return }
    let inner = areas.legend.inset(rows: 0, columns: 1)
    frame.write(Legend(frame).text(room: inner.columns), in: inner)
  }

  /// Draws the keys of the page that fit, from the keymap.
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

import Metrics
import Screen

/// What needs attention, the worst first, across metrics and organisations; new items come first.
struct AttentionPanel {
  let state: State
  /// Its number among the panels of the page.
  let pane: Int
  private var isFocused: Bool { state.visit.pane == pane }

  /// The exceptions that fit the filter, and the words of their list.
  let exceptions: [Exception]
  private let list: AttentionList

  init(state: State, pane: Int) {
    self.state = state
    self.pane = pane
    let filter = state.visit.filter
    guard !filter.isEmpty else {
      exceptions = state.digest.exceptions
      list = state.digest.attention
      return
    }
    let fitting = Array(zip(state.digest.exceptions, state.digest.attention.words)).fitting(filter) {
      $0.0.organisation.filtered
    }
    exceptions = fitting.map { $0.0 }
    list = AttentionList(fitting.map { $0.1 }, usualPeriod: state.digest.attention.usualPeriod)
  }

  func draw(on frame: inout Frame, in region: Region) {
    let new = exceptions.count { $0.isNew }
    let note = exceptions.isEmpty ? "" : new > 0 ? "\(exceptions.count), \(new) new" : "\(exceptions.count)"
    guard region.rows >= 3 else {
      frame.write(StyledText("\(exceptions.count) need attention", .strong), in: region, line: 0)
      return
    }
    // The scope is already named in the header.
    let about = exceptions.first?.organisation.code == state.scope ? nil : list.onlyName
    let usual = list.usualPeriod.isEmpty ? "" : " " + list.usualPeriod
    let title = "Needs attention" + usual + (about.map { " · \($0)" } ?? "")
    let usesLetters = !AttentionWidths(list, columns: region.columns - 2).usesWords
    let legend = usesLetters ? list.legends.first { $0.count <= region.columns - 6 } ?? "" : ""
    let inner = Box(title: title, note: note, footer: legend, isFocused: isFocused).draw(on: &frame, in: region)
    if isFocused { frame.cursor = Position(row: inner.row, column: inner.column) }
    if exceptions.isEmpty {
      let hasTargets = state.digest.panels.contains(where: \.hasTarget)
      let words =
        !state.visit.filter.isEmpty
        ? "nothing matches the filter" : hasTargets ? "no target is missed" : "no targets here"
      frame.write(StyledText(words, .faint), in: inner.inset(rows: 0, columns: 1), line: inner.rows >= 8 ? 1 : 0)
      return
    }
    drawList(on: &frame, in: inner.rows >= 8 ? inner.inset(top: 1) : inner)
  }

  private func drawList(on frame: inout Frame, in lines: Region) {
    let row = isFocused ? state.selectedRow(among: exceptions.map { .exception($0.figure.key) }) : nil
    let selected = row.flatMap { row in exceptions.firstIndex { .exception($0.figure.key) == row } }
    let offset = Table.offset(scroll: 0, selection: selected, count: exceptions.count, height: lines.rows)
    let widths = AttentionWidths(list, columns: lines.columns)
    let names = toldApart(list.words.map(\.name), to: widths.name, cut: cutAsDrawn)
    let titles = titles(widths)
    for place in exceptions.indices.dropFirst(offset).prefix(lines.rows) {
      draw(
        place, (names[place], titles[place]), widths, on: &frame, in: lines.line(place - offset),
        isSelected: place == selected)
      frame.mark(lines.line(place - offset), .row(pane: pane, index: place))
    }
    if let selected { frame.cursor = Position(row: lines.row + selected - offset, column: lines.column) }
    Scrollbar(total: exceptions.count, visible: offset..<min(exceptions.count, offset + lines.rows)).draw(
      on: &frame, in: Region(row: lines.row, column: lines.right, columns: 1, rows: lines.rows), isFocused: isFocused)
  }

  /// What each line is about, in the most words that its column has room for.
  private func titles(_ widths: AttentionWidths) -> [String] {
    toldApart(list.words.map { $0.title(in: widths.title) }, to: widths.title, cut: cutAsDrawn)
  }

  private func draw(
    _ place: Int, _ said: (name: String, title: String), _ widths: AttentionWidths, on frame: inout Frame,
    in line: Region, isSelected: Bool
  ) {
    let exception = exceptions[place]
    let words = list.words[place]
    let row = line.row
    frame.write("", row: row, column: line.column, width: line.columns, selected: isSelected)
    frame.write(
      isSelected ? "▸" : " ", row: row, column: line.column, role: isSelected ? .selectionMark : .text,
      selected: isSelected)
    var column = line.column + 1
    func put(_ text: String, _ role: Role, _ width: Int, _ alignment: Alignment = .leading) {
      guard width > 0 else { return }
      column =
        frame.write(
          text, row: row, column: column, role: role, width: width, alignment: alignment, selected: isSelected) + 1
    }
    put(said.name, isSelected ? .strong : .text, widths.name)
    // A line about the board's own period gives its title the room of both.
    let own = words.period.isEmpty ? 0 : widths.period + 1
    let wide = widths.title + (widths.period > 0 ? widths.period + 1 : 0) - own
    let whole = words.title(in: wide)
    put(wide > widths.title && whole.letterCount <= wide ? whole : said.title, .faint, wide)
    if own > 0 { put(words.period, .faint, widths.period) }
    put(widths.usesUnits ? words.variance : words.shortVariance, exception.figure.role, widths.variance, .trailing)
    let letters = widths.usesWords ? words.verdict : words.letters
    put(letters, exception.isConcerning || exception.isFailing ? .concerning : .commonCause, widths.letters)
    put(exception.isNew ? "•" : "", .newMark, widths.new)
    put(words.meaning, .text, widths.meaning)
  }
}

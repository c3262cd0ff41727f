import Metrics
import Screen

/// What needs attention, worst first, across metrics and bodies; what is new stands on top.
struct AttentionPanel {
  let state: State
  let isFocused: Bool

  private var exceptions: [AttentionItem] { state.digest.exceptions }

  func draw(on frame: inout Frame, in region: Region) {
    let new = exceptions.count { $0.isNew }
    let note = exceptions.isEmpty ? "" : new > 0 ? "\(exceptions.count), \(new) new" : "\(exceptions.count)"
    guard region.rows >= 3 else {
      frame.write(StyledText("\(exceptions.count) need attention", .strong), in: region, line: 0)
      return
    }
    let inner = Box(title: "Needs attention", note: note, isFocused: isFocused).draw(on: &frame, in: region)
    if isFocused { frame.cursor = Position(row: inner.row, column: inner.column) }
    if exceptions.isEmpty {
      let hasTargets = state.digest.panels.contains(where: \.hasTarget)
      let words = hasTargets ? "nothing misses its target" : "nothing here has a target to miss"
      frame.write(StyledText(words, .faint), in: inner.inset(rows: 0, columns: 1), line: inner.rows >= 8 ? 1 : 0)
      return
    }
    drawList(on: &frame, in: inner.rows >= 8 ? inner.inset(top: 1) : inner)
  }

  private func drawList(on frame: inout Frame, in lines: Region) {
    let selected = isFocused ? exceptions.firstIndex { .exception($0.figure.key) == state.selectedRow } : nil
    let offset = Table.offset(scroll: 0, selection: selected, count: exceptions.count, height: lines.rows)
    let widths = AttentionWidths(exceptions.map { AttentionWords($0, state.board) }, columns: lines.columns)
    for (line, exception) in exceptions.dropFirst(offset).prefix(lines.rows).enumerated() {
      draw(exception, widths, on: &frame, in: lines.line(line), isSelected: offset + line == selected)
    }
    if let selected { frame.cursor = Position(row: lines.row + selected - offset, column: lines.column) }
    Scrollbar(total: exceptions.count, visible: offset..<min(exceptions.count, offset + lines.rows)).draw(
      on: &frame, in: Region(row: lines.row, column: lines.right, columns: 1, rows: lines.rows), isFocused: isFocused)
  }

  private func draw(
    _ exception: AttentionItem, _ widths: AttentionWidths, on frame: inout Frame, in line: Region, isSelected: Bool
  ) {
    let words = AttentionWords(exception, state.board)
    let row = line.row
    frame.write("", row: row, column: line.column, width: line.columns, selected: isSelected)
    frame.write(isSelected ? "▸" : " ", row: row, column: line.column, role: .selectionMark, selected: isSelected)
    var column = line.column + 1
    func put(_ text: String, _ role: Role, _ width: Int, _ alignment: Alignment = .leading) {
      guard width > 0 else { return }
      column =
        frame.write(
          text, row: row, column: column, role: role, width: width, alignment: alignment, selected: isSelected) + 1
    }
    put(words.name, isSelected ? .strong : .text, widths.name)
    put(widths.usesLongTitles ? words.title : words.shortTitle, .faint, widths.title)
    put(widths.usesUnits ? words.variance : words.shortVariance, exception.figure.role, widths.variance, .trailing)
    put(exception.isNew ? "•" : "", .newMark, 1)
    put(words.letters, exception.isConcerning ? .concerning : .commonCause, widths.letters)
    put(words.meaning, .text, widths.meaning)
  }
}

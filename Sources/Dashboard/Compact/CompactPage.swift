import Metrics
import Screen

/// Any page on a screen too small for a box: whose figures these are and of what, then the rows around the cursor, and how
/// fresh they are; in a single line the row the cursor stands on.
struct CompactPage {
  let state: State
  private let rows: [RowID]

  init(_ state: State) {
    self.state = state
    rows = PageRows(state).rows(of: state.visit.pane)
  }

  /// Whether a page has no room for boxes: for the borders and a few rows, and in a table for the figure and its variance
  /// beside the name.
  static func isNeeded(in organisation: Region, on page: String) -> Bool {
    organisation.rows < 6 || organisation.columns < (page == "overview" ? 24 : 36)
  }

  private var selected: Int? { state.selectedRow.flatMap { row in rows.firstIndex(of: row) } }
  private var words: CompactText { CompactText(state) }

  func draw(on frame: inout Frame, in organisation: Region) {
    guard !organisation.isEmpty else { return }
    frame.cursor = Position(row: organisation.row, column: organisation.column)
    frame.mark(organisation, .pane(state.visit.pane))
    guard organisation.rows > 1 else {
      frame.write(oneLine(room: organisation.columns), in: organisation)
      if let selected { frame.mark(organisation, .row(pane: state.visit.pane, index: selected)) }
      return
    }
    drawTitle(on: &frame, in: organisation.line(0))
    let freshness = organisation.rows >= 3 ? words.freshness : nil
    drawRows(on: &frame, in: organisation.inset(top: 1, bottom: freshness == nil ? 0 : 1))
    if let freshness {
      frame.write(freshness.styled(room: organisation.columns), in: organisation, line: organisation.rows - 1)
    }
  }

  /// The title, and beside it how late its figures are.
  private func drawTitle(on frame: inout Frame, in line: Region) {
    let title = words.titles.widest(in: line.columns)
    let end = frame.write(title, in: line)
    guard let freshness = words.freshness, freshness.state > .undated else { return }
    let late = StyledText(freshness.word, freshness.role)
    if end + 2 + late.width <= line.right { frame.write(late, in: line, alignment: .trailing) }
  }

  private func drawRows(on frame: inout Frame, in region: Region) {
    guard !rows.isEmpty else {
      for (line, text) in wrapped(words.nothing, to: region.columns).prefix(region.rows).enumerated() {
        frame.write(StyledText(text, .faint), in: region, line: line)
      }
      return
    }
    let selected = selected ?? 0
    let row = words.row(rows[selected])
    guard row.prose.isEmpty else { return drawProse(row, selected, on: &frame, in: region) }
    let offset = Table.offset(scroll: 0, selection: selected, count: rows.count, height: region.rows)
    // Cells for the mark of the selection, where there is more than one row to tell apart.
    let gutter = region.rows > 1 && region.columns >= 12 ? 1 : 0
    for index in rows.indices.dropFirst(offset).prefix(region.rows) {
      let line = region.line(index - offset)
      let isSelected = index == selected
      if gutter > 0, isSelected {
        frame.write("▸", row: line.row, column: line.column, role: .selectionMark, selected: true)
      }
      frame.write(words.row(rows[index]).line(room: line.columns - gutter), in: line.inset(left: gutter))
      if isSelected, region.rows > 1 { frame.highlight(row: line.row, column: line.column, columns: line.columns) }
      frame.mark(line, .row(pane: state.visit.pane, index: index))
    }
    frame.cursor = Position(row: region.row + selected - offset, column: region.column)
  }

  /// Words take as many lines as they need, and the rows after theirs what is left.
  private func drawProse(_ row: CompactRow, _ selected: Int, on frame: inout Frame, in region: Region) {
    var line = 0
    for index in rows.indices.dropFirst(selected) {
      let words = index == selected ? row : words.row(rows[index])
      let role = words.prose.runs.first?.role ?? .text
      for text in wrapped(words.prose.plain, to: region.columns) where line < region.rows {
        frame.write(StyledText(text, role), in: region, line: line)
        frame.mark(region.line(line), .row(pane: state.visit.pane, index: index))
        line += 1
      }
    }
    frame.cursor = Position(row: region.row, column: region.column)
  }

  /// Who, what, the row and its figure, as much of it as fits into a line; the figure goes last.
  private func oneLine(room: Int) -> StyledText {
    guard let selected else { return (words.titles.first { $0.width <= room }) ?? words.headlineAlone }
    // The whole comes first: a row of it is shown once the cursor has been moved.
    if state.pageWord == "overview", state.visit.cursors[state.visit.pane] == nil {
      return words.titles.first { $0.width <= room } ?? words.headlineAlone
    }
    let row = words.row(rows[selected])
    guard row.prose.isEmpty else { return row.prose.truncated(to: room) }
    for hasVariance in [true, false] {
      for title in words.bareTitles {
        if let line = row.line(after: title, isNamed: true, hasVariance: hasVariance, room: room) { return line }
      }
    }
    for hasVariance in [true, false] {
      if let line = row.line(after: StyledText(), isNamed: true, hasVariance: hasVariance, room: room) { return line }
    }
    return row.line(room: room)
  }
}

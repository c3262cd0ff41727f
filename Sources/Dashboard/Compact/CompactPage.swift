import Metrics
import Screen

/// Any page on a screen too small for boxes: the organisation and the metric, then the rows around the cursor, and
/// their freshness; on a single line, the row under the cursor.
struct CompactPage {
  private let state: State
  private let page: any PageContent
  private let rows: [RowID]
  /// The index of the row under the cursor.
  private let selected: Int?

  init(_ page: any PageContent) {
    self.page = page
    state = page.state
    rows = page.rows(of: page.state.visit.pane)
    selected = page.selectedRow(among: rows).flatMap { [rows] in rows.firstIndex(of: $0) }
  }

  func draw(on frame: inout Frame, in region: Region) {
    guard !region.isEmpty else { return }
    frame.cursor = Position(row: region.row, column: region.column)
    frame.mark(region, .pane(state.visit.pane))
    guard region.rows > 1 else {
      frame.write(oneLine(room: region.columns), in: region)
      if let selected { frame.mark(region, .row(pane: state.visit.pane, index: selected)) }
      return
    }
    drawTitle(on: &frame, in: region.line(0))
    let freshness = region.rows >= 3 ? page.freshness : nil
    drawRows(on: &frame, in: region.inset(top: 1, bottom: freshness == nil ? 0 : 1))
    if let freshness {
      frame.write(freshness.styled(room: region.columns), in: region, line: region.rows - 1)
    }
  }

  /// Draws the title, and how late its figures are.
  private func drawTitle(on frame: inout Frame, in line: Region) {
    let title = page.compactTitles.widest(in: line.columns)
    let end = frame.write(title, in: line)
    guard let freshness = page.freshness, freshness.state > .undated else { return }
    let late = StyledText(freshness.word, freshness.role)
    if end + 2 + late.width <= line.right { frame.write(late, in: line, alignment: .trailing) }
  }

  private func drawRows(on frame: inout Frame, in region: Region) {
    guard !rows.isEmpty else {
      for (line, text) in wrapped(page.nothing, to: region.columns).prefix(region.rows).enumerated() {
        frame.write(StyledText(text, .faint), in: region, line: line)
      }
      return
    }
    let selected = selected ?? 0
    let row = page.compact(rows[selected])
    guard row.prose.isEmpty else { return drawProse(row, selected, on: &frame, in: region) }
    let offset = Table.offset(scroll: 0, selection: selected, count: rows.count, height: region.rows)
    // Cells for the selection mark, where there is more than one row.
    let gutter = region.rows > 1 && region.columns >= 12 ? 1 : 0
    for index in rows.indices.dropFirst(offset).prefix(region.rows) {
      let line = region.line(index - offset)
      let isSelected = index == selected
      if gutter > 0, isSelected {
        frame.write("▸", row: line.row, column: line.column, role: .selectionMark, selected: true)
      }
      frame.write(page.compact(rows[index]).line(room: line.columns - gutter), in: line.inset(left: gutter))
      if isSelected, region.rows > 1 { frame.highlight(row: line.row, column: line.column, columns: line.columns) }
      frame.mark(line, .row(pane: state.visit.pane, index: index))
    }
    frame.cursor = Position(row: region.row + selected - offset, column: region.column)
  }

  /// Draws words in as many lines as they need, and the rows after them in the remaining lines.
  private func drawProse(_ row: CompactRow, _ selected: Int, on frame: inout Frame, in region: Region) {
    var line = 0
    for index in rows.indices.dropFirst(selected) {
      let words = index == selected ? row : page.compact(rows[index])
      let role = words.prose.runs.first?.role ?? .text
      for text in wrapped(words.prose.plain, to: region.columns) where line < region.rows {
        frame.write(StyledText(text, role), in: region, line: line)
        frame.mark(region.line(line), .row(pane: state.visit.pane, index: index))
        line += 1
      }
    }
    frame.cursor = Position(row: region.row, column: region.column)
  }

  /// The organisation, the metric, the row and its figure, as much as fits on a line; the figure is dropped last.
  private func oneLine(room: Int) -> StyledText {
    let titles = page.compactTitles
    let title = titles.first { $0.width <= room } ?? titles.last ?? StyledText()
    // The whole comes first: a row of it is shown once the cursor has been moved.
    guard let selected, !page.isWholeFirst || state.visit.cursors[state.visit.pane] != nil else { return title }
    let row = page.compact(rows[selected])
    guard row.prose.isEmpty else { return row.prose.truncated(to: room) }
    for hasVariance in [true, false] {
      for title in page.bareTitles {
        if let line = row.line(after: title, isNamed: true, hasVariance: hasVariance, room: room) { return line }
      }
    }
    for hasVariance in [true, false] {
      if let line = row.line(after: StyledText(), isNamed: true, hasVariance: hasVariance, room: room) { return line }
    }
    return row.line(room: room)
  }
}

extension Table {
  /// Draws headings and the visible rows; `cells` returns the cells of a row, one for each column.
  ///
  /// Where there are more rows than fit, the scroll bar is in the column to the right of the region, a panel's border.
  public func draw(on frame: inout Frame, in region: Region, cells: (Int) -> [StyledText]) {
    guard !region.isEmpty else { return }
    let inner = region.inset(left: Self.gutter)
    let placements = placements(width: inner.columns)
    if hasHeadings { drawHeadings(placements, on: &frame, in: inner.line(0)) }
    let visible = visibleRows(in: region)
    for row in visible {
      let line = region.line(headingLines + row - visible.lowerBound)
      if let pane { frame.mark(line, .row(pane: pane, index: row)) }
      draw(row: cells(row), isSelected: row == selection, placements, on: &frame, in: line)
    }
    Scrollbar(total: rowCount, visible: visible).draw(
      on: &frame,
      in: Region(
        row: region.row + headingLines, column: region.right, columns: 1, rows: region.rows - headingLines),
      isFocused: isFocused)
  }

  /// Draws a table whose rows are known.
  public func draw(on frame: inout Frame, in region: Region, rows: [[StyledText]]) {
    draw(on: &frame, in: region) { $0 < rows.count ? rows[$0] : [] }
  }

  private func drawHeadings(_ placements: [TablePlacement], on frame: inout Frame, in line: Region) {
    for place in placements {
      let column = columns[place.index]
      let arrow: String =
        switch column.sorting {
        case .ascending: "↑"
        case .descending: "↓"
        case nil: ""
        }
      // The arrow has precedence over the last letters of the heading.
      let title = StyledText(column.title, .heading).truncated(to: place.width - (arrow.isEmpty ? 0 : 1))
      write(title + StyledText(arrow, .strong), column.alignment, place, on: &frame, in: line, selected: false)
    }
  }

  private func draw(
    row cells: [StyledText], isSelected: Bool, _ placements: [TablePlacement], on frame: inout Frame, in line: Region
  ) {
    for place in placements where place.index < cells.count {
      let inner = line.inset(left: Self.gutter)
      write(cells[place.index], columns[place.index].alignment, place, on: &frame, in: inner, selected: isSelected)
    }
    guard isSelected else { return }
    frame.write("▸", row: line.row, column: line.column, role: .selectionMark, selected: true)
    frame.highlight(row: line.row, column: line.column, columns: line.columns)
    if isFocused { frame.cursor = Position(row: line.row, column: line.column) }
  }

  private func write(
    _ text: StyledText, _ alignment: Alignment, _ place: TablePlacement, on frame: inout Frame, in line: Region,
    selected: Bool
  ) {
    let width = min(place.width, line.columns - place.column)
    guard width > 0 else { return }
    frame.write(
      text, row: line.row, column: line.column + place.column, width: width, alignment: alignment, selected: selected)
  }
}

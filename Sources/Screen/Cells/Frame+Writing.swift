extension Frame {
  /// Writes a text from a cell on, and returns the column after it.
  ///
  /// The text is sanitised, is cut off at the picture's edges, and never splits a wide character. With a `width` it is
  /// in a field of that many cells, which is blanked; `…` is its last cell where the text was longer.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, role: Role = .text, width: Int? = nil, alignment: Alignment = .leading,
    selected: Bool = false
  ) -> Int {
    write(
      StyledText(text, role), padding: role, row: row, column: column, width: width, alignment: alignment,
      selected: selected)
  }

  /// Writes a styled line from a cell on, and returns the column after it; see `write(_:row:column:role:)`.
  @discardableResult
  public mutating func write(
    _ text: StyledText, row: Int, column: Int, width: Int? = nil, alignment: Alignment = .leading,
    selected: Bool = false
  ) -> Int {
    write(
      text, padding: .text, row: row, column: column, width: width, alignment: alignment, selected: selected)
  }

  /// Writes a styled line on one line of a region, never outside that region, and returns the column after it.
  @discardableResult
  public mutating func write(
    _ text: StyledText, in region: Region, line: Int = 0, alignment: Alignment = .leading, selected: Bool = false
  ) -> Int {
    guard line >= 0, line < region.rows else { return region.column }
    let cut = text.truncated(to: region.columns)
    let offset = alignment.offset(of: cut.width, in: region.columns)
    return write(cut, row: region.row + line, column: region.column + offset, selected: selected)
  }

  /// Writes a text of one meaning on one line of a region, never outside it, and returns the column after it.
  @discardableResult
  public mutating func write(
    _ text: String, _ role: Role, in region: Region, line: Int = 0, alignment: Alignment = .leading,
    selected: Bool = false
  ) -> Int {
    write(StyledText(text, role), in: region, line: line, alignment: alignment, selected: selected)
  }

  private mutating func write(
    _ whole: StyledText, padding: Role, row: Int, column: Int, width: Int?, alignment: Alignment, selected: Bool
  ) -> Int {
    guard row >= 0, row < size.rows else { return column + (width ?? whole.width) }
    // Without a field, a text ends at the picture's edge.
    let text = whole.truncated(to: min(width ?? .max, max(0, size.columns - column)))
    let field = width.map { max(0, $0) } ?? text.width
    var cursor = column + alignment.offset(of: text.width, in: field)
    fill(row: row, from: column, to: cursor, role: padding, selected: selected)
    for run in text.runs {
      for glyph in run.glyphs {
        put(glyph, row: row, column: cursor, role: run.role, selected: selected)
        cursor += glyph.width
      }
    }
    fill(row: row, from: cursor, to: column + field, role: padding, selected: selected)
    return max(cursor, column + field)
  }

  private mutating func fill(row: Int, from start: Int, to end: Int, role: Role, selected: Bool) {
    guard start < end else { return }
    for column in start..<end { self[row, column] = Cell(.blank, role: role, isSelected: selected) }
  }
}

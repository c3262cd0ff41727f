extension Frame {
  /// Writes a text from a cell on, and returns the column after it.
  ///
  /// The text is made harmless, cut at the picture's edges and never tears a wide character. With a `width` it stands in
  /// a field of that many cells, which is blanked, and `…` is its last cell where the text was longer.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, role: Role = .text, width: Int? = nil, alignment: Alignment = .leading,
    selected: Bool = false
  ) -> Int {
    write(
      Glyph.glyphs(of: text).map { ($0, role) }, padding: role, row: row, column: column, width: width,
      alignment: alignment, selected: selected)
  }

  /// Writes a styled line from a cell on, and returns the column after it; see `write(_:row:column:role:)`.
  @discardableResult
  public mutating func write(
    _ text: StyledText, row: Int, column: Int, width: Int? = nil, alignment: Alignment = .leading,
    selected: Bool = false
  ) -> Int {
    write(
      text.styledGlyphs, padding: .text, row: row, column: column, width: width, alignment: alignment,
      selected: selected)
  }

  /// Writes a text on one line of a region, and never outside that region.
  @discardableResult
  public mutating func write(
    _ text: StyledText, in region: Region, line: Int = 0, alignment: Alignment = .leading, selected: Bool = false
  ) -> Int {
    guard line >= 0, line < region.rows else { return region.column }
    let cut = text.truncated(to: region.columns)
    let offset = alignment.offset(of: cut.width, in: region.columns)
    return write(cut, row: region.row + line, column: region.column + offset, selected: selected)
  }

  /// Writes a text of one meaning on one line of a region, and never outside that region.
  @discardableResult
  public mutating func write(
    _ text: String, _ role: Role, in region: Region, line: Int = 0, alignment: Alignment = .leading,
    selected: Bool = false
  ) -> Int {
    guard line >= 0, line < region.rows else { return region.column }
    var glyphs = Glyph.glyphs(of: text).map { ($0, role) }
    var width = glyphs.reduce(0) { $0 + $1.0.width }
    if width > region.columns {
      glyphs = Glyph.truncated(glyphs, to: region.columns)
      width = glyphs.reduce(0) { $0 + $1.0.width }
    }
    let offset = alignment.offset(of: width, in: region.columns)
    return write(
      glyphs, padding: role, row: region.row + line, column: region.column + offset, width: nil, alignment: .leading,
      selected: selected)
  }

  private mutating func write(
    _ glyphs: [(Glyph, Role)], padding: Role, row: Int, column: Int, width: Int?, alignment: Alignment, selected: Bool
  ) -> Int {
    var glyphs = glyphs
    var length = glyphs.reduce(0) { $0 + $1.0.width }
    guard row >= 0, row < size.rows else { return column + (width ?? length) }
    // Without a field of its own, a text ends at the picture's edge.
    let limit = min(width ?? .max, max(0, size.columns - column))
    if length > limit {
      glyphs = Glyph.truncated(glyphs, to: limit)
      length = glyphs.reduce(0) { $0 + $1.0.width }
    }
    let field = width.map { max(0, $0) } ?? length
    let start = column + alignment.offset(of: length, in: field)
    fill(row: row, from: column, to: start, role: padding, selected: selected)
    var cursor = start
    for (glyph, role) in glyphs {
      put(glyph, row: row, column: cursor, role: role, selected: selected)
      cursor += glyph.width
    }
    fill(row: row, from: cursor, to: column + field, role: padding, selected: selected)
    return max(cursor, column + field)
  }

  private mutating func fill(row: Int, from start: Int, to end: Int, role: Role, selected: Bool) {
    guard start < end else { return }
    for column in start..<end { self[row, column] = Cell(" ", role: role, isSelected: selected) }
  }
}

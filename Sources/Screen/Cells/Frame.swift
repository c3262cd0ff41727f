/// A picture made of cells, for the terminal, a file or a test.
public struct Frame: Sendable, Equatable {
  /// Its width and height.
  public let size: Size
  /// Its cells, row by row.
  public private(set) var cells: [Cell]
  /// The position of the hardware cursor, for screen readers and typing; hidden when `nil`.
  public var cursor: Position?
  /// The regions that can be clicked, the topmost last.
  var spots: [MarkedSpot] = []

  /// An empty picture.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
  }

  /// The region that covers all of it.
  public var region: Region { Region(size) }

  /// The cells of one row.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The cell at a place; a blank outside the picture when read, nothing when written.
  ///
  /// Writing one half of a wide character blanks its other half.
  public subscript(row: Int, column: Int) -> Cell {
    get { holds(row, column) ? cells[row * size.columns + column] : Cell() }
    set {
      guard holds(row, column) else { return }
      mend(row: row, column: column)
      cells[row * size.columns + column] = newValue
    }
  }

  private func holds(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }

  /// Writes one glyph; a wide one that does not fit becomes a blank.
  mutating func put(_ glyph: Glyph, row: Int, column: Int, role: Role, selected: Bool) {
    let fits = glyph.width == 1 || (column >= 0 && column + 1 < size.columns)
    self[row, column] = Cell(fits ? glyph.symbol : .blank, role: role, isSelected: selected)
    guard glyph.width == 2 else { return }
    self[row, column + 1] = Cell(.blank, role: role, isSelected: selected)
    guard fits, row >= 0, row < size.rows else { return }
    // Directly into the array: the subscript would treat the new half as a leftover and correct it.
    cells[row * size.columns + column].symbol = glyph.symbol
    cells[row * size.columns + column + 1].isContinuation = true
  }

  private mutating func mend(row: Int, column: Int) {
    let index = row * size.columns + column
    if cells[index].isContinuation {
      cells[index - 1].symbol = .blank
      cells[index].isContinuation = false
    } else if column + 1 < size.columns, cells[index + 1].isContinuation {
      cells[index + 1].isContinuation = false
    }
  }

  /// Selects cells, or deselects them.
  public mutating func highlight(row: Int, column: Int = 0, columns: Int? = nil, selected: Bool = true) {
    guard row >= 0, row < size.rows else { return }
    let end = min(size.columns, columns.map { column + $0 } ?? size.columns)
    for column in max(0, column)..<max(0, column, end) {
      cells[row * size.columns + column].isSelected = selected
    }
  }

  /// Blanks a region, in the given role.
  public mutating func clear(_ region: Region, role: Role = .text) {
    let inside = region.intersection(self.region)
    for row in inside.row..<inside.bottom {
      for column in inside.column..<inside.right { self[row, column] = Cell(.blank, role: role) }
    }
  }

  /// Copies a region from another picture of the same size, with its clickable regions.
  public mutating func takeOver(_ region: Region, of other: Frame) {
    precondition(other.size == size, "a picture of another size has other places")
    let (region, width) = (region.intersection(self.region), size.columns)
    cells.withUnsafeMutableBufferPointer { cells in
      other.cells.withUnsafeBufferPointer { others in
        for row in region.row..<region.bottom {
          let start = row * width + region.column
          _ = UnsafeMutableBufferPointer(rebasing: cells[start..<start + region.columns])
            .update(from: others[start..<start + region.columns])
        }
      }
    }
    spots += other.spots.filter { $0.region.intersection(region) == $0.region }
  }

  /// The characters of the picture, one line for each row, without trailing blanks.
  public var text: String {
    var text: [UInt8] = []
    text.reserveCapacity(cells.count * 2)
    for row in 0..<size.rows {
      if row > 0 { text.append(UInt8(ascii: "\n")) }
      var blanks = 0
      for cell in self.row(row) where !cell.isContinuation {
        if cell.symbol == .blank {
          blanks += 1
        } else {
          for _ in 0..<blanks { text.append(UInt8(ascii: " ")) }
          blanks = 0
          cell.write(to: &text)
        }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

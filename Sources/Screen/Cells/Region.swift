/// A rectangle of cells in which a widget may draw.
public struct Region: Sendable, Hashable {
  /// The top row.
  public var row: Int
  /// The leftmost column.
  public var column: Int
  /// Cells from left to right; never negative.
  public var columns: Int
  /// Cells from top to bottom; never negative.
  public var rows: Int

  /// A rectangle; negative lengths become zero.
  public init(row: Int, column: Int, columns: Int, rows: Int) {
    self.row = row
    self.column = column
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a picture of this size.
  public init(_ size: Size) {
    self.init(row: 0, column: 0, columns: size.columns, rows: size.rows)
  }

  /// Its width and height.
  public var size: Size { Size(columns: columns, rows: rows) }
  /// The first row below it.
  public var bottom: Int { row + rows }
  /// The first column right of it.
  public var right: Int { column + columns }
  /// Whether it has no cells.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Whether this cell lies inside.
  public func contains(_ position: Position) -> Bool {
    position.row >= row && position.row < bottom && position.column >= column && position.column < right
  }

  /// The rest after taking these numbers of cells off each side.
  public func inset(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) -> Region {
    Region(row: row + top, column: column + left, columns: columns - left - right, rows: rows - top - bottom)
  }

  /// The rest after taking the same number of cells off all four sides.
  public func inset(by cells: Int) -> Region {
    inset(top: cells, left: cells, bottom: cells, right: cells)
  }

  /// The rest after taking rows off top and bottom, and columns off left and right.
  public func inset(rows: Int, columns: Int) -> Region {
    inset(top: rows, left: columns, bottom: rows, right: columns)
  }

  /// The part that both share; empty where they do not meet.
  public func intersection(_ other: Region) -> Region {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Region(
      row: top, column: left, columns: min(right, other.right) - left, rows: min(bottom, other.bottom) - top)
  }

  /// One line of it, counted from its own top; empty when it has no such line.
  public func line(_ index: Int) -> Region {
    Region(row: row + index, column: column, columns: columns, rows: index >= 0 && index < rows ? 1 : 0)
  }
}

/// A width and height in cells; never negative.
public struct Size: Sendable, Hashable {
  /// Cells from left to right.
  public var columns: Int
  /// Cells from top to bottom.
  public var rows: Int

  /// A size; negative lengths become zero.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// One cell's place, counted from zero at the top left.
public struct Position: Sendable, Hashable {
  /// Rows below the top one.
  public var row: Int
  /// Columns right of the leftmost.
  public var column: Int

  /// The place at this row and column.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

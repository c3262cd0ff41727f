/// Rows below headings, one of them selected, scrolled so that the selected row is visible.
///
/// The rows are requested as they are drawn, so that a table of ten thousand costs only what it shows.
public struct Table: Sendable, Equatable {
  /// The columns from left to right; the first is always visible.
  public var columns: [TableColumn]
  /// The number of rows.
  public var rowCount: Int
  /// The selected row.
  public var selection: Int?
  /// The top row when it was last drawn; it changes when the selection would be hidden.
  public var scroll: Int
  /// The number of columns after the first that are scrolled out to the left.
  public var skippedColumns: Int
  /// Whether it has the keyboard; the hardware cursor is then on the selected row.
  public var isFocused: Bool
  /// Whether there is a line of headings.
  public var hasHeadings: Bool
  /// Blank cells between columns.
  public var gap: Int
  /// The panel of the rows, for the mouse; `nil` where there is none.
  public var pane: Int?

  /// A table of these columns.
  public init(
    columns: [TableColumn], rowCount: Int, selection: Int? = nil, scroll: Int = 0, skippedColumns: Int = 0,
    isFocused: Bool = true, hasHeadings: Bool = true, gap: Int = 2, pane: Int? = nil
  ) {
    self.columns = columns
    self.rowCount = rowCount
    self.selection = selection
    self.scroll = scroll
    self.skippedColumns = skippedColumns
    self.isFocused = isFocused
    self.hasHeadings = hasHeadings
    self.gap = gap
    self.pane = pane
  }

  /// The cells to the left of every row for the selection mark.
  public static let gutter = 2

  /// The first visible row when `height` rows fit.
  public static func offset(scroll: Int, selection: Int?, count: Int, height: Int) -> Int {
    guard height > 0 else { return 0 }
    var offset = min(max(0, scroll), max(0, count - height))
    if let selection, (0..<count).contains(selection) {
      offset = min(max(offset, selection - height + 1), selection)
    }
    return offset
  }

  /// The visible rows in a region.
  public func visibleRows(in region: Region) -> Range<Int> {
    let height = max(0, region.rows - headingLines)
    let offset = Self.offset(scroll: scroll, selection: selection, count: rowCount, height: height)
    return offset..<min(rowCount, offset + height)
  }

  var headingLines: Int { hasHeadings ? 1 : 0 }
}

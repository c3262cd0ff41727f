/// Rows under headings, one of them selected, scrolled so that the selected one is in sight.
///
/// The rows themselves are asked for as they are drawn, so that a table of ten thousand costs what it shows.
public struct Table: Sendable, Equatable {
  /// The columns from left to right; the first one always stays in sight.
  public var columns: [TableColumn]
  /// How many rows there are.
  public var rowCount: Int
  /// The selected row.
  public var selection: Int?
  /// The row that was on top when it was last drawn; moved when the selection would be out of sight.
  public var scroll: Int
  /// Columns after the first that are scrolled out to the left.
  public var skippedColumns: Int
  /// Whether the keyboard is in it; then the hardware cursor stands on the selected row.
  public var isFocused: Bool
  /// Whether the headings have a line of their own.
  public var hasHeadings: Bool
  /// Blank cells between columns.
  public var gap: Int
  /// The panel whose rows these are, for the mouse; `nil` where they are nobody's.
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

  /// Cells at the left of every row for the selection's mark.
  public static let gutter = 2

  /// The first row in sight when `height` rows are.
  public static func offset(scroll: Int, selection: Int?, count: Int, height: Int) -> Int {
    guard height > 0 else { return 0 }
    var offset = min(max(0, scroll), max(0, count - height))
    if let selection, (0..<count).contains(selection) {
      offset = min(max(offset, selection - height + 1), selection)
    }
    return offset
  }

  /// The rows in sight in a region.
  public func visibleRows(in region: Region) -> Range<Int> {
    let height = max(0, region.rows - headingLines)
    let offset = Self.offset(scroll: scroll, selection: selection, count: rowCount, height: height)
    return offset..<min(rowCount, offset + height)
  }

  var headingLines: Int { hasHeadings ? 1 : 0 }
}

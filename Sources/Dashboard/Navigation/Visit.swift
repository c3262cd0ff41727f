/// One stop of the user's path: a page with its own cursor, sort order and filter.
public struct Visit: Hashable, Sendable {
  /// The page.
  public var page: Page
  /// The panel or table with the keyboard, counted from 0.
  public var pane: Int
  /// The row under the cursor, in each pane that the cursor has been in.
  public var cursors: [Int: RowID]
  /// The column by which a table is sorted; `nil` for the worst first.
  public var sortColumn: Int?
  /// Whether the order is reversed.
  public var isReversed: Bool
  /// The filter: only rows whose name or code has these letters in order are shown.
  public var filter: String {
    didSet { settleFilter(before: oldValue) }
  }
  /// The cursor of each pane while the filter has been in force; nothing until it is moved.
  private var found: [Int: RowID]
  /// The breakdown shown, counted from 0.
  public var breakdown: Int
  /// The first column shown, where a page is wider than the screen.
  public var skippedColumns: Int

  /// A new stop at a page.
  public init(_ page: Page) {
    self.page = page
    pane = 0
    cursors = [:]
    sortColumn = nil
    isReversed = false
    filter = ""
    found = [:]
    breakdown = 0
    skippedColumns = 0
  }

  /// The row under the cursor in the pane with the keyboard. With a filter, only a row that the cursor was moved to
  /// since the filter was typed, so that the best match can be under it.
  var cursor: RowID? { filter.isEmpty ? cursors[pane] : found[pane] }

  /// Moves the cursor of the pane with the keyboard.
  mutating func moveCursor(to row: RowID) {
    if filter.isEmpty { cursors[pane] = row } else { found[pane] = row }
  }

  /// Handles a changed filter: other letters start another search. Without any, the cursor stays where it was moved to,
  /// otherwise it returns to where it was.
  private mutating func settleFilter(before: String) {
    guard filter != before else { return }
    if filter.isEmpty { cursors.merge(found) { _, new in new } }
    found = [:]
  }
}

/// One stop on the way the user took: a page with its own cursor, sort and filter.
public struct Visit: Hashable, Sendable {
  /// The page.
  public var page: Page
  /// The panel or table of the page the keyboard is in, counted from 0.
  public var pane: Int
  /// What the cursor stands on in each pane that it has been in.
  public var cursors: [Int: RowID]
  /// The column a table is sorted by; `nil` for worst first.
  public var sortColumn: Int?
  /// Whether the order is turned round.
  public var isReversed: Bool
  /// Only rows whose name or code holds these letters, in order.
  public var filter: String {
    didSet { settleFilter(before: oldValue) }
  }
  /// Where the cursor went, pane by pane, while the filter was in force; nothing until it is moved.
  private var found: [Int: RowID]
  /// Which breakdown the page shows, counted from 0.
  public var breakdown: Int
  /// The first column shown, where a page is wider than the screen.
  public var skippedColumns: Int

  /// A fresh stop at a page.
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

  /// What the cursor stands on in the pane the keyboard is in: with a filter only what it was moved to since that was
  /// typed, so that what fits best can be under it.
  var cursor: RowID? { filter.isEmpty ? cursors[pane] : found[pane] }

  /// Moves the cursor of the pane the keyboard is in.
  mutating func moveCursor(to row: RowID) {
    if filter.isEmpty { cursors[pane] = row } else { found[pane] = row }
  }

  /// Other letters are another search; without any the cursor stays where it was moved to, and else goes back to where
  /// it was.
  private mutating func settleFilter(before: String) {
    guard filter != before else { return }
    if filter.isEmpty { cursors.merge(found) { _, new in new } }
    found = [:]
  }
}

import Metrics
import Screen

/// What every page is asked.
///
/// A page is a value made of the state for one question and thrown away after it; `Page+Content.swift` says which page is
/// which. A plain page says three things: its word, its title and how it is drawn. All else has a default, which is what
/// a page without rows, panels or figures would say.
protocol PageContent {
  /// What the board is in.
  var state: State { get }

  // What it is called.

  /// The word of the page: what opens it after `:`, and what a file with its picture is named after.
  static var word: String { get }
  /// What it is called on the way to it: `A&E four-hour`, `Problems`.
  var title: String { get }
  /// The same after the page it was reached from, whose name need not be said again.
  func title(after before: Page?) -> String
  /// The words that open it after `:`, with those that say from where the board is looked at.
  func viewLine(_ outlook: [String]) -> [String]

  // Which keys it has.

  /// What it is, as far as keys go.
  static var kinds: PageKinds { get }
  /// The names of the columns that `s` goes through; none where the page cannot be sorted.
  var sortable: [String] { get }
  /// How many breakdowns `b` goes through, and which one is shown; `nil` where the page has none.
  var breakdown: (count: Int, shown: Int)? { get }

  // What the cursor can stand on.

  /// How many panes it has.
  var paneCount: Int { get }
  /// The rows of a pane, top to bottom.
  func rows(of pane: Int) -> [RowID]
  /// The row that the cursor starts on; `nil` for the first.
  var firstCursor: RowID? { get }
  /// The row that stands for a period; `nil` where the rows are no periods.
  func row(of period: Period) -> RowID?
  /// The pane that is about a metric.
  func pane(about metric: MetricID) -> Int
  /// What is said where it has no rows.
  var noRows: String { get }
  /// What there is beyond the first row, or the last: -1 or 1.
  func beyond(_ step: Int) -> Beyond
  /// What moves when the cursor goes to the side.
  var sideways: Sideways { get }
  /// What opens on Enter.
  func open(_ row: RowID?) -> RowDestination

  // What its figures are.

  /// Whose figures it shows.
  var organisation: OrganisationCode { get }
  /// The metrics whose periods `[` and `]` go through, and of which organisation.
  var metrics: [MetricID] { get }
  var followed: OrganisationCode { get }
  /// What the cursor stands on as a series and period; `nil` where it stands on no figure.
  var figureUnderCursor: (Series.Key, Period)? { get }
  /// Every series whose figures it shows.
  var shownSeries: Set<Series.Key> { get }
  /// Whether all of them have been seen once the page has: else only what the cursor stands on.
  var isSeenWhole: Bool { get }
  /// The figure whose rows in a file it shows; `nil` where it shows no rows.
  var rowsWanted: (Series.Key, Period)? { get }
  /// How fresh what it shows is; `nil` where it is not about one metric.
  var freshness: Freshness? { get }
  /// Those whose figures are summed, in the words of the page.
  func words(of perspective: Perspective) -> String
  /// What the page rests on, worked out anew.
  var workedOut: PageDigest { get }

  // How it is told.

  /// What the status line says of what the cursor stands on, ever shorter.
  var sentences: [String] { get }
  /// What it is about where no box fits, ever shorter.
  var compactNames: [String] { get }
  /// The same with the figure of the pane the keyboard is in.
  var compactTitles: [StyledText] { get }
  /// Whether a screen of a single line shows that, rather than a row, until the cursor is moved.
  var isWholeFirst: Bool { get }
  /// A row where no box fits.
  func compact(_ row: RowID) -> CompactRow
  /// What stands there where it has no rows.
  var nothing: String { get }
  /// The fewest columns its boxes fit into.
  static var leastColumns: Int { get }
  /// The page in lines of words: what a screen reader reads out.
  var spoken: [String] { get }
  /// What it shows on a wall.
  var wall: WallView { get }

  // How it is drawn.

  /// Draws it in boxes.
  func draw(on frame: inout Frame, in region: Region)
  /// The same, where there was a picture before, whose unchanged panels are taken over.
  func draw(on frame: inout Frame, in region: Region, after drawn: inout DrawnPanels)
}

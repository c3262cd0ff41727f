import Metrics
import Screen

/// What every page must provide.
///
/// A page is a value that is made from the state for one question and then discarded; `Page+Content.swift` says which
/// page is which. A plain page provides three things: its word, its title and its drawing. Everything else has a
/// default, which is the answer of a page without rows, panels or figures.
protocol PageContent {
  /// The state that the page shows.
  var state: State { get }

  // Its names.

  /// The word of the page: it opens the page after `:`, and names a file with its picture.
  static var word: String { get }
  /// Its title in the breadcrumbs: `A&E four-hour`, `Problems`.
  var title: String { get }
  /// The same after the page it was reached from, whose name need not be repeated.
  func title(after before: Page?) -> String
  /// The words that open it after `:`, followed by those for the view settings.
  func viewLine(_ outlook: [String]) -> [String]

  // Its keys.

  /// Its kinds, which decide its keys.
  static var kinds: PageKinds { get }
  /// The names of the columns that `s` cycles through; none where the page cannot be sorted.
  var sortable: [String] { get }
  /// The number of breakdowns that `b` cycles through, and the one shown; `nil` where the page has none.
  var breakdown: (count: Int, shown: Int)? { get }

  // Its rows.

  /// The number of panes.
  var paneCount: Int { get }
  /// The rows of a pane, top to bottom.
  func rows(of pane: Int) -> [RowID]
  /// The row on which the cursor starts; `nil` for the first.
  var firstCursor: RowID? { get }
  /// The row for a period; `nil` where the rows are not periods.
  func row(of period: Period) -> RowID?
  /// The pane about a metric.
  func pane(about metric: MetricID) -> Int
  /// The message where it has no rows.
  var noRows: String { get }
  /// What is beyond the first row (-1) or the last (1).
  func beyond(_ step: Int) -> Beyond
  /// What moves when the cursor moves sideways.
  var sideways: Sideways { get }
  /// Where Enter leads.
  func open(_ row: RowID?) -> RowDestination

  // Its figures.

  /// The organisation whose figures it shows.
  var organisation: OrganisationCode { get }
  /// The metrics whose periods `[` and `]` step through, and the organisation.
  var metrics: [MetricID] { get }
  var followed: OrganisationCode { get }
  /// The series and period of the figure under the cursor; `nil` where there is none.
  var figureUnderCursor: (Series.Key, Period)? { get }
  /// Every series with a figure on the page.
  var shownSeries: Set<Series.Key> { get }
  /// Whether opening the page counts as seeing all of them; otherwise only the figure under the cursor is seen.
  var isSeenWhole: Bool { get }
  /// The figure whose rows in a file it shows; `nil` where it shows none.
  var rowsWanted: (Series.Key, Period)? { get }
  /// The freshness of its figures; `nil` where it is not about one metric.
  var freshness: Freshness? { get }
  /// The name of a perspective on this page.
  func words(of perspective: Perspective) -> String
  /// What the page depends on, calculated again.
  var workedOut: PageDigest { get }

  // Its words.

  /// The sentence of the status line about the row under the cursor, in ever shorter forms.
  var sentences: [String] { get }
  /// Its title where no box fits, in ever shorter forms.
  var compactNames: [String] { get }
  /// The same with the figure of the pane with the keyboard.
  var compactTitles: [StyledText] { get }
  /// Whether a single-line screen shows that title, rather than a row, until the cursor is moved.
  var isWholeFirst: Bool { get }
  /// A row where no box fits.
  func compact(_ row: RowID) -> CompactRow
  /// The text where it has no rows.
  var nothing: String { get }
  /// The fewest columns for its boxes.
  static var leastColumns: Int { get }
  /// The page as plain text for screen readers.
  var spoken: [String] { get }
  /// What it shows on a wall.
  var wall: WallView { get }

  // Its drawing.

  /// Draws it in boxes.
  func draw(on frame: inout Frame, in region: Region)
  /// The same, copying unchanged panels from the previous picture.
  func draw(on frame: inout Frame, in region: Region, after drawn: inout DrawnPanels)
}

import Metrics

/// A place on the board.
public enum Page: Hashable, Sendable {
  /// Every metric of the system, or of a place or group in it.
  case overview
  /// One metric of every organisation.
  case metric(MetricID)
  /// Every metric of one organisation.
  case organisation(OrganisationCode)
  /// One metric of one organisation over time, or one part of it.
  case detail(MetricID, OrganisationCode, BreakdownItem?)
  /// The rows of the file that a figure was read from.
  case source(Series.Key, Period)
  /// Every metric of one organisation with what its control chart says, and the grid of variation × assurance.
  case summary(OrganisationCode)
  /// What is wrong.
  case problems
  /// The keys.
  case help
  /// The systems a national file can be read for.
  case systems

  /// The word that opens it on the command line and in `:`.
  public var word: String {
    switch self {
    case .overview: "overview"
    case .metric: "metric"
    case .organisation: "organisation"
    case .detail: "detail"
    case .source: "source"
    case .summary: "summary"
    case .problems: "problems"
    case .help: "help"
    case .systems: "system"
    }
  }
}

/// What the cursor stands on: a thing rather than a row number, so that it stays when rows move.
public enum RowID: Hashable, Sendable {
  /// A metric, in a list of metrics.
  case metric(MetricID)
  /// An organisation.
  case organisation(OrganisationCode)
  /// A metric of an organisation, in the list of what needs attention.
  case exception(Series.Key)
  /// A part of a metric.
  case part(BreakdownItem)
  /// A period of a series.
  case period(Period)
  /// A numbered line: problems, source rows, help, steps of a bridge.
  case line(Int)
}

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

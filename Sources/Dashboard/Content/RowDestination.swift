import Metrics
import Screen

/// Where Enter leads from a row of a page.
enum RowDestination {
  /// To another page, with the cursor on a row of its first pane, and in the pane that is about a metric.
  case page(Page, cursor: RowID? = nil, about: MetricID? = nil)
  /// To the rows of the file behind the figure.
  case rows
  /// To the board of another system.
  case system(OrganisationCode)
  /// Nowhere, for a reason.
  case nowhere(String)
}

/// What is beyond the first or the last row of a pane.
enum Beyond {
  /// Another pane.
  case pane(Int)
  /// Nothing, with the reason in words.
  case end(String)
}

/// What moves when the cursor moves sideways.
enum Sideways {
  /// The keyboard moves from pane to pane.
  case panes
  /// The columns of a page's own table, with their number, one at a time.
  case columns(Int)
  /// The years of a plan, with their number; beyond the first and the last, something else moves.
  indirect case years(Int, Sideways)
  /// The columns of a table that is wider than the screen; its first column stays.
  case table(Table)
  /// Nothing.
  case nothing
}

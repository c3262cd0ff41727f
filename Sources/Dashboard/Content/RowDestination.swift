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

/// What there is beyond the first or the last row of a pane.
enum Beyond {
  /// Another pane.
  case pane(Int)
  /// Nothing, in words.
  case end(String)
}

/// What moves when the cursor goes to the side.
enum Sideways {
  /// The keyboard goes from pane to pane.
  case panes
  /// The columns of a table of its own kind, so many of them, one at a time.
  case columns(Int)
  /// The years of a plan, as far as there are so many; at their ends what else there is.
  indirect case years(Int, Sideways)
  /// The columns of a table that is wider than the screen; its first column stays.
  case table(Table)
  /// Nothing.
  case nothing
}

import Metrics
import Screen
import Statistics

/// What the current page depends on, calculated once and kept until the page, the view settings or the board change.
///
/// Each page fills in what it needs; a page that needs nothing leaves all of it empty.
struct PageDigest: Sendable {
  let page: Page
  let viewSettings: ViewSettings
  /// The rows of a table, before they are filtered and sorted: on the page of a metric, the scope itself first; on that
  /// of an organisation, or its summary, its metrics.
  var rows: [SeriesDigest] = []
  /// On the page of a metric, the places and groups.
  var places: [SeriesDigest] = []
  /// On the page of a metric, the position of each provider on the funnel plot of comparable providers.
  var funnel: [OrganisationCode: FunnelPoint.Position] = [:]
  /// On the page of a series, the series.
  var detail: DetailDigest?
  /// On the page of an organisation, its money.
  var money: MoneyDigest?
  /// On the help, what the page shows that it was opened on, and the screen that was drawn for.
  var legend: (lines: Legend, size: Size)?
}

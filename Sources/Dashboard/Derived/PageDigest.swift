import Metrics
import Statistics

/// What the page shown rests on, worked out once and kept until the page, the outlook or the board changes.
///
/// Each page says what it needs of it; a page that needs nothing leaves all of it empty.
struct PageDigest: Sendable {
  let page: Page
  let viewSettings: ViewSettings
  /// The rows of a table, before they are filtered and sorted: on the page of a metric the scope itself first, on that of
  /// an organisation, or its summary, its metrics.
  var rows: [SeriesDigest] = []
  /// On the page of a metric, the places and groups.
  var places: [SeriesDigest] = []
  /// On the page of a metric, where each provider stands on the funnel of its likes.
  var funnel: [OrganisationCode: FunnelPoint.Position] = [:]
  /// On the page of a series, the series.
  var detail: DetailDigest?
  /// On the page of an organisation, its money.
  var money: MoneyDigest?
}

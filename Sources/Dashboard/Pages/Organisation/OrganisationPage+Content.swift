import Metrics
import Screen

/// The content of the organisation page.
extension OrganisationPage {
  static let word = "organisation"
  static let kinds: PageKinds = [.figures, .sorted, .filtered, .published]

  var title: String { state.board.organisation(code).shortName }
  func viewLine(_ outlook: [String]) -> [String] { [Self.word, code.text] + outlook }

  var sideways: Sideways { isCompact ? .nothing : .table(table(columns(wide: tableRegion.columns))) }

  /// The metric under the cursor.
  private var selectedMetric: MetricID? { if case .metric(let metric)? = selectedRow { metric } else { nil } }

  func open(_ row: RowID?) -> RowDestination {
    guard case .metric(let metric)? = row else { return .nowhere("nothing to open here") }
    return .page(.detail(metric, code, nil))
  }

  var organisation: OrganisationCode { code }
  var figureUnderCursor: (Series.Key, Period)? { selectedMetric.flatMap { state.shownSeries($0, of: code) } }
  var shownSeries: Set<Series.Key> { Set(contents.rows.map(\.key)) }
  var isSeenWhole: Bool { true }
  var freshness: Freshness? {
    selectedMetric.flatMap { state.board.catalogue[$0] }.map { state.board.freshness($0, of: code, on: state.today) }
  }
  var workedOut: PageDigest {
    PageDigest(
      page: .organisation(code), viewSettings: state.viewSettings, rows: SeriesDigest.metrics(of: code, state.context),
      money: MoneyDigest(state.board, of: code, state.viewSettings))
  }

  var sentences: [String] { selectedMetric.map { sentences(of: $0, code) } ?? noFigure }
  var compactNames: [String] { names(of: code) }
  func compact(_ row: RowID) -> CompactRow {
    guard case .metric(let metric) = row else { return .nothing }
    return compact(code, metric)
  }
  var spoken: [String] {
    rows.map { row in
      said.sentence(
        row.metric?.title ?? row.key.metric.text, row.figure, row.period, absence: row.absence,
        FigureSentence.control(row.charted), row.freshness.map(FigureSentence.freshness) ?? "")
    }
  }
  var wall: WallView { .rows(contents.rows, of: code, state) }
}

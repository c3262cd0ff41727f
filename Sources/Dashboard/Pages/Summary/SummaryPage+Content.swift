import Metrics
import Screen

/// The content of the summary page.
extension SummaryPage {
  static let word = "summary"
  static let kinds: PageKinds = [.figures, .filtered]

  var title: String {
    code == state.board.tree.system.code ? "Summary" : "\(state.board.organisation(code).shortName) summary"
  }
  func viewLine(_ outlook: [String]) -> [String] { [Self.word, code.text] + outlook }

  var sideways: Sideways {
    guard !isCompact else { return .nothing }
    var table = table(Self.columns(wide: tableRegion.columns, marks(of: rows)))
    table.gap = Self.gap(wide: tableRegion.columns)
    return .table(table)
  }

  /// The metric under the cursor.
  private var selectedMetric: MetricID? { if case .metric(let metric)? = selectedRow { metric } else { nil } }

  func open(_ row: RowID?) -> RowDestination {
    guard case .metric(let metric)? = row else { return .nowhere("nothing to open here") }
    return .page(.detail(metric, code, nil))
  }

  var organisation: OrganisationCode { code }
  var figureUnderCursor: (Series.Key, Period)? { selectedMetric.flatMap { state.shownSeries($0, of: code) } }
  var shownSeries: Set<Series.Key> { Set(contents.rows.map(\.key)) }
  var freshness: Freshness? {
    selectedMetric.flatMap { state.board.catalogue[$0] }.map { state.board.freshness($0, of: code, on: state.today) }
  }
  var workedOut: PageDigest {
    PageDigest(
      page: .summary(code), viewSettings: state.viewSettings,
      rows: code == state.digest.scope ? [] : SeriesDigest.metrics(of: code, state.context))
  }

  var sentences: [String] {
    selectedMetric.flatMap { state.board.shownFigure($0, of: code, state.viewSettings) }
      .map(state.board.sentences) ?? []
  }
  var compactNames: [String] { names(of: code).map { $0 + " summary" } + ["Summary"] }
  func compact(_ row: RowID) -> CompactRow {
    guard case .metric(let metric) = row else { return .nothing }
    return compact(code, metric)
  }
  var spoken: [String] {
    rows.map { row in
      said.sentence(row.metric.title, row.figure, row.period, FigureSentence.control(row.charted))
    } + actions
  }
  /// All open actions, whichever organisation they are about: a huddle ends with the summary of the system.
  private var actions: [String] {
    guard let agreed = state.agreed, agreed.tally.open > 0 else { return [] }
    return [agreed.tally.words + "."]
      + agreed.inOrder.prefix { $0.isOpen }.map { $0.sentence(state.board, on: state.today) }
  }
  var wall: WallView {
    let rows = allRows.filter { $0.metric.direction != .neither }
    let period = WallView.latest(of: rows.compactMap(\.period), state)
    return WallView(
      organisation: code, title: "summary", shortTitle: "summary",
      period: period, figures: [],
      items: rows.map { row in
        let shown = WallFigure(row.metric.title, row.metric, row.figure, row.charted, nil, state)
        let forms = [shown.control.short, shown.control.brief]
        let whole = forms.map { $0.isEmpty ? shown.variance : shown.variance + StyledText("; ", .faint) + $0 }
        return WallView.Item(
          names: [row.metric.title, row.metric.shortTitle], digits: shown.digits, suffix: shown.suffix,
          words: whole + forms, role: shown.standing,
          period: row.period.map { $0.isOwn(beside: period) ? $0.briefTitle : "" } ?? "", mark: shown.mark,
          isUnseen: shown.isUnseen)
      })
  }
}

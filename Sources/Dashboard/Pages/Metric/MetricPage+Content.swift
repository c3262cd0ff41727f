import Metrics
import Screen

/// The content of the metric page.
extension MetricPage {
  static let word = "metric"
  static let kinds: PageKinds = [.figures, .sorted, .filtered, .published]

  var title: String { metric?.title ?? id.text }
  func viewLine(_ outlook: [String]) -> [String] {
    var cursor: [String] = []
    if case .organisation(let code)? = state.visit.cursors[0] { cursor = [code.text] }
    return [Self.word, id.text] + cursor + outlook
  }

  var sideways: Sideways {
    let plan = isCompact ? [] : plan
    // Where a plan is shown above the table, the plan scrolls.
    guard plan.isEmpty else { return .years(PlanTable(plan, state.board).columnCount, .nothing) }
    return isCompact ? .nothing : .table(table(columns(wide: tableRegion.columns)))
  }

  /// Enter leads from the scope to its detail, from a place to its overview, and from an organisation to all of its
  /// metrics.
  func open(_ row: RowID?) -> RowDestination {
    guard case .organisation(let code)? = row else { return .nowhere("nothing to open here") }
    if code == state.scope { return .page(.detail(id, code, nil)) }
    return state.board.isCollective(code)
      ? .page(.organisation(code), about: id) : .page(.organisation(code), cursor: .metric(id))
  }

  var metrics: [MetricID] { [id] }
  var figureUnderCursor: (Series.Key, Period)? {
    guard case .organisation(let code)? = selectedRow else { return nil }
    return state.shownSeries(id, of: code)
  }
  var shownSeries: Set<Series.Key> {
    guard let panel = state.digest[id] else { return [] }
    return Set(
      ([state.scope] + panel.rankedFigures.map(\.organisation.code)).map {
        Series.Key(id, $0, perspective: panel.perspective)
      })
  }
  var freshness: Freshness? { state.digest[id]?.freshness }
  func words(of perspective: Perspective) -> String { perspective.singular(of: metric) }

  var workedOut: PageDigest {
    let context = state.context
    let digest = state.digest[id]
    let period = digest?.period ?? state.board.shownPeriod(id, of: state.scope, state.viewSettings)
    let below = digest?.rankedFigures.map(\.organisation.code) ?? []
    let rows = ([state.scope] + below).map { SeriesDigest(id, of: $0, in: period, context) }
    let places = places(with: state.perspective(for: id, state.scope)).filter { place in
      !rows.contains { $0.organisation.code == place }
    }
    return PageDigest(
      page: .metric(id), viewSettings: state.viewSettings, rows: rows,
      places: places.map { SeriesDigest(id, of: $0, in: period, context) },
      funnel: period.map { state.board.funnelPositions(id, in: $0) } ?? [:])
  }

  /// The places and groups below the scope that have a figure, or an organisation with one.
  private func places(with perspective: Perspective) -> [OrganisationCode] {
    let board = state.board
    return board.tree.descendants(of: state.scope).map(\.code).filter { code in
      guard board.isCollective(code) else { return false }
      return board.hasFigures(id, code)
        || !board.organisations(with: id, below: code, perspective: perspective).isEmpty
    }
  }

  var sentences: [String] {
    guard case .organisation(let code)? = selectedRow else { return noFigure }
    let sentences = sentences(of: id, code)
    return sentences.isEmpty ? [state.board.organisation(code).name] : sentences
  }
  var compactNames: [String] { names(of: id) }
  func compact(_ row: RowID) -> CompactRow {
    guard case .organisation(let code) = row else { return .nothing }
    return compact(id, of: code)
  }
  var spoken: [String] {
    rows.map { row in
      said.sentence(
        row.organisation.name, row.figure, row.period, absence: row.absence, FigureSentence.control(row.charted))
    }
  }
  var wall: WallView {
    let panel = state.digest[id]
    return WallView(
      organisation: state.scope, title: title, shortTitle: metric?.shortTitle ?? id.text, period: panel?.period,
      figures: panel.map { [WallFigure($0, state)] } ?? [],
      beside: panel?.rankedFigures.map { WallView.Line($0.organisation.shortName, $0.figure, state) } ?? [])
  }
}

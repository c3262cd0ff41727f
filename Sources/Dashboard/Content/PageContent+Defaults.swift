import Metrics
import Screen

/// The answers of a page that has nothing of its own to add.
extension PageContent {
  func title(after before: Page?) -> String { title }
  func viewLine(_ outlook: [String]) -> [String] { [Self.word] }

  static var kinds: PageKinds { [] }
  var sortable: [String] { [] }
  var breakdown: (count: Int, shown: Int)? { nil }

  var paneCount: Int { 1 }
  func rows(of pane: Int) -> [RowID] { [] }
  var firstCursor: RowID? { nil }
  func row(of period: Period) -> RowID? { nil }
  func pane(about metric: MetricID) -> Int { 0 }
  var noRows: String { "no rows here" }
  func beyond(_ step: Int) -> Beyond {
    if rows(of: state.visit.pane).isEmpty { return .end(noRows) }
    return .end(step < 0 ? "this is the first row" : "this is the last row")
  }
  var sideways: Sideways { Self.kinds.contains(.panels) ? .panes : .nothing }
  func open(_ row: RowID?) -> RowDestination { .nowhere("nothing to open here") }

  var organisation: OrganisationCode { state.scope }
  var metrics: [MetricID] { state.digest.panels.map(\.metric.id) }
  var followed: OrganisationCode { state.scope }
  var figureUnderCursor: (Series.Key, Period)? { nil }
  var shownSeries: Set<Series.Key> { [] }
  var isSeenWhole: Bool { false }
  var rowsWanted: (Series.Key, Period)? { nil }
  var freshness: Freshness? { nil }
  func words(of perspective: Perspective) -> String { String(perspective.word.dropLast()) }
  var workedOut: PageDigest { PageDigest(page: state.page, viewSettings: state.viewSettings) }

  var sentences: [String] { [] }
  var compactNames: [String] { [title] }
  var compactTitles: [StyledText] { bareTitles }
  var isWholeFirst: Bool { false }
  func compact(_ row: RowID) -> CompactRow { .nothing }
  var nothing: String { noFit ?? "nothing returned" }
  static var leastColumns: Int { 36 }
  var spoken: [String] {
    let rows = (0..<paneCount).flatMap(rows(of:))
    return rows.isEmpty ? [nothing] : rows.map { compact($0).words }
  }
  var wall: WallView { .everyMetric(of: state) }

  func draw(on frame: inout Frame, in region: Region, after drawn: inout DrawnPanels) { draw(on: &frame, in: region) }
}

/// What follows from a page's answers.
extension PageContent {
  var word: String { Self.word }
  var kinds: PageKinds { Self.kinds }

  /// The row under the cursor, in the pane with the keyboard.
  var selectedRow: RowID? { selectedRow(among: rows(of: state.visit.pane)) }

  /// The same, where the rows of that pane are known.
  func selectedRow(among rows: [RowID]) -> RowID? { state.selectedRow(among: rows, start: firstCursor) }

  /// The numbered line under the cursor.
  var selectedLine: Int? { if case .line(let line)? = selectedRow { line } else { nil } }

  /// Its title where no box fits, without figures.
  var bareTitles: [StyledText] { compactNames.map { StyledText($0, .title) } }

  /// Why there are no rows, where a filter is the reason.
  var noFit: String? { state.visit.filter.isEmpty ? nil : "nothing matches; Esc clears the filter" }

  /// Whether a region has no room for its boxes: for the borders and a few rows, and in a table for the figure and its
  /// variance beside the name.
  func isTooLarge(for region: Region) -> Bool { region.rows < 6 || region.columns < Self.leastColumns }

  /// Whether it is shown without boxes, and so without columns.
  var isCompact: Bool { isTooLarge(for: state.areas.page) }

  /// The region of a table: inside a border as wide as the page.
  var tableRegion: Region { state.areas.page.inset(by: 1) }

  /// A table of the page with these columns.
  func table(_ columns: [TableColumn]) -> Table {
    Table(columns: columns, rowCount: 0, skippedColumns: state.visit.skippedColumns)
  }

  /// The name of an organisation, and its code.
  func names(of code: OrganisationCode) -> [String] { [state.board.organisation(code).shortName, code.text] }

  /// The title of a metric, and the name that a manager uses in a sentence.
  func names(of metric: MetricID) -> [String] {
    guard let metric = state.board.catalogue[metric] else { return [metric.text] }
    return [metric.title, metric.shortTitle]
  }

  /// The first word of a metric's short title, which precedes the name of one of its parts.
  func stem(of metric: MetricID) -> String { state.board.catalogue[metric]?.stem ?? metric.text }

  /// The unit of a metric.
  func unit(of metric: MetricID) -> Metric.Unit { state.board.catalogue[metric]?.unit ?? .patients }

  /// A figure of an organisation as a row under its name.
  func compact(_ metric: MetricID, of code: OrganisationCode) -> CompactRow {
    let ranked = state.digest[metric]?.rankedFigures.first { $0.organisation.code == code }?.figure
    let shown = ranked ?? state.board.shownFigure(metric, of: code, state.viewSettings)
    return CompactRow(state.board.organisation(code).shortName, code.text, figure: shown, unit: unit(of: metric))
      .dated(ownPeriod(of: shown))
  }

  /// A figure of an organisation as a row under the name of its metric.
  func compact(_ code: OrganisationCode, _ metric: MetricID) -> CompactRow {
    let name = state.board.catalogue[metric]?.shortTitle ?? metric.text
    let figure = state.board.shownFigure(metric, of: code, state.viewSettings)
    return CompactRow(name, figure: figure, unit: unit(of: metric)).dated(ownPeriod(of: figure))
  }

  /// The period of a figure that is not of the board's own, in few cells; else empty.
  func ownPeriod(of figure: Figure?) -> String {
    let shown = state.viewSettings.period ?? state.digest.period
    guard let figure, figure.period.isOwn(beside: shown) else { return "" }
    return figure.period.briefTitle
  }

  /// The sentence of the status line where there is no figure under the cursor.
  var noFigure: [String] {
    state.digest.panels.isEmpty ? ["nothing has been returned for \(state.board.organisation(state.scope).name)"] : []
  }

  /// The sentence of the status line about the figure of a metric.
  func sentences(of metric: MetricID, _ code: OrganisationCode) -> [String] {
    state.board.shownFigure(metric, of: code, state.viewSettings).map(state.board.sentences) ?? noFigure
  }

  /// The words for figures in plain text.
  var said: FigureSentence { FigureSentence(board: state.board) }
}

import Metrics
import Screen

/// One metric of every organisation: a sortable table, and the chart of the organisation under the cursor.
struct MetricPage: PageContent {
  let state: State
  let id: MetricID
  private let prepared: PageDigest?

  init(_ state: State, _ id: MetricID) {
    self.state = state
    self.id = id
    prepared = state.prepared(for: .metric(id))
  }

  private var contents: PageDigest { prepared ?? workedOut }

  var metric: Metric? { state.board.catalogue[id] }

  /// The columns that `s` cycles through, in order.
  private static let sortable = ["worst first", "organisation", "figure", "variance", "over target"]
  var sortable: [String] { Self.sortable }

  /// The scope itself first, then the organisations and the places, filtered and sorted.
  var rows: [SeriesDigest] {
    let organisations = arranged(Array(contents.rows.dropFirst()))
    let scope = state.visit.filter.isEmpty ? Array(contents.rows.prefix(1)) : []
    return scope + organisations + arranged(contents.places)
  }

  private func arranged(_ rows: [SeriesDigest]) -> [SeriesDigest] {
    var rows = rows
    switch state.visit.sortColumn {
    case 1: rows.sort { SeriesCells.name($0, wide: wide) < SeriesCells.name($1, wide: wide) }
    case 2: rows.sort { Self.order($0.figure?.value, $1.figure?.value) }
    case 3: rows.sort { Self.order($0.figure?.variance, $1.figure?.variance) }
    case 4: rows.sort { Self.order($1.figure?.gap, $0.figure?.gap) }
    default: break
    }
    if state.visit.isReversed { rows.reverse() }
    return rows.fitting(state.visit.filter) { $0.organisation.filtered }
  }

  /// The width of the table: the columns shown are the ones sorted by, and they depend on the room for names.
  private var wide: Int { tableRegion.columns }

  /// Rows without a value come last.
  private static func order(_ left: Ratio?, _ right: Ratio?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return left < right
  }

  private static func ids(_ rows: [SeriesDigest]) -> [RowID] { rows.map { .organisation($0.organisation.code) } }
  func rows(of pane: Int) -> [RowID] { Self.ids(rows) }

  private func selected(in rows: [SeriesDigest]) -> Int? {
    selectedRow(among: Self.ids(rows)).flatMap { row in rows.firstIndex { .organisation($0.organisation.code) == row } }
  }

  /// The panel above the table, for the row under the cursor.
  private func top(over rows: [SeriesDigest]) -> TopPanel {
    TopPanel(state: state, row: selected(in: rows).map { rows[$0] } ?? rows.first, of: .metric)
  }

  /// The plan shown above the table, if there is one.
  var plan: [PlanLine] { top(over: rows).plan }

  func draw(on frame: inout Frame, in region: Region) {
    let rows = rows
    let selected = selected(in: rows)
    let table = min(rows.count + 3, max(7, region.rows / 2))
    let top = top(over: rows)
    // Where the table leaves much of the page free, there is a chart of each organisation below it.
    let multiples = SmallMultiples(Array(contents.rows.dropFirst()), direction: metric?.direction ?? .neither)
    let spare = region.rows - table
    let hasTop = spare >= 8 && top.hasContent
    let multipleRows = spare >= 32 && multiples.isWorthIt ? max(10, spare / 3) : 0
    let tableRows = hasTop ? max(table, region.rows - min(region.rows, top.height)) : region.rows
    let parts = region.splitRows([.weight(1), .fixed(tableRows), .fixed(hasTop ? multipleRows : 0)])
    if hasTop { top.draw(on: &frame, in: parts[0]) }
    drawTable(rows, selected, on: &frame, in: parts[1])
    if hasTop, multipleRows > 0 { multiples.draw(on: &frame, in: parts[2]) }
  }

  /// The columns that are scrolled out of the table; where a plan is shown above it, the plan scrolls.
  private var skippedColumns: Int { plan.isEmpty ? state.visit.skippedColumns : 0 }

  /// The columns of the table.
  func columns(wide: Int) -> [TableColumn] {
    let rows = rows
    if id.isPosition { return MoneyCells(state: state, rows: rows).columns(wide: wide) }
    return SeriesCells(state: state, rows: rows, names: .organisations, wide: wide, funnel: contents.funnel).columns
  }

  private func drawTable(_ rows: [SeriesDigest], _ selected: Int?, on frame: inout Frame, in region: Region) {
    let period = contents.rows.first?.period
    let sort = Self.sortable[min(state.visit.sortColumn ?? 0, Self.sortable.count - 1)]
    let filter = state.visit.filter.isEmpty ? "" : " · /\(state.visit.filter)"
    let perspective =
      id.isPosition ? "every organisation" : "by \(state.perspective(for: id, state.scope).singular(of: metric))"
    let box = Box(
      title: StyledText("\(metric?.title ?? id.text) · \(period?.title ?? "no figures")", .title),
      note: StyledText("\(perspective) · \(sort)\(state.visit.isReversed ? ", reversed" : "")\(filter)", .faint),
      footer: state.digest[id]?.freshness.styled(room: region.columns - 6) ?? StyledText(), isFocused: true)
    let inner = box.draw(on: &frame, in: region)
    guard !rows.isEmpty else {
      frame.write(
        StyledText("no organisation matches; Esc clears the filter", .faint), in: inner, line: 0)
      return
    }
    if id.isPosition {
      let cells = MoneyCells(state: state, rows: rows)
      let table = Table(
        columns: cells.columns(wide: inner.columns), rowCount: rows.count, selection: selected,
        skippedColumns: skippedColumns, pane: 0)
      table.draw(on: &frame, in: inner, names: rows.map(\.organisation.shortName)) { cells.cells($0) }
    } else {
      let cells = SeriesCells(
        state: state, rows: rows, names: .organisations, wide: inner.columns, funnel: contents.funnel)
      let table = Table(
        columns: cells.columns, rowCount: rows.count, selection: selected, skippedColumns: skippedColumns, pane: 0)
      cells.draw(table, on: &frame, in: inner)
    }
  }
}

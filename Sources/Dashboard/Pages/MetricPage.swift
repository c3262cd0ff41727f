import Metrics
import Screen

/// One metric of every body: a sortable table, and the chart of the one the cursor stands on.
struct MetricPage {
  let state: State
  let id: MetricID

  init(_ state: State, _ id: MetricID) {
    self.state = state
    self.id = id
  }

  private var metric: Metric? { state.board.catalogue[id] }
  private var unit: Metric.Unit { metric?.unit ?? .patients }

  /// The columns that `s` goes through, in their order.
  static let sortable = ["worst first", "organisation", "figure", "variance", "gap"]

  /// The system itself on top, then the bodies as filtered and sorted.
  var standings: [Standing] {
    let board = state.board
    var rows = (state.digest[id]?.standings ?? board.standings(id, below: state.scope, state.outlook)).filter {
      fuzzyMatches(state.visit.filter, $0.organisation.name, $0.organisation.code.text, $0.organisation.shortName)
    }
    switch state.visit.sortColumn {
    case 1: rows.sort { $0.organisation.name < $1.organisation.name }
    case 2: rows.sort { Self.order($0.figure?.value, $1.figure?.value) }
    case 3: rows.sort { Self.order($0.figure?.variance, $1.figure?.variance) }
    case 4: rows.sort { Self.order($1.figure?.gap, $0.figure?.gap) }
    default: break
    }
    if state.visit.isReversed { rows.reverse() }
    let system = Standing(
      organisation: board.organisation(state.scope), figure: board.shownFigure(id, of: state.scope, state.outlook))
    return state.visit.filter.isEmpty ? [system] + rows : rows
  }

  private static func order(_ left: Ratio?, _ right: Ratio?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return left < right
  }

  private var selected: Int? {
    let rows = standings
    guard let row = state.selectedRow else { return nil }
    return rows.firstIndex { .organisation($0.organisation.code) == row }
  }

  func draw(on frame: inout Frame, in body: Region) {
    let rows = standings
    let wanted = rows.count + 3
    let chartRows = body.rows >= 14 ? max(8, min(body.rows * 3 / 5, body.rows - min(wanted, body.rows / 2))) : 0
    let parts = body.splitRows([.fixed(chartRows), .weight(1)])
    if chartRows > 0, let selected { drawChart(of: rows[selected], on: &frame, in: parts[0]) }
    drawTable(rows, on: &frame, in: parts[1])
  }

  private func drawChart(of standing: Standing, on frame: inout Frame, in region: Region) {
    let code = standing.organisation.code
    let key = Series.Key(id, code, lens: state.lens(for: id, code))
    ChartBox(state: state, key: key, title: standing.organisation.shortName, isFocused: false).draw(on: &frame, in: region)
  }

  private func drawTable(_ rows: [Standing], on frame: inout Frame, in region: Region) {
    let period = state.board.shownPeriod(id, of: state.scope, state.outlook)
    let sort = Self.sortable[min(state.visit.sortColumn ?? 0, Self.sortable.count - 1)]
    let title = "\(metric?.title ?? id.text) · \(period?.title ?? "no figures")"
    let lens = state.lens(for: id, state.scope)
    let filter = state.visit.filter.isEmpty ? "" : " · /\(state.visit.filter)"
    let box = Box(
      title: title, note: "\(lens.word) · \(sort)\(state.visit.isReversed ? ", reversed" : "")\(filter)",
      footer: state.digest[id]?.freshness.words ?? "", isFocused: true)
    let inner = box.draw(on: &frame, in: region)
    guard !rows.isEmpty else {
      frame.write(StyledText("no body has a figure that fits", .faint), in: inner, line: 0)
      return
    }
    let cells = StandingCells(state: state, metric: metric, id: id, period: period, wide: inner.columns)
    let table = Table(columns: cells.columns, rowCount: rows.count, selection: selected)
    table.draw(on: &frame, in: inner) { cells.cells(rows[$0]) }
  }
}

import Metrics
import Screen

/// Every metric of one body in a table.
struct OrganisationPage {
  let state: State
  let code: OrganisationCode

  init(_ state: State, _ code: OrganisationCode) {
    self.state = state
    self.code = code
  }

  /// A metric of the body with its figure in the period shown; `nil` where it made no return then.
  struct Row {
    let metric: Metric
    let period: Period?
    let figure: Figure?
  }

  /// The metrics the body has ever had a figure for, and the others of its kind as not returned.
  var figures: [Row] {
    let board = state.board
    var rows = board.metrics.compactMap { metric -> Row? in
      guard board.hasFigures(metric.id, code) else { return nil }
      let period = board.shownPeriod(metric.id, of: code, state.outlook)
      return Row(metric: metric, period: period, figure: period.flatMap {
        board.figure(Series.Key(metric.id, code), in: $0, choice: state.outlook.choice)
      })
    }.filter { fuzzyMatches(state.visit.filter, $0.metric.title, $0.metric.id.text) }
    switch state.visit.sortColumn {
    case 1: rows.sort { $0.metric.title < $1.metric.title }
    case 2: rows.sort { Self.share($0) > Self.share($1) }
    default: break
    }
    if state.visit.isReversed { rows.reverse() }
    return rows
  }

  static let sortable = ["as published", "metric", "furthest off"]

  private static func share(_ row: Row) -> Double {
    guard row.figure?.isMet == false, let variance = row.figure?.variance, let target = row.figure?.target else { return 0 }
    return variance.magnitude.double / max(1, abs(target.value.double))
  }

  func draw(on frame: inout Frame, in body: Region) {
    let rows = figures
    let board = state.board
    let organisation = board.organisation(code)
    let selected = rows.firstIndex { .metric($0.metric.id) == state.selectedRow }
    let chartRows = body.rows >= 16 ? max(8, min(body.rows / 2, body.rows - rows.count - 3)) : 0
    let parts = body.splitRows([.weight(1), .fixed(chartRows)])
    let inner = Box(
      title: organisation.name, note: "\(code.text) · \(organisation.role.word)", footer: parentWords(organisation),
      isFocused: true
    ).draw(on: &frame, in: parts[0])
    guard !rows.isEmpty else {
      frame.write(StyledText("nothing has been returned for \(organisation.name)", .faint), in: inner, line: 0)
      return
    }
    let table = Table(columns: Self.columns(wide: inner.columns), rowCount: rows.count, selection: selected)
    table.draw(on: &frame, in: inner) { cells(rows[$0], trendWidth: inner.columns >= 150 ? 24 : 12) }
    if chartRows > 0, let selected {
      ChartBox(
        state: state, key: Series.Key(rows[selected].metric.id, code), title: organisation.shortName, isFocused: false
      ).draw(on: &frame, in: parts[1])
    }
  }

  private func parentWords(_ organisation: Organisation) -> String {
    let path = state.board.tree.path(to: code).dropLast().map(\.shortName)
    var words = path.isEmpty ? "" : "in " + path.joined(separator: " › ")
    if let successor = organisation.successor {
      words += "\(words.isEmpty ? "" : " · ")goes on under \(state.board.organisation(successor).shortName)"
    }
    return words
  }

  private static func columns(wide: Int) -> [TableColumn] {
    [
      TableColumn("metric", minimum: 14, ideal: 24), TableColumn("period", minimum: 9, ideal: 18, priority: 4),
      TableColumn("figure", minimum: 8, ideal: 10, alignment: .trailing), TableColumn("unit", minimum: 4, ideal: 5, priority: 6),
      TableColumn("target", minimum: 6, ideal: 8, alignment: .trailing, priority: 3),
      TableColumn("variance", minimum: 9, ideal: 11), TableColumn("to act on", minimum: 18, ideal: 30, priority: 2),
      TableColumn("trend", minimum: wide >= 150 ? 24 : 12, priority: 5),
      TableColumn("control chart", minimum: 13, ideal: 26, priority: 7),
      TableColumn("freshness", minimum: 9, ideal: 28, priority: 8),
    ]
  }

  private func cells(_ row: Row, trendWidth: Int) -> [StyledText] {
    let unit = row.metric.unit
    let figure = row.figure
    let grain = row.period?.grain ?? .month
    let key = Series.Key(row.metric.id, code)
    let values = state.board.series(key, grain: grain).recentValues(upTo: row.period, count: trendWidth)
    let charted = state.board.charted(key, upTo: row.period, grain: grain, choice: state.outlook.choice)
    let freshness = state.board.freshness(row.metric, of: code, on: state.today)
    let meaning = figure.map { state.board.meaning(of: $0) } ?? ""
    let note = figure?.note ?? ""
    return [
      StyledText(row.metric.title), StyledText(row.period?.title ?? "", .faint),
      StyledText(figure?.digits(unit: unit) ?? "–", figure?.value == nil ? figure?.role ?? .missing : .strong),
      StyledText(unit.suffix, .faint), StyledText(figure?.targetDigits(unit: unit) ?? "", .faint),
      StyledText(figure?.varianceText(unit: unit) ?? "no return", figure?.role ?? .missing),
      StyledText([meaning, note].filter { !$0.isEmpty }.joined(separator: " · ")),
      StyledText(Sparkline(values).text(width: trendWidth), .chartLine), ControlWords(charted).short,
      StyledText(freshness.words, freshness.role),
    ]
  }
}

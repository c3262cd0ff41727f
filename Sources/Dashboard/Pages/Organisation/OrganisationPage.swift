import Metrics
import Screen

/// Every metric of one organisation in a table.
struct OrganisationPage: PageContent {
  let state: State
  let code: OrganisationCode
  private let prepared: PageDigest?

  init(_ state: State, _ code: OrganisationCode) {
    self.state = state
    self.code = code
    prepared = state.prepared(for: .organisation(code))
  }

  var contents: PageDigest { prepared ?? workedOut }

  var sortable: [String] { ["as published", "metric", "furthest off"] }

  /// The metrics for which the organisation has ever had a figure, filtered and sorted.
  var rows: [SeriesDigest] {
    var rows = contents.rows
    let wide = tableRegion.columns
    switch state.visit.sortColumn {
    case 1: rows.sort { SeriesCells.title($0, wide: wide) < SeriesCells.title($1, wide: wide) }
    case 2: rows.sort { Self.share($0) > Self.share($1) }
    default: break
    }
    if state.visit.isReversed { rows.reverse() }
    return rows.fitting(state.visit.filter) { row in
      ([row.metric?.shortTitle ?? "", row.metric?.title ?? "", row.key.metric.text], [])
    }
  }

  private static func ids(_ rows: [SeriesDigest]) -> [RowID] { rows.map { .metric($0.key.metric) } }
  func rows(of pane: Int) -> [RowID] { Self.ids(rows) }

  /// A figure's distance from its target, as a share of the target.
  private static func share(_ row: SeriesDigest) -> Double {
    guard row.figure?.isMet == false, let variance = row.figure?.variance, let target = row.figure?.target else {
      return 0
    }
    return variance.magnitude.double / max(1, abs(target.value.double))
  }

  func draw(on frame: inout Frame, in region: Region) {
    let rows = rows
    let selected = selectedRow(among: Self.ids(rows)).flatMap { row in rows.firstIndex { .metric($0.key.metric) == row }
    }
    let facts = facts
    let table = max(rows.count, 1) + (facts.isEmpty ? 3 : 4)
    let top = TopPanel(state: state, row: selected.map { rows[$0] }, of: .organisation(code, rows))
    let hasMoney = rows.isEmpty && contents.money?.isEmpty == false
    let spare = region.rows - min(table, max(7, region.rows / 2))
    let below = spare >= 8 && (top.hasContent || hasMoney) ? min(spare, hasMoney ? spare : top.height) : 0
    let parts = region.splitRows([.weight(1), .fixed(below)])
    drawTable(rows, selected, facts, on: &frame, in: parts[0])
    guard below > 0 else { return }
    if top.hasContent {
      top.draw(on: &frame, in: parts[1])
    } else if let money = contents.money {
      MoneyGrid(state: state, sections: money.sections).draw(on: &frame, in: parts[1])
    }
  }

  /// The columns of the table.
  func columns(wide: Int) -> [TableColumn] {
    SeriesCells(state: state, rows: rows, names: .metrics, wide: wide).columns
  }

  private func drawTable(
    _ rows: [SeriesDigest], _ selected: Int?, _ facts: StyledText, on frame: inout Frame, in region: Region
  ) {
    let organisation = state.board.organisation(code)
    let box = Box(
      title: StyledText(organisation.name, .title),
      note: StyledText("\(code.text) · \(organisation.role.word)", .faint),
      footer: footer(selected.map { rows[$0] }, room: region.columns - 6), isFocused: true)
    var inner = box.draw(on: &frame, in: region)
    frame.cursor = Position(row: inner.row, column: inner.column)
    if inner.rows > 4, !facts.isEmpty {
      frame.write(facts, in: inner.inset(left: 2))
      inner = inner.inset(top: 1)
    }
    guard !rows.isEmpty else {
      let words =
        state.visit.filter.isEmpty
        ? "nothing has been returned for \(organisation.name)" : "no metric matches; Esc clears the filter"
      frame.write(StyledText(words, .strong), in: inner.inset(left: 2), line: 0)
      return
    }
    let cells = SeriesCells(state: state, rows: rows, names: .metrics, wide: inner.columns)
    let table = Table(
      columns: cells.columns, rowCount: rows.count, selection: selected, skippedColumns: state.visit.skippedColumns,
      pane: 0)
    cells.draw(table, on: &frame, in: inner)
  }

  /// The freshness of the metric under the cursor, preceded by the organisation's place where there is room.
  private func footer(_ row: SeriesDigest?, room: Int) -> StyledText {
    let place = StyledText(place, .faint)
    guard let row, let freshness = row.freshness, let metric = row.metric else { return place }
    let name = StyledText(metric.shortTitle + ": ", .faint)
    let beside = room - place.width - 3
    let words = freshness.styled(room: (place.isEmpty ? room : beside) - name.width)
    if !place.isEmpty, name.width + words.width <= beside { return place + StyledText(" · ", .faint) + name + words }
    let alone = name + freshness.styled(room: room - name.width)
    return alone.width <= room ? alone : freshness.styled(room: room)
  }

  /// The organisation's place in the system, and its successor.
  private var place: String {
    let path = state.board.tree.path(to: code).dropLast().map(\.shortName)
    let source = state.board.membershipSource(of: code).words
    var words = path.isEmpty ? [] : ["in " + path.joined(separator: " › ") + (source.isEmpty ? "" : " by \(source)")]
    if let successor = state.board.organisation(code).successor {
      words.append("continues as \(state.board.organisation(successor).name)")
    }
    return words.joined(separator: " · ")
  }

  /// The size that its documents state, and its lifetime.
  private var facts: StyledText {
    let organisation = state.board.organisation(code)
    var words: [String] = []
    func number(_ size: Int?, _ unit: String) {
      if let size { words.append("\(Ratio(size).text(places: 0)) \(unit)") }
    }
    number(organisation.stated.population, "people")
    number(organisation.stated.practices, "practices")
    number(organisation.stated.beds, "beds")
    if let from = organisation.from { words.append("from \(Period.month(from).title)") }
    if let to = organisation.to { words.append("to \(Period.month(to).title)") }
    return StyledText(words.joined(separator: " · "), .faint)
  }
}

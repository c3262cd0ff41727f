import Metrics
import Screen

/// One metric of one organisation over time: the control chart, the periods, the breakdown or the money behind it, and
/// the recovery needed.
struct DetailPage: PageContent {
  let state: State
  let id: MetricID
  let code: OrganisationCode
  let part: BreakdownItem?
  private let prepared: DetailDigest?

  init(_ state: State, _ id: MetricID, _ code: OrganisationCode, _ part: BreakdownItem?) {
    self.state = state
    self.id = id
    self.code = code
    self.part = part
    prepared = state.prepared(for: .detail(id, code, part))?.detail
  }

  private var digest: DetailDigest { prepared ?? DetailDigest(state.context, id, code, part) }

  var metric: Metric? { state.board.catalogue[id] }
  var unit: Metric.Unit { metric?.unit ?? .patients }
  var key: Series.Key { state.series(id, of: code, part: part) }
  var grain: Period.Grain { digest.grain }
  /// The control chart up to the period shown.
  var charted: ChartedSeries { digest.charted }
  /// The periods of the table, latest first, with a row for each that has no return.
  var periods: [(period: Period, figure: Figure?)] { digest.periods }
  /// The breakdowns with figures, in the metric's own order.
  var breakdowns: [String] { digest.breakdowns }
  /// The bridges, schemes and plan of the organisation, where the page is about money.
  var sections: [MoneyDigest.Section] { digest.money?.sections ?? [] }

  /// The number of breakdowns that `b` cycles through; on a page of money, its bridges, schemes and plan.
  var breakdownCount: Int { id.isPosition ? sections.count : breakdowns.count }

  /// The number of the breakdown shown.
  var breakdownNumber: Int { breakdownCount == 0 ? 0 : state.visit.breakdown % breakdownCount }

  /// The name of the breakdown shown; `b` moves to the next.
  var breakdownName: String? { breakdowns.isEmpty ? nil : breakdowns[breakdownNumber] }

  /// The section of money shown.
  var section: MoneyDigest.Section? { sections.isEmpty ? nil : sections[breakdownNumber] }

  /// The parts of the breakdown shown, the worst first.
  var parts: [Figure] {
    guard part == nil, let breakdownName, let period = shownPeriod else { return [] }
    let figures = state.board.parts(id, of: code, perspective: key.perspective).filter { $0.breakdown == breakdownName }
      .compactMap {
        state.board.figure(
          Series.Key(id, code, part: $0, perspective: key.perspective), in: period, choice: state.viewSettings.choice)
      }
    return figures.worstFirst(metric?.direction ?? .neither)
  }

  /// The period under the cursor, for the parts and the recovery.
  var shownPeriod: Period? {
    if case .period(let period)? = state.visit.cursors[0], periods.contains(where: { $0.period == period }) {
      return period
    }
    return digest.shown ?? partsPeriod
  }

  /// The period of the parts, where only parts are published and there is no row for the cursor.
  private var partsPeriod: Period? {
    state.digest[id]?.period ?? state.board.shownPeriod(id, of: code, state.viewSettings)
  }

  /// The rows of the second pane: the parts, or the lines of a bridge, the schemes or the plan.
  var secondPane: [RowID] {
    if let section { return MoneyBox.rows(section, state.board) }
    return parts.compactMap { $0.key.part.map(RowID.part) }
  }

  /// The title of a box, with the organisation and the metric where no chart above it names them.
  private func boxTitle(_ words: String, isCharted: Bool, in region: Region) -> String {
    guard !isCharted else { return words }
    let organisation = state.board.organisation(code)
    let piece = part.map { " · \(state.board.itemName($0, of: id))" } ?? ""
    let long = metric?.title ?? id.text
    let short = metric?.shortTitle ?? id.text
    let titles = [
      "\(organisation.shortName) · \(long)\(piece) · \(words)", "\(organisation.shortName) · \(long)\(piece)",
      "\(organisation.shortName) · \(short)\(piece)", "\(organisation.shortName) \(short)\(piece)",
      "\(code) \(short)\(piece)",
    ]
    return titles.first { $0.count <= region.columns - 6 } ?? titles[titles.count - 1]
  }

  func draw(on frame: inout Frame, in region: Region) {
    let isCharted = digest.charted.slots.count { $0.value != nil } >= 2
    if id.isPosition, !isCharted, !sections.isEmpty, region.rows >= 20, region.columns >= 80 {
      drawMoney(on: &frame, in: region)
      return
    }
    // A single period makes no chart: organisations are shown side by side instead.
    let bars = part == nil && !isCharted ? state.digest[id].map { RankedFigureBars($0, current: code) } : nil
    let hasTop = isCharted || bars?.isWorthIt == true
    let topRows =
      hasTop && region.rows >= 16
      ? min(24, region.rows / 2 + 1, isCharted ? max(12, region.rows - rowsOfBridge) : bars?.height ?? 0) : 0
    let rows = region.splitRows([.fixed(topRows), .weight(1)])
    if topRows > 0, isCharted { drawChart(on: &frame, in: rows[0]) }
    if topRows > 0, !isCharted { bars?.draw(on: &frame, in: rows[0]) }
    guard region.columns >= 100 else {
      drawNarrow(on: &frame, in: rows[1], isCharted: topRows > 0 && isCharted)
      return
    }
    let weights = rowsOfBridge > 0 ? [26, 20, 14] : [id.isPosition ? 15 : 12, 10, 9]
    let columns = rows[1].splitColumns(weights.map(Share.weight))
    drawPeriods(on: &frame, in: columns[0], isCharted: topRows > 0 && isCharted)
    drawBreakdown(on: &frame, in: columns[1])
    RecoveryBox(page: self).draw(on: &frame, in: columns[2])
  }

  /// The rows that a bridge needs to say each of its steps in whole words; 0 where another table is shown.
  private var rowsOfBridge: Int {
    guard case .bridge(let bridge)? = section else { return 0 }
    // Half of them in two lines, and the border.
    return BridgeLines.rows(bridge).count * 3 / 2 + 2
  }

  /// Draws two of the three side by side: the recovery is left out while the keyboard is in the breakdown.
  private func drawNarrow(on frame: inout Frame, in region: Region, isCharted: Bool) {
    guard region.columns >= 60 else {
      if state.visit.pane == 1 {
        drawBreakdown(on: &frame, in: region, isAlone: !isCharted)
      } else {
        drawPeriods(on: &frame, in: region, isCharted: isCharted)
      }
      return
    }
    let columns = region.splitColumns([.weight(1), .weight(1)])
    drawPeriods(on: &frame, in: columns[0], isCharted: isCharted)
    if state.visit.pane == 1 || RecoveryLines(self).lines.isEmpty {
      drawBreakdown(on: &frame, in: columns[1])
    } else {
      RecoveryBox(page: self).draw(on: &frame, in: columns[1])
    }
  }

  /// Draws a page of money without a chart: the bridges, schemes and plan take its place, and the keyboard starts
  /// there.
  private func drawMoney(on frame: inout Frame, in region: Region) {
    let top = min(max(9, periods.count + 3), region.rows / 2)
    let rows = region.splitRows([.fixed(top), .weight(1)])
    let columns = rows[0].splitColumns([.weight(3), .weight(2)])
    drawPeriods(on: &frame, in: columns[0], isCharted: false)
    RecoveryBox(page: self).draw(on: &frame, in: columns[1])
    let turned = Array(sections[breakdownNumber...] + sections[..<breakdownNumber])
    MoneyGrid(state: state, sections: turned, note: breakdownNote, isFocused: state.visit.pane == 1)
      .draw(on: &frame, in: rows[1])
  }

  private func drawChart(on frame: inout Frame, in region: Region) {
    var title = state.board.organisation(code).shortName
    if let part { title += " · \(state.board.itemName(part, of: id))" }
    ChartBox(digest.charted, key: key, title: title, state).draw(on: &frame, in: region)
  }

  private func drawPeriods(on frame: inout Frame, in region: Region, isCharted: Bool) {
    let rows = periods
    let isFocused = state.visit.pane == 0
    let selected = rows.firstIndex { $0.period == shownPeriod }
    let name = grain == .yearToDate || grain == .month ? "Months" : "\(grain.word.capitalizedFirst)s"
    let title = boxTitle(grain == .undated ? "Undated" : name, isCharted: isCharted, in: region)
    let box = Box(
      title: StyledText(title, .title), note: StyledText(isFocused ? "Enter rows" : "", .faint),
      footer: freshness?.styled(room: region.columns - 6) ?? StyledText(), isFocused: isFocused)
    let inner = box.draw(on: &frame, in: region)
    if isFocused { frame.cursor = Position(row: inner.row, column: inner.column) }
    frame.mark(region, .pane(0))
    guard !rows.isEmpty else {
      frame.write(StyledText("no figures for the total", .faint), in: inner.inset(left: 2), line: 0)
      return
    }
    let cells = PeriodCells(state: state, code: code, id: id, metric: metric, rows: rows)
    var table = Table(columns: cells.columns, rowCount: rows.count, selection: selected, isFocused: isFocused, pane: 0)
    table.gap = inner.columns < 60 ? 1 : 2
    table.draw(on: &frame, in: inner) { cells.cells(rows[$0]) }
  }

  private var breakdownNote: String {
    breakdownCount > 1 ? "b next, \(breakdownNumber + 1) of \(breakdownCount)" : ""
  }

  /// - Parameter isAlone: whether no other box of the page names the organisation and the freshness.
  private func drawBreakdown(on frame: inout Frame, in region: Region, isAlone: Bool = false) {
    let isFocused = state.visit.pane == 1
    frame.mark(region, .pane(1))
    defer { if breakdownCount > 1 { frame.mark(region.line(0), .key(.character("b"))) } }
    if let section {
      MoneyBox(state: state, section: section, note: breakdownNote, isFocused: isFocused).draw(on: &frame, in: region)
      return
    }
    let known = metric?.breakdowns.first { $0.name == breakdownName }?.title
    let words = part == nil ? known ?? breakdownName.map { "By \($0)" } ?? "Breakdown" : "Breakdown"
    var footer = StyledText(shownPeriod?.title ?? "", .faint)
    if isAlone, let freshness {
      footer.append(" · ", .faint)
      footer.append(freshness.styled(room: region.columns - 6 - footer.width))
    }
    let box = Box(
      title: StyledText(boxTitle(words, isCharted: !isAlone, in: region), .title),
      note: StyledText(part == nil ? breakdownNote : "", .faint), footer: footer, isFocused: isFocused)
    let inner = box.draw(on: &frame, in: region)
    if isFocused { frame.cursor = Position(row: inner.row, column: inner.column) }
    let parts = parts
    let compared = ComparisonLines(
      shownPeriod.map { state.board.comparisons(key, in: $0) } ?? [], of: metric)
    compared.draw(on: &frame, in: inner.inset(rows: 0, columns: 1), used: max(1, parts.count))
    guard !parts.isEmpty else {
      frame.write(StyledText(noParts, .faint), in: inner.inset(left: 1), line: 0)
      return
    }
    let comparedRows = compared.lines.isEmpty ? 0 : min(compared.lines.count + 1, max(0, inner.rows - parts.count))
    BreakdownLines(state: state, metric: metric, parts: parts, isFocused: isFocused)
      .draw(on: &frame, in: inner.inset(bottom: comparedRows))
  }

  private var noParts: String {
    if part != nil { return "no breakdown of a part" }
    if id.isPosition { return "no bridge, schemes or plan" }
    return breakdowns.isEmpty ? "no breakdown was published" : "none for \(shownPeriod?.title ?? "this period")"
  }
}

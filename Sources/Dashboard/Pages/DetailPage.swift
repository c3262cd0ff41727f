import Metrics
import Screen

/// One metric of one body over time: the control chart, the periods, the breakdown, and what it takes.
struct DetailPage {
  let state: State
  let id: MetricID
  let code: OrganisationCode
  let part: BreakdownItem?

  init(_ state: State, _ id: MetricID, _ code: OrganisationCode, _ part: BreakdownItem?) {
    self.state = state
    self.id = id
    self.code = code
    self.part = part
  }

  var metric: Metric? { state.board.catalogue[id] }
  var unit: Metric.Unit { metric?.unit ?? .patients }
  var key: Series.Key { Series.Key(id, code, part: part, lens: state.lens(for: id, code)) }

  /// The grain of the table: the one asked for, else the one there is.
  var grain: Period.Grain {
    if id == .yearToDate { return .yearToDate }
    if id == .controlTotal { return .month }
    let wanted = state.outlook.grain
    if state.board.series(key, grain: wanted).points.contains(where: { $0.period.grain == wanted }) { return wanted }
    return state.board.shownPeriod(id, of: code, state.outlook)?.grain ?? state.board.series(key).points.last?.period.grain ?? wanted
  }

  /// The periods of the table, latest first, with a row for each that has no return.
  var periods: [(period: Period, figure: Figure?)] {
    let figures = state.board.figures(key, grain: grain, choice: state.outlook.choice)
    if grain == .undated { return figures.map { ($0.period, $0) } }
    return figures.slots(upTo: figures.last?.period, count: 400).reversed()
  }

  /// The breakdowns there are figures for, in the metric's own order.
  var breakdowns: [String] {
    var names: [String] = []
    for item in state.board.parts(id, of: code, lens: key.lens) where !names.contains(item.breakdown) {
      names.append(item.breakdown)
    }
    return names
  }

  /// The breakdown shown; `b` goes to the next.
  var breakdown: String? {
    let names = breakdowns
    return names.isEmpty ? nil : names[state.visit.breakdown % names.count]
  }

  /// The parts of the breakdown shown, worst first.
  var parts: [Figure] {
    guard let breakdown, let period = shownPeriod else { return [] }
    let direction = metric?.direction ?? .neither
    return state.board.parts(id, of: code, lens: key.lens).filter { $0.breakdown == breakdown }.compactMap { item in
      state.board.figure(Series.Key(id, code, part: item, lens: key.lens), in: period, choice: state.outlook.choice)
    }.sorted { left, right in
      guard let mine = left.variance ?? left.value else { return false }
      guard let theirs = right.variance ?? right.value else { return true }
      return direction == .higher ? mine < theirs : mine > theirs
    }
  }

  /// The period the cursor stands on, for the parts and what it takes.
  var shownPeriod: Period? {
    if case .period(let period)? = state.visit.cursors[0] { return period }
    return state.outlook.period ?? periods.first?.period
  }

  func rows(ofSecondPane: Void) -> [RowID] {
    if unit == .pounds { return [] }
    return part == nil ? parts.compactMap { $0.key.part.map(RowID.part) } : []
  }

  func draw(on frame: inout Frame, in body: Region) {
    let isShort = body.rows < 16
    let chartRows = isShort ? 0 : min(24, body.rows / 2 + 1)
    let rows = body.splitRows([.fixed(chartRows), .weight(1)])
    if chartRows > 0 { drawChart(on: &frame, in: rows[0]) }
    let wide = body.columns >= 100
    let columns = rows[1].splitColumns(wide ? [.weight(12), .weight(10), .weight(9)] : [.weight(1), .weight(1)])
    drawPeriods(on: &frame, in: columns[0])
    if wide {
      drawBreakdown(on: &frame, in: columns[1])
      drawTakes(on: &frame, in: columns[2])
    } else if state.visit.pane == 1 || !hasRecovery {
      drawBreakdown(on: &frame, in: columns[1])
    } else {
      drawTakes(on: &frame, in: columns[1])
    }
  }

  private var hasRecovery: Bool { !WhatItTakes(self).lines.isEmpty }

  private func drawChart(on frame: inout Frame, in region: Region) {
    var title = state.board.organisation(code).shortName
    if let part { title += " · \(state.board.itemName(part, of: id))" }
    ChartBox(state: state, key: key, title: title, isFocused: false).draw(on: &frame, in: region)
  }

  private func drawPeriods(on frame: inout Frame, in region: Region) {
    let rows = periods
    let isFocused = state.visit.pane == 0
    let selected = rows.firstIndex { .period($0.period) == (isFocused ? state.selectedRow : state.visit.cursors[0]) }
    let name = grain == .yearToDate || grain == .month ? "Months" : grain == .undated ? "Undated" : "\(grain.word.capitalizedFirst)s"
    let inner = Box(title: name, note: isFocused ? "Enter rows" : "", isFocused: isFocused).draw(on: &frame, in: region)
    let columns = PeriodCells.columns(unit: unit)
    var table = Table(columns: columns, rowCount: rows.count, selection: selected, isFocused: isFocused)
    table.gap = inner.columns < 60 ? 1 : 2
    table.draw(on: &frame, in: inner) { PeriodCells(unit: unit).cells(rows[$0]) }
  }

  private func drawBreakdown(on frame: inout Frame, in region: Region) {
    if unit == .pounds {
      FinanceBox(state: state, code: code).draw(on: &frame, in: region)
      return
    }
    let isFocused = state.visit.pane == 1
    let title = metric?.breakdowns.first { $0.name == breakdown }?.title ?? breakdown.map { "By \($0)" } ?? "Breakdown"
    let names = breakdowns
    let note = names.count > 1 ? "b next, \(state.visit.breakdown % names.count + 1) of \(names.count)" : ""
    let inner = Box(title: title, note: note, footer: shownPeriod?.title ?? "", isFocused: isFocused).draw(on: &frame, in: region)
    let parts = parts
    let compared = ComparisonLines(shownPeriod.map { state.board.comparisons(key, in: $0) } ?? [])
    compared.draw(on: &frame, in: inner.inset(rows: 0, columns: 1), used: max(1, parts.count))
    guard !parts.isEmpty else {
      frame.write(StyledText(part == nil ? "no breakdown was published" : "a part has no parts", .faint), in: inner, line: 0)
      return
    }
    let comparedRows = compared.lines.isEmpty ? 0 : min(compared.lines.count + 1, max(0, inner.rows - parts.count))
    BreakdownLines(state: state, metric: metric, parts: parts, isFocused: isFocused)
      .draw(on: &frame, in: inner.inset(bottom: comparedRows))
  }

  private func drawTakes(on frame: inout Frame, in region: Region) {
    let inner = Box(title: "What it takes", footer: shownPeriod?.title ?? "").draw(on: &frame, in: region)
      .inset(rows: 0, columns: 1)
    let lines = WhatItTakes(self).lines
    if lines.isEmpty { frame.write(StyledText("nothing to work out", .faint), in: inner, line: 0) }
    for (line, words) in lines.prefix(inner.rows).enumerated() {
      frame.write(words.name, in: inner, line: line)
      frame.write(words.amount, in: inner, line: line, alignment: .trailing)
    }
  }
}

extension String {
  /// With its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

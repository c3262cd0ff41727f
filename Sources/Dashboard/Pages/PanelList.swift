import Metrics
import Screen

/// What a panel lists under its trend: the bodies, worst first; then the bridge, the parts, the plan or other figures.
struct PanelList {
  let state: State
  let digest: MetricDigest
  let isFocused: Bool

  private var unit: Metric.Unit { digest.metric.unit }

  func draw(on frame: inout Frame, in region: Region) {
    guard region.rows > 0 else { return }
    var line = drawStandings(on: &frame, in: region)
    if let money = digest.money {
      line = drawMoney(money, on: &frame, in: region, from: line)
    } else if region.rows - line >= (line == 0 ? 1 : 4) {
      line = drawParts(on: &frame, in: region, from: line == 0 ? 0 : line + 1)
    }
    if digest.standings.isEmpty, digest.parts.isEmpty, region.rows - line >= 2 {
      drawOthers(on: &frame, in: region, from: line)
    }
  }

  /// The bodies; the line after them.
  private func drawStandings(on frame: inout Frame, in region: Region) -> Int {
    let rows = digest.standings
    guard !rows.isEmpty else { return 0 }
    let selected = isFocused ? rows.firstIndex { .organisation($0.organisation.code) == state.selectedRow } : nil
    let offset = Table.offset(scroll: 0, selection: selected, count: rows.count, height: region.rows)
    let shown = rows.dropFirst(offset).prefix(region.rows)
    let lines = StandingLines(digest, columns: region.columns)
    for (line, standing) in shown.enumerated() {
      lines.draw(standing, on: &frame, in: region.line(line), isSelected: offset + line == selected)
    }
    if let selected { frame.cursor = Position(row: region.row + selected - offset, column: region.column) }
    return shown.count
  }

  /// The bridge where it can be read, what is needed and saved, or the plan where there is no position.
  private func drawMoney(_ money: MoneyDigest, on frame: inout Frame, in region: Region, from line: Int) -> Int {
    let free = region.rows - line
    if digest.standings.isEmpty, !money.planLines.isEmpty {
      PlanLines(state: state, lines: money.planLines, isFocused: isFocused).draw(
        on: &frame, in: region.inset(top: line))
      return region.rows
    }
    if let bridge = money.bridge, free >= 6 {
      let gap = free >= 12 && line > 0 ? 1 : 0
      let inner = region.inset(top: line + gap)
      return line + gap + BridgeLines(state: state, bridge: bridge, remarks: money.remarks).draw(on: &frame, in: inner)
    }
    let remarks = money.remarks.prefix(free)
    for (position, words) in remarks.enumerated() { frame.write(words, in: region, line: line + position) }
    return line + remarks.count
  }

  /// The parts of the metric; the line after them.
  private func drawParts(on frame: inout Frame, in region: Region, from line: Int) -> Int {
    guard let first = digest.parts.first, let part = first.key.part else { return line }
    var line = line
    let owner = first.organisation == state.scope ? "" : state.board.organisation(first.organisation).shortName + ", "
    let title = digest.metric.breakdowns.first { $0.name == part.breakdown }?.title ?? "By \(part.breakdown)"
    if line > 0 || !owner.isEmpty {
      frame.write(StyledText(owner.isEmpty ? title : owner + title.lowercased(), .heading), in: region, line: line)
      line += 1
    }
    let shown = digest.parts.prefix(max(0, region.rows - line))
    for (position, figure) in shown.enumerated() {
      let name = figure.key.part.map { state.board.itemName($0, of: digest.metric.id) } ?? ""
      FigureLine(name: name, figure: figure, unit: unit).draw(on: &frame, in: region.line(line + position))
    }
    return line + shown.count
  }

  /// The figures of other periods, where there is nothing below the figure to list.
  private func drawOthers(on frame: inout Frame, in region: Region, from line: Int) {
    guard !digest.others.isEmpty else { return }
    frame.write(StyledText("In other periods", .heading), in: region, line: line)
    for (position, figure) in digest.others.prefix(max(0, region.rows - line - 1)).enumerated() {
      FigureLine(name: figure.period.title, figure: figure, unit: unit).draw(
        on: &frame, in: region.line(line + 1 + position))
    }
  }
}

/// A name, a figure and its variance in a line of a panel.
struct FigureLine {
  let name: String
  let figure: Figure
  let unit: Metric.Unit

  func draw(on frame: inout Frame, in line: Region) {
    guard !line.isEmpty else { return }
    let variance = figure.varianceText(unit: unit)
    let digits = figure.digits(unit: unit)
    let digitsWidth = max(6, digits.count)
    let varianceWidth = max(8, variance.count + 1)
    let nameWidth = max(0, line.columns - 2 - digitsWidth - varianceWidth)
    var column = frame.write(name, row: line.row, column: line.column + 2, role: .text, width: nameWidth)
    column = frame.write(
      digits, row: line.row, column: column, role: figure.value == nil ? figure.role : .text, width: digitsWidth,
      alignment: .trailing)
    frame.write(" " + variance, row: line.row, column: column, role: figure.role, width: varianceWidth)
  }
}

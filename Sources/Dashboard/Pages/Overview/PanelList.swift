import Metrics
import Screen

/// The list below a panel's trend: the organisations, the worst first; then the bridge, the parts, the plan or other
/// figures.
struct PanelList {
  let state: State
  let digest: MetricDigest
  /// The number of its panel among those of the page.
  let pane: Int
  private var isFocused: Bool { state.visit.pane == pane }

  private var unit: Metric.Unit { digest.metric.unit }
  private var money: MoneyDigest? { digest.money }

  func draw(on frame: inout Frame, in region: Region) {
    guard region.rows > 0 else { return }
    var line = drawStandings(on: &frame, in: region)
    if money == nil { line = drawOtherPerspective(on: &frame, in: region, from: line) }
    if let money {
      line = drawMoney(money, on: &frame, in: region, from: line)
    } else if region.rows - line >= (line == 0 ? 1 : 4) {
      line = drawParts(on: &frame, in: region, from: line == 0 ? 0 : line + 1)
    }
    if digest.rankedFigures.isEmpty, digest.parts.isEmpty, region.rows - line >= 2 {
      drawOthers(on: &frame, in: region, from: line)
    }
  }

  /// Draws the organisations; returns the next line.
  private func drawStandings(on frame: inout Frame, in region: Region) -> Int {
    let rows = digest.rankedFigures
    guard !rows.isEmpty else { return 0 }
    let row = isFocused ? state.selectedRow(among: rows.map { .organisation($0.organisation.code) }) : nil
    let selected = row.flatMap { row in rows.firstIndex { .organisation($0.organisation.code) == row } }
    let height = hasBars(region) ? 2 : 1
    let count = region.rows / height
    let offset = Table.offset(scroll: 0, selection: selected, count: rows.count, height: count)
    let shown = rows.dropFirst(offset).prefix(count)
    let lines = RankedFigureLines(digest, columns: region.columns)
    for (position, rankedFigure) in shown.enumerated() {
      let place = region.inset(top: position * height)
      lines.draw(rankedFigure, on: &frame, in: place.line(0), isSelected: offset + position == selected)
      if offset + position != selected, let key = rankedFigure.figure?.key, state.unseen.contains(key) {
        frame.write(StyledText("•", .newMark), in: place)
      }
      frame.mark(place.inset(bottom: place.rows - height), .row(pane: pane, index: offset + position))
      if height == 2 { bar(rankedFigure.figure).draw(on: &frame, in: place.line(1).inset(left: 2, right: 1)) }
    }
    if let selected { frame.cursor = Position(row: region.row + (selected - offset) * height, column: region.column) }
    return shown.count * height
  }

  /// Whether percentages have a bar each: without a trend to draw, and with room for all of them.
  private func hasBars(_ region: Region) -> Bool {
    let isCharted = digest.charted.slots.count { $0.value != nil } > 1
    return !isCharted && unit == .percent && digest.trends.values.allSatisfy { $0.count { $0 != nil } < 2 }
      && digest.rankedFigures.count * 2 + (digest.otherStandings.isEmpty ? 0 : digest.otherStandings.count + 2)
        <= region.rows
  }

  private func bar(_ figure: Figure?) -> HorizontalBar {
    let role: Role = figure?.isMet.map { $0 ? .barFavourable : .barAdverse } ?? .bar
    return HorizontalBar(
      share: figure?.value.map { $0.double / 100 }, target: figure?.target.map { $0.value.double / 100 }, role: role)
  }

  /// Draws the organisations of the other perspective, where all of them fit; returns the next line.
  private func drawOtherPerspective(on frame: inout Frame, in region: Region, from line: Int) -> Int {
    let rows = digest.otherStandings
    guard line > 0, !rows.isEmpty, region.rows - line >= rows.count + 2 else { return line }
    frame.write(
      StyledText("By \(digest.perspective.other.singular(of: digest.metric))", .heading), in: region, line: line + 1)
    let lines = RankedFigureLines(digest, columns: region.columns)
    for (position, rankedFigure) in rows.enumerated() {
      lines.draw(rankedFigure, on: &frame, in: region.line(line + 2 + position), isSelected: false)
    }
    return line + 2 + rows.count
  }

  /// Draws the bridge where it can be read, the amounts needed and saved, or the plan where there is no position.
  private func drawMoney(_ money: MoneyDigest, on frame: inout Frame, in region: Region, from line: Int) -> Int {
    let free = region.rows - line
    if digest.rankedFigures.isEmpty, !money.planLines.isEmpty {
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

  /// Draws the parts of the metric; returns the next line.
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
      let names = figure.key.part.map { [digest.metric.itemName($0), digest.metric.shortItemName($0)] } ?? []
      FigureLine(names: names, figure: figure, unit: unit).draw(on: &frame, in: region.line(line + position))
    }
    return line + shown.count
  }

  /// Draws the figures of other periods, where there is nothing below the figure to list.
  private func drawOthers(on frame: inout Frame, in region: Region, from line: Int) {
    guard !digest.others.isEmpty else { return }
    frame.write(StyledText("In other periods", .heading), in: region, line: line)
    for (position, figure) in digest.others.prefix(max(0, region.rows - line - 1)).enumerated() {
      FigureLine(names: [figure.period.title], figure: figure, unit: unit).draw(
        on: &frame, in: region.line(line + 1 + position))
    }
  }
}

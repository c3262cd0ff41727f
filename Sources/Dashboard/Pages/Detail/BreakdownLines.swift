import Metrics
import Screen

/// The parts of a metric, each with a bar: against the target for a percentage, as a share of the whole for a count.
struct BreakdownLines {
  let state: State
  let metric: Metric?
  let parts: [Figure]
  let isFocused: Bool

  private var unit: Metric.Unit { metric?.unit ?? .patients }
  /// The sum of the parts; 0 where there is none: rates have no sum, and that of overlapping parts means nothing.
  private var whole: Double {
    let isPartition = metric?.breakdowns.first { $0.name == parts.first?.key.part?.breakdown }?.isPartition ?? true
    let haveSum = parts.allSatisfy { if case .rate = $0.measurement { false } else { true } }
    return isPartition && haveSum ? parts.compactMap { $0.value?.double }.reduce(0, +) : 0
  }

  /// Whether bars make sense: a change in percent is not a part of anything.
  private var hasBars: Bool {
    metric?.direction != .neither
      || !parts.contains { if case .rate = $0.measurement { true } else { false } }
  }

  func draw(on frame: inout Frame, in region: Region) {
    let row = isFocused ? state.selectedRow(among: parts.compactMap { $0.key.part.map(RowID.part) }) : nil
    let selected = row.flatMap { row in parts.firstIndex { $0.key.part.map(RowID.part) == row } }
    // A bar below each part, where there is room for all of them.
    let height = hasBars && parts.count * 2 <= region.rows ? 2 : 1
    let shown = max(1, region.rows / height)
    let offset = Table.offset(scroll: 0, selection: selected, count: parts.count, height: shown)
    for (line, figure) in parts.dropFirst(offset).prefix(shown).enumerated() {
      let place = region.inset(top: line * height)
      draw(figure, on: &frame, in: place.line(0), isSelected: offset + line == selected)
      frame.mark(place.inset(bottom: place.rows - height), .row(pane: 1, index: offset + line))
      if height == 2 { bar(figure).draw(on: &frame, in: place.line(1).inset(left: 2, right: 1)) }
    }
    if isFocused, let selected {
      frame.cursor = Position(row: region.row + (selected - offset) * height, column: region.column)
    }
  }

  /// The cells for the figure, the variance and the denominator: the width of the widest of each.
  private var widths: (digits: Int, variance: Int, of: Int) {
    func widest(_ text: (Figure) -> String) -> Int { parts.map { text($0).count }.max() ?? 0 }
    return (1 + widest { $0.digits(unit: unit) }, 1 + widest { $0.markedVariance(unit: unit) }, widest(outOf))
  }

  private func draw(_ figure: Figure, on frame: inout Frame, in line: Region, isSelected: Bool) {
    let widths = widths
    let hasOf = line.columns - 4 - widths.digits - widths.variance - widths.of >= 8
    let nameWidth = max(6, line.columns - 4 - widths.digits - widths.variance - (hasOf ? widths.of : 0))
    let names = figure.key.part.flatMap { part in metric.map { [$0.itemName(part), $0.shortItemName(part)] } } ?? [""]
    let name = names.first { $0.count <= nameWidth } ?? names[0]
    var column = frame.write(
      isSelected ? "▸ " : "  ", row: line.row, column: line.column, role: isSelected ? .selectionMark : .text,
      selected: isSelected)
    column = frame.write(name, row: line.row, column: column, width: nameWidth, selected: isSelected)
    column = frame.write(
      figure.digits(unit: unit), row: line.row, column: column, role: figure.value == nil ? figure.role : .strong,
      width: widths.digits,
      alignment: .trailing, selected: isSelected)
    column = frame.write(" ", row: line.row, column: column, selected: isSelected)
    column = frame.write(
      figure.markedVariance(unit: unit), row: line.row, column: column, role: figure.role,
      width: widths.variance, selected: isSelected)
    guard hasOf else { return }
    frame.write(
      outOf(figure), row: line.row, column: column, role: .faint, width: max(0, line.right - column - 1),
      alignment: .trailing, selected: isSelected)
  }

  /// The denominator, or the share of the whole.
  private func outOf(_ figure: Figure) -> String {
    if let denominator = figure.measurement.denominator {
      return denominator.text(places: denominator.denominator == 1 ? 0 : 1)
    }
    if let beds = DelayWords(figure, state.board)?.short { return beds }
    guard let value = figure.value?.double, whole > 0 else { return "" }
    return "\(Int((value / whole * 100).rounded()))%"
  }

  private func bar(_ figure: Figure) -> HorizontalBar {
    guard let value = figure.value?.double else { return HorizontalBar(share: nil) }
    if unit == .percent {
      let role: Role = figure.isMet.map { $0 ? .barFavourable : .barAdverse } ?? .bar
      return HorizontalBar(share: value / 100, target: figure.target.map { $0.value.double / 100 }, role: role)
    }
    return HorizontalBar(share: whole > 0 ? value / whole : nil)
  }
}

import Metrics
import Screen

/// The parts of a metric with a bar each: against the target for a percentage, as a share of the whole for a number.
struct BreakdownLines {
  let state: State
  let metric: Metric?
  let parts: [Figure]
  let isFocused: Bool

  private var unit: Metric.Unit { metric?.unit ?? .patients }

  func draw(on frame: inout Frame, in region: Region) {
    let selected = isFocused ? parts.firstIndex { $0.key.part.map(RowID.part) == state.selectedRow } : nil
    let columns = [
      TableColumn("", minimum: 12, ideal: 30), TableColumn(unit.suffix, minimum: 6, ideal: 7, alignment: .trailing),
      TableColumn("variance", minimum: 8, ideal: 9, priority: 1),
      TableColumn("of", minimum: 6, ideal: 8, alignment: .trailing, priority: 2),
      TableColumn(unit == .percent ? "against target" : "share", minimum: 8, ideal: .max, priority: 3),
    ]
    let table = Table(columns: columns, rowCount: parts.count, selection: selected, isFocused: isFocused, hasHeadings: false)
    let whole = parts.compactMap { $0.value?.double }.reduce(0, +)
    table.draw(on: &frame, in: region) { cells(parts[$0], whole: whole) }
  }

  private func cells(_ figure: Figure, whole: Double) -> [StyledText] {
    let name = figure.key.part.flatMap { metric?.itemName($0) } ?? ""
    let value = figure.value?.double ?? 0
    let share = unit == .percent ? value / 100 : whole > 0 ? value / whole : 0
    var of = figure.measurement.denominator.map { $0.text(places: $0.denominator == 1 ? 0 : 1) } ?? ""
    if unit != .percent, whole > 0, figure.value != nil { of = Ratio(Int((share * 1000).rounded()), 10).text(places: 0) + "%" }
    return [
      StyledText(name), StyledText(figure.digits(unit: unit), figure.value == nil ? figure.role : .strong),
      StyledText(figure.varianceText(unit: unit), figure.role), StyledText(of, .faint),
      StyledText(Gauge(share: share).text(width: 10), figure.isMet == nil ? .bar : figure.role),
    ]
  }
}

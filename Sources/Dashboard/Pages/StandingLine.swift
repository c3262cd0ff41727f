import Metrics
import Screen

/// One body in a panel: its name, figure, variance and trend in a line.
struct StandingLine {
  let state: State
  let standing: Standing
  let metric: Metric
  let period: Period?

  func draw(on frame: inout Frame, in line: Region, isSelected: Bool) {
    guard !line.isEmpty else { return }
    let figure = standing.figure
    let digits = figure?.digits(unit: metric.unit) ?? "–"
    let variance = figure?.varianceText(unit: metric.unit) ?? ""
    let trend = line.columns >= 34 && metric.unit != .pounds ? min(10, max(7, line.columns - 31)) : 0
    let varianceWidth = metric.unit == .pounds ? 8 : 7
    let digitsWidth = metric.unit == .days || metric.unit == .patients ? 7 : 6
    let nameWidth = max(4, line.columns - 2 - digitsWidth - 1 - varianceWidth - (trend > 0 ? trend + 1 : 0))
    frame.write(isSelected ? "▸ " : "  ", row: line.row, column: line.column, role: .selectionMark, selected: isSelected)
    var column = line.column + 2
    column = frame.write(
      standing.organisation.shortName, row: line.row, column: column, role: isSelected ? .strong : .text,
      width: nameWidth, selected: isSelected)
    column = frame.write(
      digits, row: line.row, column: column, role: figure?.value == nil ? figure?.role ?? .missing : .text,
      width: digitsWidth, alignment: .trailing, selected: isSelected)
    column = frame.write(" ", row: line.row, column: column, selected: isSelected)
    column = frame.write(
      variance, row: line.row, column: column, role: figure?.role ?? .missing, width: varianceWidth, selected: isSelected)
    guard trend > 0 else { return }
    column = frame.write(" ", row: line.row, column: column, selected: isSelected)
    let grain = period?.grain ?? state.outlook.grain
    let values = state.board.series(Series.Key(metric.id, standing.organisation.code), grain: grain).recentValues(
      upTo: period, count: trend)
    frame.write(
      Sparkline(values).text(width: trend), row: line.row, column: column, role: .chartLine, width: trend,
      alignment: .trailing, selected: isSelected)
  }
}

extension Series {
  /// The latest values up to a period, oldest first, a gap for each period without one.
  func recentValues(upTo last: Period?, count: Int) -> [Double?] {
    guard let last = last ?? points.last?.period, last != .undated, let first = points.first?.period else { return [] }
    var values: [Double?] = []
    var period = last
    while values.count < count, period >= first {
      values.append(self[period]?.measurement.value?.double)
      period = period.advanced(by: -1)
    }
    return values.reversed()
  }
}

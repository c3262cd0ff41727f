import Metrics
import Screen

/// A name, a figure and its variance on a line of a panel.
struct FigureLine {
  /// The name, and shorter ones.
  let names: [String]
  let figure: Figure
  let unit: Metric.Unit

  func draw(on frame: inout Frame, in line: Region) {
    guard !line.isEmpty else { return }
    let variance = figure.markedVariance(unit: unit)
    let digits = figure.digits(unit: unit)
    let digitsWidth = max(6, digits.count)
    let varianceWidth = max(8, variance.count + 1)
    let nameWidth = max(0, line.columns - 2 - digitsWidth - varianceWidth)
    let name = names.first { $0.count <= nameWidth } ?? names.first ?? ""
    var column = frame.write(name, row: line.row, column: line.column + 2, role: .text, width: nameWidth)
    column = frame.write(
      digits, row: line.row, column: column, role: figure.value == nil ? figure.role : .text, width: digitsWidth,
      alignment: .trailing)
    frame.write(" " + variance, row: line.row, column: column, role: figure.role, width: varianceWidth)
  }
}

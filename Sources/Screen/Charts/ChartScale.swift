/// The positions of points and values among a chart's dots.
struct ChartScale: Equatable {
  let low: Double
  let high: Double
  let count: Int
  let columns: Int
  let rows: Int

  /// The scale that shows every point and every level, or the requested range.
  init(_ chart: LineChart, columns: Int, rows: Int) {
    let shown = (chart.points.map(\.value) + chart.lines.flatMap(\.values)).compactMap { $0 }.filter(\.isFinite)
    let least = chart.range?.lowerBound ?? shown.min() ?? 0
    let most = chart.range?.upperBound ?? shown.max() ?? 0
    // All equal: the line is in the middle.
    let margin = most > least ? (chart.range == nil ? (most - least) * 0.06 : 0) : max(1, abs(most) * 0.05)
    low = least - margin
    high = most + margin
    count = chart.points.count
    self.columns = columns
    self.rows = rows
  }

  /// The dot column of a point; a single point is in the middle.
  func x(_ index: Int) -> Int {
    guard count > 1 else { return columns }
    return Int((Double(index) * Double(columns * 2 - 1) / Double(count - 1)).rounded())
  }

  /// The dot row of a value, counted from the top.
  func y(_ value: Double) -> Int {
    let share = min(1, max(0, (high - value) / (high - low)))
    return Int((share * Double(rows * 4 - 1)).rounded())
  }

  /// The point whose level applies in a column of cells.
  func point(column: Int) -> Int {
    guard count > 1, columns > 0 else { return 0 }
    let share = (Double(column) * 2 + 0.5) / Double(columns * 2 - 1)
    return min(count - 1, Int((share * Double(count - 1)).rounded()))
  }
}

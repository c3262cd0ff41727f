/// The division of a chart's region: values at the left, names at the right, periods below, and the plot between them.
struct ChartLayout {
  let plot: Region
  private let left: Region
  private let right: Region
  private let below: Region
  private let label: ((Double) -> String)?

  init(_ chart: LineChart, in region: Region, label: ((Double) -> String)?) {
    let hasPeriods = region.rows >= 4 && chart.periodLabels.contains { $0 != nil }
    let upper = region.inset(bottom: hasPeriods ? 1 : 0)
    let widest = label.map { label in Self.levels(chart).map { StyledText(label($0)).width }.max() ?? 0 } ?? 0
    let leftWidth = widest > 0 && region.columns >= widest + 10 ? widest + 1 : 0
    let names = chart.isDetailed ? chart.lines.map { StyledText($0.name).width }.max() ?? 0 : 0
    let rightWidth = names > 0 && region.columns >= leftWidth + names + 30 ? names + 1 : 0
    plot = upper.inset(left: leftWidth, right: rightWidth)
    left = Region(row: plot.row, column: region.column, columns: leftWidth, rows: plot.rows)
    right = Region(row: plot.row, column: plot.right, columns: rightWidth, rows: plot.rows)
    below = Region(row: plot.bottom, column: region.column, columns: region.columns, rows: hasPeriods ? 1 : 0)
    self.label = label
  }

  /// The values at the left: the levels or, without any, the highest and the lowest figure.
  private static func levels(_ chart: LineChart) -> [Double] {
    let levels = chart.lines.compactMap(\.latest)
    guard levels.isEmpty else { return levels }
    let values = chart.points.compactMap(\.value).filter(\.isFinite)
    return [values.max(), values.min()].compactMap { $0 }
  }

  func drawLabels(_ chart: LineChart, _ scale: ChartScale, on frame: inout Frame) {
    var taken: Set<Int> = []
    for line in chart.lines {
      guard let level = line.latest, taken.insert(scale.y(level) / 4).inserted else { continue }
      let row = scale.y(level) / 4
      write(level, line.role, row: row, on: &frame)
      // The name of a level begins a cell after the end of its line.
      if right.columns > 0 { frame.write(line.name, line.role, in: right.inset(left: 1), line: row) }
    }
    guard taken.isEmpty else { return }
    for level in Self.levels(chart) where taken.insert(scale.y(level) / 4).inserted {
      write(level, .faint, row: scale.y(level) / 4, on: &frame)
    }
  }

  private func write(_ level: Double, _ role: Role, row: Int, on frame: inout Frame) {
    guard let label, left.columns > 0 else { return }
    frame.write(label(level), role, in: left.inset(right: 1), line: row, alignment: .trailing)
  }

  func drawPeriods(_ chart: LineChart, _ scale: ChartScale, on frame: inout Frame) {
    guard !below.isEmpty else { return }
    var free = below.column
    for (index, label) in chart.periodLabels.enumerated() where index < chart.points.count {
      guard let label else { continue }
      let text = StyledText(label, .faint)
      let centred = plot.column + scale.x(index) / 2 - text.width / 2
      let start = max(below.column, min(centred, below.right - text.width))
      guard start >= free, text.width <= below.columns else { continue }
      free = frame.write(text, row: below.row, column: start) + 2
    }
  }
}

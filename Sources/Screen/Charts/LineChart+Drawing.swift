extension LineChart {
  /// Draws the chart into a region; with `label`, the values of the levels are at the left.
  public func draw(on frame: inout Frame, in region: Region, label: ((Double) -> String)? = nil) {
    guard !region.isEmpty else { return }
    let layout = ChartLayout(self, in: region, label: label)
    let plot = layout.plot
    guard !plot.isEmpty else { return }
    let scale = ChartScale(self, columns: plot.columns, rows: plot.rows)
    guard points.contains(where: { $0.value?.isFinite == true }) else {
      frame.write("no figures", .missing, in: plot.line(plot.rows / 2), alignment: .centre)
      return
    }
    drawLines(scale, on: &frame, in: plot)
    drawSeries(scale, on: &frame, in: plot)
    drawMarks(scale, on: &frame, in: plot)
    layout.drawLabels(self, scale, on: &frame)
    layout.drawPeriods(self, scale, on: &frame)
  }

  private func drawLines(_ scale: ChartScale, on frame: inout Frame, in plot: Region) {
    for line in lines.reversed() {
      for column in 0..<plot.columns {
        guard let value = line.value(at: scale.point(column: column)) else { continue }
        frame[plot.row + scale.y(value) / 4, plot.column + column] = Cell(line.stroke, role: line.role)
      }
    }
  }

  private func drawSeries(_ scale: ChartScale, on frame: inout Frame, in plot: Region) {
    var canvas = BrailleCanvas(columns: plot.columns, rows: plot.rows)
    var previous: (x: Int, y: Int, role: Role)?
    for (index, point) in points.enumerated() {
      guard let value = point.value, value.isFinite else {
        previous = nil
        continue
      }
      let dot = (x: scale.x(index), y: scale.y(value), role: point.role)
      let from = previous ?? dot
      canvas.line(from: (from.x, from.y), to: (dot.x, dot.y), roles: (from.role, dot.role))
      previous = dot
    }
    for row in 0..<plot.rows {
      for column in 0..<plot.columns {
        if let cell = canvas.cell(row: row, column: column) { frame[plot.row + row, plot.column + column] = cell }
      }
    }
  }

  private func drawMarks(_ scale: ChartScale, on frame: inout Frame, in plot: Region) {
    // Ordinary marks need space between them, or the line looks like a row of beads.
    let hasRoom = plot.columns >= points.count * 2
    for (index, point) in points.enumerated() {
      let column = plot.column + min(plot.columns - 1, scale.x(index) / 2)
      guard let value = point.value, value.isFinite else {
        if isDetailed { frame[plot.bottom - 1, column] = Cell("○", role: .chartGap) }
        continue
      }
      let isSelected = index == selection
      guard let mark = point.mark ?? (isSelected ? "▪" : nil), isSelected || hasRoom || !point.role.isOrdinaryLine
      else { continue }
      let role: Role = point.role == .chartLine ? .chartPoint : point.role
      frame[plot.row + scale.y(value) / 4, column] = Cell(mark, role: role, isSelected: isSelected)
    }
  }
}

extension LineChart.Line {
  func value(at index: Int) -> Double? {
    guard index < values.count, let value = values[index], value.isFinite else { return nil }
    return value
  }

  /// The current level: the last one that applies.
  var latest: Double? { values.last { $0?.isFinite == true } ?? nil }
}

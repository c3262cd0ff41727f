import Metrics
import Statistics
import Screen
import Statistics

/// A charted series as a line chart, with limits, mean and target, and special causes marked.
package struct ChartPicture {
  package let charted: ChartedSeries
  package let direction: Metric.Direction

  /// The periods with notes.
  private let noted: Set<Period>

  package init(_ charted: ChartedSeries, direction: Metric.Direction, noted: Set<Period> = []) {
    self.charted = charted
    self.noted = noted
    self.direction = direction
  }

  /// For a panel: the line and the target.
  ///
  /// Of days it shows the last six weeks, because more would be illegible in the columns of a panel.
  package var small: LineChart {
    LineChart(points: points(marked: false), lines: targets).latest(window)
  }

  /// For a wall: all of it, but of days only the last six weeks.
  package var wall: LineChart { large.latest(window) }

  /// How many of the latest points a chart shows outside a page of its own.
  private var window: Int {
    if case .day? = charted.slots.last?.period { return 42 }
    return charted.slots.count
  }

  /// For a page of its own: limits and mean as well, and on each special cause the letter of the rule it broke.
  package var large: LineChart {
    let points = charted.chart?.points ?? []
    return LineChart(
      points: self.points(marked: true),
      // Where two lines share a row, the first is visible: the target before the limits.
      lines: targets + [
        .limit(points.map(\.upper), name: "upper"),
        .limit(points.map(\.lower), name: "lower"), .mean(points.map(\.mean)),
      ], periodLabels: labels, isDetailed: true)
  }

  /// The targets of the figures, and the standard where the target is an interim, local or planned one.
  private var targets: [LineChart.Line] {
    let standards = charted.slots.map(\.standard)
    return [.target(charted.slots.map(\.target))]
      + (standards.contains { $0 != nil } ? [.target(standards, name: "standard")] : [])
  }

  private func points(marked: Bool) -> [LineChart.Point] {
    charted.slots.enumerated().map { position, slot in
      let point = charted.chart.flatMap { $0.points.indices.contains(position) ? $0.points[position] : nil }
      let role = point.map { Self.role($0.type) } ?? .chartLine
      return LineChart.Point(slot.value, role: role, mark: marked ? (point?.rule.letter ?? "▪") : nil)
    }
  }

  /// The role of a point, by the result of the rules.
  static func role(_ type: ControlPointType) -> Role {
    switch type {
    case .commonCause: .chartLine
    case .improvement: .improving
    case .concern: .concerning
    case .neutralHigh, .neutralLow: .neutral
    }
  }

  /// Labels where a quarter or year begins, and marks where something new begins: a rebase, or a takeover of
  /// organisations.
  private var labels: [String?] {
    var labels = calendarLabels
    for mark in charted.marks where labels.indices.contains(mark) {
      // Labels that would overlap the mark are left out.
      for near in max(0, mark - 3)...min(labels.count - 1, mark + 3) { labels[near] = nil }
      labels[mark] = "┆\(charted.slots[mark].period.columnTitle)"
    }
    for (place, slot) in charted.slots.enumerated() where noted.contains(slot.period) {
      // Labels that would overlap the mark are left out, unless they are marks themselves.
      for near in max(0, place - 2)...min(labels.count - 1, place + 1) where labels[near]?.first?.isLetter == true {
        labels[near] = nil
      }
      labels[place] = "◇" + (labels[place] ?? "")
    }
    return labels
  }

  private var calendarLabels: [String?] {
    charted.slots.map { slot in
      switch slot.period {
      case .month(let month):
        if month.number == 1 || slot == charted.slots.first {
          return "\(month.shortName) \(month.year % 100 < 10 ? "0" : "")\(month.year % 100)"
        }
        return (month.number - 1) % 3 == 0 ? month.shortName : nil
      case .day(let day):
        return day.weekday == 1 ? Period.day(day).title.split(separator: " ").prefix(2).joined(separator: " ") : nil
      case .week(let week): return week.number % 4 == 1 ? "W\(week.number)" : nil
      default: return slot.period.title
      }
    }
  }
}

extension LineChart {
  /// The same chart with only its latest points.
  fileprivate func latest(_ count: Int) -> LineChart {
    guard points.count > count else { return self }
    var chart = self
    chart.points = Array(points.suffix(count))
    chart.periodLabels = Array(periodLabels.suffix(count))
    chart.lines = lines.map { line in
      var line = line
      // A line that is shorter than the points ends early; the part of it for the latest points is kept.
      line.values = Array(line.values.dropFirst(points.count - count))
      return line
    }
    return chart
  }
}

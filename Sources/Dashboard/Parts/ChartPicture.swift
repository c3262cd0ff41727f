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
  package var small: LineChart {
    LineChart(points: points(latest, marked: false), lines: targets(latest))
  }

  /// For a wall: all of it, but of days only the last six weeks.
  package var wall: LineChart { large(latest) }

  /// For a page of its own: limits and mean as well, and on each special cause the letter of the rule it broke.
  package var large: LineChart { large(charted.slots.indices) }

  /// The slots that a chart shows outside a page of its own: of days the last six weeks, because more would be illegible
  /// in the columns of a panel. Whatever is older costs nothing, however long a history is.
  private var latest: Range<Int> {
    let slots = charted.slots.indices
    guard case .day? = charted.slots.last?.period else { return slots }
    return max(0, slots.upperBound - 42)..<slots.upperBound
  }

  private func large(_ slots: Range<Int>) -> LineChart {
    let points = charted.chart?.points ?? []
    let shown = points[slots.clamped(to: points.indices)]
    return LineChart(
      points: self.points(slots, marked: true),
      // Where two lines share a row, the first is visible: the target before the limits.
      lines: targets(slots) + [
        .limit(shown.map(\.upper), name: "upper"),
        .limit(shown.map(\.lower), name: "lower"), .mean(shown.map(\.mean)),
      ], periodLabels: labels(slots), isDetailed: true)
  }

  /// The targets of the figures, and the standard where the target is an interim, local or planned one.
  private func targets(_ slots: Range<Int>) -> [LineChart.Line] {
    let shown = charted.slots[slots]
    let standards = shown.map(\.standard)
    return [.target(shown.map(\.target))]
      + (standards.contains { $0 != nil } ? [.target(standards, name: "standard")] : [])
  }

  private func points(_ slots: Range<Int>, marked: Bool) -> [LineChart.Point] {
    slots.map { position in
      let point = charted.chart.flatMap { $0.points.indices.contains(position) ? $0.points[position] : nil }
      let role = point.map { Self.role($0.type) } ?? .chartLine
      return LineChart.Point(
        charted.slots[position].value, role: role, mark: marked ? (point?.rule.letter ?? "▪") : nil)
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
  private func labels(_ slots: Range<Int>) -> [String?] {
    var labels = slots.map { calendarLabel(charted.slots[$0]) }
    func clear(_ near: ClosedRange<Int>, where isIdle: (String?) -> Bool = { _ in true }) {
      for place in near where slots.contains(place) && isIdle(labels[place - slots.lowerBound]) {
        labels[place - slots.lowerBound] = nil
      }
    }
    for mark in charted.marks where slots.contains(mark) {
      // Labels that would overlap the mark are left out.
      clear((mark - 3)...(mark + 3))
      labels[mark - slots.lowerBound] = "┆\(charted.slots[mark].period.columnTitle)"
    }
    for place in slots where noted.contains(charted.slots[place].period) {
      // Labels that would overlap the mark are left out, unless they are marks themselves.
      clear((place - 2)...(place + 1)) { $0?.first?.isLetter == true }
      labels[place - slots.lowerBound] = "◇" + (labels[place - slots.lowerBound] ?? "")
    }
    return labels
  }

  private func calendarLabel(_ slot: ChartedSeries.Slot) -> String? {
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

import Dashboard
import Metrics
import Statistics

/// What a drawn control chart shows, as a table: the same for whoever does not see the drawing.
struct ControlChartFigures {
  private let charted: ChartedSeries
  private let unit: Metric.Unit
  private let caption: String

  init(_ charted: ChartedSeries, unit: Metric.Unit, caption: String) {
    (self.charted, self.unit, self.caption) = (charted, unit, caption)
  }

  /// The periods, the latest first.
  var table: ReportTable {
    let points = charted.chart?.points ?? []
    let rows = zip(charted.slots, points).map(cells)
    return ReportTable(
      caption: caption + (charted.unit.isEmpty ? "" : ", \(charted.unit)"),
      columns: [.init("period")]
        + ["value", "target", "standard", "mean", "lower limit", "upper limit"].map { .init($0, isNumber: true) }
        + [.init("what the point says")], rows: rows.reversed())
  }

  private func cells(_ slot: ChartedSeries.Slot, _ point: ControlPoint) -> [ReportTable.Cell] {
    let hasLimits = charted.constant == nil
    let absence = slot.isPartial ? "incomplete total" : "no return"
    let said = point.rule.isSpecialCause ? "\(words(point.type)): \(rule(point))" : ""
    return [
      .init(slot.period.title, value: slot.period.text), number(slot.value, absence: "–"), number(slot.target),
      number(slot.standard), number(hasLimits ? point.mean : nil), number(hasLimits ? point.lower : nil),
      number(hasLimits ? point.upper : nil), .init(slot.value == nil ? absence : said),
    ]
  }

  private func number(_ value: Double?, absence: String = "") -> ReportTable.Cell {
    guard let value else { return .init(absence) }
    return .init(ChartedNumber(value, unit: unit).text, value: "\(value)")
  }

  private func rule(_ point: ControlPoint) -> String {
    charted.chart.map { point.rule.words($0.options) } ?? ""
  }

  private func words(_ type: ControlPointType) -> String {
    switch type {
    case .commonCause: "common cause"
    case .improvement: "improving"
    case .concern: "concerning"
    case .neutralHigh: "high"
    case .neutralLow: "low"
    }
  }
}

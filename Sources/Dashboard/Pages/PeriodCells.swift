import Metrics
import Screen

/// The table row of one period on the detail page.
struct PeriodCells {
  let unit: Metric.Unit

  static func columns(unit: Metric.Unit) -> [TableColumn] {
    let figure = TableColumn(unit.suffix.isEmpty ? "figure" : unit.suffix, minimum: 6, ideal: 8, alignment: .trailing)
    let tail = [
      TableColumn("target", minimum: 6, ideal: 7, alignment: .trailing, priority: 6),
      TableColumn("variance", minimum: 8, ideal: 9, priority: 1),
      TableColumn("gap", minimum: 5, ideal: 7, alignment: .trailing, priority: 3),
    ]
    let head = TableColumn("", minimum: 7, ideal: 12)
    guard unit == .percent else { return [head, figure] + tail }
    return [
      head, TableColumn("within", minimum: 6, ideal: 8, alignment: .trailing, priority: 5),
      TableColumn("of", minimum: 6, ideal: 8, alignment: .trailing, priority: 4), figure,
    ] + tail
  }

  func cells(_ row: (period: Period, figure: Figure?)) -> [StyledText] {
    let figure = row.figure
    var cells = [StyledText(Self.title(row.period))]
    if unit == .percent {
      if case .share(let within, let of)? = figure?.measurement {
        cells += [StyledText(within.text, .faint), StyledText(of.text, .faint)]
      } else {
        cells += [StyledText(), StyledText()]
      }
    }
    let gap = figure?.gap.map { unit == .pounds ? "" : $0.text(places: $0.denominator == 1 ? 0 : 1) } ?? ""
    cells += [
      StyledText(figure?.digits(unit: unit) ?? "–", figure?.value == nil ? figure?.role ?? .missing : .strong),
      StyledText(figure?.targetDigits(unit: unit) ?? "", .faint),
      StyledText(figure.map { $0.value == nil ? "no return" : $0.varianceText(unit: unit) } ?? "no return", figure?.role ?? .missing),
      StyledText(gap, .faint),
    ]
    return cells
  }

  /// Short enough for a narrow column: `Oct 16`, `14 Feb`, `M11 17/18`.
  static func title(_ period: Period) -> String {
    func two(_ number: Int) -> String { number % 100 < 10 ? "0\(number % 100)" : "\(number % 100)" }
    switch period {
    case .month(let month): return "\(month.shortName) \(two(month.year))"
    case .yearToDate(let month): return "M\(month.numberInNHSYear) \(two(Int(month.nhsYear.firstYear)))/\(two(Int(month.nhsYear.firstYear) + 1))"
    case .day(let day): return Period.day(day).title.split(separator: " ").prefix(2).joined(separator: " ") + " " + ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday - 1]
    case .week, .quarter, .year, .undated: return period.title
    }
  }
}

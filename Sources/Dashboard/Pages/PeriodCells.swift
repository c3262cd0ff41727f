import Metrics
import Screen

/// The table row of one period on the detail page.
struct PeriodCells {
  let state: State
  let code: OrganisationCode
  let id: MetricID
  let unit: Metric.Unit

  var columns: [TableColumn] {
    let head = TableColumn("", minimum: 7, ideal: 12)
    let target = TableColumn("target", minimum: 6, ideal: 7, alignment: .trailing, priority: 6)
    if unit == .pounds {
      let isForecast = id == .controlTotal
      return [
        head, TableColumn(isForecast ? "forecast" : "to date", minimum: 8, alignment: .trailing),
        TableColumn(
          isForecast ? "control total" : "plan", minimum: isForecast ? 13 : 8, alignment: .trailing, priority: 3),
        TableColumn("variance", minimum: 8, ideal: 9, priority: 1),
        TableColumn(isForecast ? "to date" : "forecast", minimum: 8, alignment: .trailing, priority: 2),
        TableColumn(
          isForecast ? "plan" : "control total", minimum: isForecast ? 8 : 13, alignment: .trailing, priority: 4),
      ]
    }
    let figure = TableColumn(unit.suffix.isEmpty ? "figure" : unit.suffix, minimum: 6, ideal: 8, alignment: .trailing)
    let tail = [
      target, TableColumn("variance", minimum: 8, ideal: 9, priority: 1),
      TableColumn("gap", minimum: 5, ideal: 7, alignment: .trailing, priority: 3),
    ]
    guard unit == .percent else { return [head, figure] + tail }
    return [
      head, TableColumn("within", minimum: 6, ideal: 8, alignment: .trailing, priority: 5),
      TableColumn("of", minimum: 6, ideal: 8, alignment: .trailing, priority: 4), figure,
    ] + tail
  }

  func cells(_ row: (period: Period, figure: Figure?)) -> [StyledText] {
    let figure = row.figure
    let missing = figure?.role ?? .missing
    var head = StyledText(Self.title(row.period))
    // A sum of some of its days is no month to be held beside the others.
    if case .summedOverTime(let present, let expected, _, _)? = figure?.origin, present < expected {
      head.append(" \(present)/\(expected)", .missing)
    }
    let value = StyledText(figure?.digits(unit: unit) ?? "–", figure?.value == nil ? missing : .strong)
    let variance = StyledText(figure?.value == nil ? "no return" : figure?.varianceText(unit: unit) ?? "", missing)
    let target = StyledText(figure?.targetDigits(unit: unit) ?? "", .faint)
    if unit == .pounds { return [head, value, target, variance] + otherAmounts(row.period) }
    var cells = [head]
    if unit == .percent {
      if case .share(let within, let of)? = figure?.measurement {
        cells += [StyledText(within.text, .faint), StyledText(of.text, .faint)]
      } else {
        cells += [StyledText(), StyledText()]
      }
    }
    let gap = figure?.gap.map { $0.text(places: $0.denominator == 1 ? 0 : 1) } ?? ""
    return cells + [value, target, variance, StyledText(gap, .faint)]
  }

  /// Beside the forecast the position to date and its plan; beside that the forecast and the control total.
  private func otherAmounts(_ period: Period) -> [StyledText] {
    guard let position = period.month.flatMap({ state.board.ledger.position(of: code, in: $0) }) else { return [] }
    let pair =
      id == .controlTotal
      ? (position.actualToDate, position.planToDate) : (position.forecast, position.controlTotal)
    return [StyledText(pair.0?.millions ?? "–"), StyledText(pair.1?.millions ?? "–", .faint)]
  }

  /// Short enough for a narrow column: `Oct 16`, `14 Feb`, `M11 17/18`.
  static func title(_ period: Period) -> String {
    switch period {
    case .month(let month): return "\(month.shortName) \(twoDigits(month.year))"
    case .yearToDate(let month):
      let year = Int(month.nhsYear.firstYear)
      return "M\(month.numberInNHSYear) \(twoDigits(year))/\(twoDigits(year + 1))"
    case .day(let day):
      let date = Period.day(day).title.split(separator: " ").prefix(2).joined(separator: " ")
      return date + " " + ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday - 1]
    case .week, .quarter, .year, .undated: return period.title
    }
  }

  private static func twoDigits(_ year: Int) -> String { year % 100 < 10 ? "0\(year % 100)" : "\(year % 100)" }
}

import Metrics
import Screen

/// The row of one period in the table of the detail page.
struct PeriodCells {
  let state: State
  let code: OrganisationCode
  let id: MetricID
  let metric: Metric?
  /// The rows of the table, which decide the widths of its columns.
  let rows: [(period: Period, figure: Figure?)]
  private var unit: Metric.Unit { metric?.unit ?? .patients }

  var columns: [TableColumn] {
    let head = TableColumn("", minimum: rows.map { heading($0).width }.max() ?? 6, ideal: 12)
    let isWhole = rows.allSatisfy { $0.figure?.value != nil }
    // An incomplete sum is never without the mark that says so.
    let marked = rows.compactMap(\.figure).filter { $0.coverageMark != nil }.map { $0.markedVariance(unit: unit).count }
    let least = max(isWhole ? 8 : state.board.isCollective(code) ? 10 : 9, marked.max() ?? 0)
    let variance = TableColumn("variance", minimum: least, ideal: max(10, least), priority: 1)
    if id.isPosition {
      let isForecast = id.position == .outturn
      return [
        head, TableColumn(isForecast ? "forecast" : "to date", minimum: 8, alignment: .trailing),
        TableColumn(
          isForecast ? "control total" : "plan", minimum: isForecast ? 13 : 8, alignment: .trailing, priority: 3),
        variance,
        TableColumn(isForecast ? "to date" : "forecast", minimum: 8, alignment: .trailing, priority: 2),
        TableColumn(
          isForecast ? "plan" : "control total", minimum: isForecast ? 8 : 13, alignment: .trailing, priority: 4),
      ]
    }
    let figure = TableColumn(metric?.heading ?? "figure", minimum: 6, ideal: 8, alignment: .trailing)
    let shares = [
      TableColumn("within", minimum: 6, ideal: 8, alignment: .trailing, priority: 5),
      TableColumn("of", minimum: 6, ideal: 8, alignment: .trailing, priority: 4),
    ]
    let target = TableColumn("target", minimum: 6, ideal: 7, alignment: .trailing, priority: 6)
    let gap = TableColumn(gapHeading, minimum: max(5, gapHeading.count), ideal: 8, alignment: .trailing, priority: 3)
    return [head] + (hasShares ? shares : []) + [figure] + (hasTargets ? [target] : []) + [variance]
      + (hasGaps ? [gap] : [])
  }

  /// `treat` for a waiting list, otherwise the side of its target on which a figure misses it.
  private var gapHeading: String {
    metric?.traits.gap == .pathways ? "treat" : unit != .percent && metric?.direction == .higher ? "short" : "over"
  }

  /// Whether any figure is a share, has a target, or misses it: columns without contents are left out.
  private var hasShares: Bool {
    unit == .percent && rows.contains { if case .share? = $0.figure?.measurement { true } else { false } }
  }
  private var hasTargets: Bool { rows.contains { $0.figure?.target != nil } }
  private var hasGaps: Bool { rows.contains { $0.figure?.gap != nil } }

  func cells(_ row: (period: Period, figure: Figure?)) -> [StyledText] {
    let figure = row.figure
    let missing = figure?.role ?? .missing
    let head = heading(row)
    let value = StyledText(figure?.digits(unit: unit) ?? "–", figure?.value == nil ? missing : .strong)
    let variance = StyledText(
      figure?.value == nil ? absence(row) : figure?.markedVariance(unit: unit) ?? "", missing)
    let target = StyledText(figure?.target == nil ? "" : figure?.targetDigits(unit: unit) ?? "", .faint)
    if id.isPosition { return [head, value, target, variance] + otherAmounts(row.period) }
    var shares: [StyledText] = []
    if hasShares, case .share(let within, let of)? = figure?.measurement {
      shares = [StyledText(within.text, .faint), StyledText(of.text, .faint)]
    } else if hasShares {
      shares = [StyledText(), StyledText()]
    }
    let gap = figure?.gap.map { $0.text(places: $0.denominator == 1 ? 0 : 1) } ?? ""
    return [head] + shares + [value] + (hasTargets ? [target] : []) + [variance]
      + (hasGaps ? [StyledText(gap, .faint)] : [])
  }

  /// The period; the sum of some of its days cannot be compared with other months, and says so.
  private func heading(_ row: (period: Period, figure: Figure?)) -> StyledText {
    let isNoted = state.agreed?.notes(about: id, of: code, in: row.period).isEmpty == false
    let title =
      StyledText(row.period.columnTitle) + StyledText(isNoted ? " ◇" : "", .strong)
      + StyledText(row.figure?.isRestated == true ? " ≠" : "", .strong)
      + StyledText(row.figure?.isRecalled == true ? " ◌" : "", .faint)
    guard let days = Self.daysIn(row.figure) else { return title }
    return title + StyledText(state.size.columns >= 150 ? " \(days)" : "…", .missing)
  }

  /// How many of a month's days are in, `14/30`; `nil` where all are, or where it is not a sum of days.
  private static func daysIn(_ figure: Figure?) -> String? {
    guard case .summedOverTime(let present, let expected, _, _, _, _)? = figure?.origin, present < expected else {
      return nil
    }
    return "\(present)/\(expected)"
  }

  /// Why there is no value.
  private func absence(_ row: (period: Period, figure: Figure?)) -> String {
    row.figure.map { $0.measurement == .suppressed ? "suppressed" : $0.withoutValue ?? "no return" }
      ?? state.board.absence(of: Series.Key(id, code, perspective: state.perspective(for: id, code)), in: row.period)
  }

  /// Beside the forecast, the position to date and its plan; beside that position, the forecast and the control total.
  private func otherAmounts(_ period: Period) -> [StyledText] {
    guard let position = period.month.flatMap({ state.board.ledger.position(of: code, in: $0) }) else { return [] }
    // What a sum without everybody is to reach says nothing of the whole.
    let isWhole = position.returned >= position.expected
    let pair =
      id.position == .outturn
      ? (position.actualToDate, isWhole ? position.planToDate : nil)
      : (position.forecast, isWhole ? position.controlTotal : nil)
    return [StyledText(pair.0?.millions ?? "–"), StyledText(pair.1?.millions ?? "–", .faint)]
  }
}

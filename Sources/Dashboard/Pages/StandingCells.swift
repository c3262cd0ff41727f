import Metrics
import Screen

/// The table row of a body on the metric page.
struct StandingCells {
  let state: State
  let metric: Metric?
  let id: MetricID
  let period: Period?
  let wide: Int

  private var unit: Metric.Unit { metric?.unit ?? .patients }

  /// The columns; a table drops those of the highest number first where it does not fit.
  var columns: [TableColumn] {
    [
      TableColumn("organisation", minimum: 14, ideal: wide >= 150 ? 40 : 22), TableColumn("code", minimum: 5, ideal: 8, priority: 4),
      TableColumn(unit.suffix.isEmpty ? "figure" : unit.suffix, minimum: 7, ideal: 9, alignment: .trailing),
      TableColumn("target", minimum: 6, ideal: 8, alignment: .trailing, priority: 3),
      TableColumn("variance", minimum: 9, ideal: 11, priority: 0),
      TableColumn("to act on", minimum: 20, ideal: 34, priority: 2),
      TableColumn("of", minimum: 7, ideal: 9, alignment: .trailing, priority: 6),
      TableColumn("before", minimum: 7, ideal: 9, alignment: .trailing, priority: 7),
      TableColumn("year ago", minimum: 8, ideal: 9, alignment: .trailing, priority: 8),
      TableColumn("trend", minimum: trendWidth, priority: 5),
      TableColumn("control chart", minimum: 13, ideal: 26, priority: 9),
    ]
  }

  func cells(_ standing: Standing) -> [StyledText] {
    let figure = standing.figure
    let code = standing.organisation.code
    let isSystem = code == state.scope
    let nameRole: Role = isSystem ? .strong : .text
    return [
      StyledText(standing.organisation.shortName, nameRole), StyledText(code.text, .faint),
      StyledText(figure?.digits(unit: unit) ?? "–", figure?.value == nil ? figure?.role ?? .missing : nameRole),
      StyledText(figure?.targetDigits(unit: unit) ?? "", .faint),
      StyledText(figure?.varianceText(unit: unit) ?? "no return", figure?.role ?? .missing),
      StyledText(toActOn(figure), .text), StyledText(Self.denominator(figure), .faint),
      StyledText(earlier(code, periods: 1), .faint), StyledText(earlier(code, periods: 12), .faint),
      StyledText(trend(code), .chartLine), controlWords(code),
    ]
  }

  /// Twelve periods, or two years where there is room.
  private var trendWidth: Int { wide >= 150 ? 24 : 12 }

  private func toActOn(_ figure: Figure?) -> String {
    guard let figure else { return "" }
    let meaning = state.board.meaning(of: figure)
    return figure.note.isEmpty ? meaning : meaning.isEmpty ? figure.note : "\(meaning) · \(figure.note)"
  }

  private static func denominator(_ figure: Figure?) -> String {
    guard case .share(_, let of)? = figure?.measurement else { return "" }
    return of.text
  }

  private func key(_ code: OrganisationCode) -> Series.Key { Series.Key(id, code, lens: state.lens(for: id, code)) }

  /// The figure some periods before: the month before, or the same month last year.
  private func earlier(_ code: OrganisationCode, periods: Int) -> String {
    guard let period, period != .undated, periods == 1 || period.grain == .month else { return "" }
    let figure = state.board.figure(key(code), in: period.advanced(by: -periods), choice: state.outlook.choice)
    return figure?.digits(unit: unit) ?? ""
  }

  private func trend(_ code: OrganisationCode) -> String {
    guard let period, period != .undated else { return "" }
    let values = state.board.series(key(code), grain: period.grain).recentValues(upTo: period, count: trendWidth)
    return Sparkline(values).text(width: trendWidth)
  }

  private func controlWords(_ code: OrganisationCode) -> StyledText {
    guard let period, period != .undated else { return StyledText() }
    return ControlWords(state.board.charted(key(code), upTo: period, grain: period.grain, choice: state.outlook.choice)).short
  }
}

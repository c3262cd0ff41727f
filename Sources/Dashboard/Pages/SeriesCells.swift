import Metrics
import Screen

/// The cells of a table of series: bodies on the page of a metric, metrics on the page of a body.
struct SeriesCells {
  /// What the first column names.
  enum Names { case organisations, metrics }

  let state: State
  let rows: [SeriesDigest]
  let names: Names
  let wide: Int

  /// The columns; a table drops those of the highest number first where it does not fit.
  var columns: [TableColumn] {
    let acts = rows.map { toActOn($0).count }.max() ?? 0
    let words = rows.map { ControlWords($0.charted).short.width }.max() ?? 0
    let tail = [
      TableColumn("target", minimum: 6, ideal: 8, alignment: .trailing, priority: 3),
      TableColumn("variance", minimum: 9, ideal: 10),
      TableColumn("to act on", minimum: max(9, min(acts, 34)), ideal: max(9, min(acts, 70)), priority: 2),
    ]
    let trend = [
      TableColumn("trend", minimum: 12, ideal: MetricDigest.trendLength, priority: 5),
      TableColumn("control chart", minimum: max(13, words), priority: 9),
    ]
    if names == .metrics {
      return [
        TableColumn("metric", minimum: 14, ideal: 21), TableColumn("period", minimum: 9, ideal: 19, priority: 4),
        TableColumn("figure", minimum: 7, ideal: 8, alignment: .trailing),
        TableColumn("unit", minimum: 4, priority: 6),
      ] + tail + trend + [TableColumn("freshness", minimum: 30, priority: 8)]
    }
    let unit = rows.first?.metric?.unit ?? .patients
    let longest = rows.map { name($0).count }.max() ?? 0
    return [
      TableColumn("organisation", minimum: min(longest, 16), ideal: max(12, min(longest, 40))),
      TableColumn("code", minimum: 5, ideal: 6, priority: 4),
      TableColumn(unit.suffix.isEmpty ? "figure" : unit.suffix, minimum: 7, ideal: 8, alignment: .trailing),
    ] + tail + [
      TableColumn("of", minimum: 7, ideal: 8, alignment: .trailing, priority: 6),
      TableColumn("before", minimum: 7, alignment: .trailing, priority: 7),
      TableColumn("year ago", minimum: 8, alignment: .trailing, priority: 8),
    ] + trend
  }

  func cells(_ row: SeriesDigest) -> [StyledText] {
    let unit = row.metric?.unit ?? .patients
    let figure = row.figure
    let isScope = names == .organisations && row.organisation.code == state.scope
    let strong: Role = isScope || names == .metrics ? .strong : .text
    let value = StyledText(figure?.digits(unit: unit) ?? "–", figure?.value == nil ? figure?.role ?? .missing : strong)
    let judged = [
      StyledText(figure?.targetDigits(unit: unit) ?? "", .faint),
      StyledText(figure?.varianceText(unit: unit) ?? "no return", figure?.role ?? .missing),
      StyledText(toActOn(row), .text),
    ]
    let trend = [StyledText(row.trend.sparkline(width: trendWidth), .chartLine), ControlWords(row.charted).short]
    if names == .metrics {
      return [
        StyledText(row.metric?.title ?? ""), StyledText(row.period?.title ?? "", .faint), value,
        StyledText(unit.suffix, .faint),
      ] + judged + trend + [StyledText(row.freshness?.words ?? "", row.freshness?.role ?? .faint)]
    }
    return [StyledText(name(row), strong), StyledText(code(row), .faint), value] + judged + [
      StyledText(row.figure?.measurement.denominator?.text(places: 0) ?? "", .faint),
      StyledText(row.before?.digits(unit: unit) ?? "", .faint),
      StyledText(row.yearAgo?.digits(unit: unit) ?? "", .faint),
    ] + trend
  }

  /// Where there is room, the full name.
  private func name(_ row: SeriesDigest) -> String {
    wide >= 150 ? row.organisation.name : row.organisation.shortName
  }

  /// Places and groups have no code of their own: what they are stands there.
  private func code(_ row: SeriesDigest) -> String {
    let role = row.organisation.role
    return role == .place || role == .group ? role.word : row.organisation.code.text
  }

  private var trendWidth: Int { wide >= 150 ? MetricDigest.trendLength : 12 }

  private func toActOn(_ row: SeriesDigest) -> String {
    guard let figure = row.figure else { return "" }
    let meaning = state.board.meaning(of: figure)
    return figure.note.isEmpty ? meaning : meaning.isEmpty ? figure.note : "\(meaning) · \(figure.note)"
  }
}

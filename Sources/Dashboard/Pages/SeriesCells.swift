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
  /// Where each provider stands on the funnel of its likes; empty where there is none.
  let funnel: [OrganisationCode: FunnelBody.Position]
  /// The columns; a table drops those of the highest number first where it does not fit.
  let columns: [TableColumn]
  /// Whether what control charts say stands in words in full, and how long trends are: as much as lets all columns fit.
  private let usesWords: Bool, trendWidth: Int
  /// Whether any figure is out of something.
  private let hasCounts: Bool

  init(
    state: State, rows: [SeriesDigest], names: Names, wide: Int, funnel: [OrganisationCode: FunnelBody.Position] = [:]
  ) {
    self.state = state
    self.rows = rows
    self.names = names
    self.wide = wide
    self.funnel = funnel
    let longest = rows.map { Self.name($0, isLong: Self.hasLongNames(wide: wide)).count }.max() ?? 0
    let acts = rows.map { Self.toActOn($0, state).count }.max() ?? 0
    let words = rows.map { ControlWords($0.charted).short.width }.max() ?? 0
    let unit = rows.first?.metric?.unit ?? .patients
    hasCounts = rows.contains { $0.figure?.measurement.denominator != nil }
    let head =
      names == .metrics
      ? Self.metricHead
      : Self.bodyHead(longest: longest, figure: unit.suffix.isEmpty ? "figure" : unit.suffix)
    let middle =
      Self.judged(acts: acts) + (names == .metrics ? [] : Self.earlier(hasCounts: hasCounts))
      + (funnel.isEmpty ? [] : [TableColumn("funnel", minimum: 11, priority: 8)])
    func tail(trend: Int, inWords: Bool) -> [TableColumn] {
      [
        TableColumn("trend", minimum: trend, priority: 5),
        inWords
          ? TableColumn("control chart", minimum: max(13, words)) : TableColumn("chart", minimum: 8, priority: 1),
      ]
    }
    func fits(trend: Int) -> Bool {
      (head + middle + tail(trend: trend, inWords: true)).reduce(0) { $0 + $1.minimum + 2 } <= wide - Table.gutter
    }
    trendWidth = wide >= 150 && fits(trend: MetricDigest.trendLength) ? MetricDigest.trendLength : 12
    usesWords = fits(trend: trendWidth)
    columns =
      head + middle + tail(trend: trendWidth, inWords: usesWords)
      + (names == .metrics ? [TableColumn("freshness", minimum: Self.freshnessWidth(wide: wide), priority: 8)] : [])
  }

  private static let metricHead = [
    TableColumn("metric", minimum: 14, ideal: 21), TableColumn("period", minimum: 9, ideal: 19, priority: 4),
    TableColumn("figure", minimum: 7, ideal: 8, alignment: .trailing), TableColumn("unit", minimum: 4, priority: 6),
  ]

  private static func bodyHead(longest: Int, figure: String) -> [TableColumn] {
    [
      TableColumn("organisation", minimum: min(longest, 16), ideal: max(12, min(longest, 40))),
      TableColumn("code", minimum: 5, ideal: 6, priority: 4),
      TableColumn(figure, minimum: 7, ideal: 8, alignment: .trailing),
    ]
  }

  /// Cells for how fresh a metric is: the words are chosen for them, the cadence first to go.
  private static func freshnessWidth(wide: Int) -> Int { wide >= 220 ? 48 : 30 }

  private static func judged(acts: Int) -> [TableColumn] {
    [
      TableColumn("target", minimum: 6, ideal: 8, alignment: .trailing, priority: 3),
      TableColumn("variance", minimum: 9, ideal: 10),
      TableColumn("to act on", minimum: max(9, min(acts, 34)), ideal: max(9, min(acts, 70)), priority: 2),
    ]
  }

  private static func earlier(hasCounts: Bool) -> [TableColumn] {
    (hasCounts ? [TableColumn("of", minimum: 7, ideal: 8, alignment: .trailing, priority: 6)] : []) + [
      TableColumn("before", minimum: 7, alignment: .trailing, priority: 7),
      TableColumn("year ago", minimum: 8, alignment: .trailing, priority: 8),
    ]
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
      StyledText(Self.toActOn(row, state), .text),
    ]
    let trend = [StyledText(row.trend.sparkline(width: trendWidth), .chartLine), chart(row)]
    if names == .metrics {
      return [
        StyledText(title(row)), StyledText(row.period?.title ?? "", .faint), value,
        StyledText(unit.suffix, .faint),
      ] + judged + trend + [row.freshness?.styled(room: Self.freshnessWidth(wide: wide)) ?? StyledText()]
    }
    return [
      StyledText(Self.name(row, isLong: Self.hasLongNames(wide: wide)), strong), StyledText(code(row), .faint), value,
    ] + judged + []
      + (hasCounts ? [StyledText(row.figure?.measurement.denominator?.text(places: 0) ?? "", .faint)] : []) + [
        StyledText(row.before?.digits(unit: unit) ?? "", .faint),
        StyledText(row.yearAgo?.digits(unit: unit) ?? "", .faint),
      ] + (funnel.isEmpty ? [] : [funnelCell(row)]) + trend
  }

  /// Whether a body really differs from its likes: `below 99.8%`, `inside`.
  private func funnelCell(_ row: SeriesDigest) -> StyledText {
    guard let position = funnel[row.organisation.code] else { return StyledText() }
    return StyledText(position.shortWords, position.role(row.metric?.direction ?? .neither))
  }

  /// Variation and assurance: `L concerning F will not meet`, or `L conc F`.
  private func chart(_ row: SeriesDigest) -> StyledText {
    let words = ControlWords(row.charted)
    return usesWords ? words.short : words.brief
  }

  /// Whether there is room for names in full.
  static func hasLongNames(wide: Int) -> Bool { wide >= 150 }

  /// Where there is room, the full name.
  static func name(_ row: SeriesDigest, isLong: Bool) -> String {
    isLong ? row.organisation.name : row.organisation.shortName
  }

  private func title(_ row: SeriesDigest) -> String { Self.title(row, wide: wide) }

  /// The name of a metric, in a word or two where it would be cut.
  static func title(_ row: SeriesDigest, wide: Int) -> String {
    guard let metric = row.metric else { return "" }
    return wide < 130 && metric.title.count > 14 ? metric.shortTitle : metric.title
  }

  /// Places and groups have no code of their own: what they are stands there.
  private func code(_ row: SeriesDigest) -> String {
    let role = row.organisation.role
    return role == .place || role == .group ? role.word : row.organisation.code.text
  }

  private static func toActOn(_ row: SeriesDigest, _ state: State) -> String {
    guard let figure = row.figure else { return "" }
    let meaning = state.board.meaning(of: figure)
    return figure.note.isEmpty ? meaning : meaning.isEmpty ? figure.note : "\(meaning) · \(figure.note)"
  }
}

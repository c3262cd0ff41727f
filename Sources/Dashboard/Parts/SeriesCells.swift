import Metrics
import Screen
import Statistics

/// The cells of a table of series: organisations on the page of a metric, metrics on the page of an organisation. A
/// column without contents is left out.
struct SeriesCells {
  /// The subject of the first column.
  enum Names { case organisations, metrics }

  /// The kinds of column, in order.
  enum Kind: CaseIterable {
    case name, code, period, figure, unit, target, variance, acts, of, before, yearAgo, funnel, trend, chart, freshness
  }

  let state: State
  let rows: [SeriesDigest]
  let names: Names
  let wide: Int
  /// The position of each provider on the funnel plot of comparable providers; empty where there is none.
  let funnel: [OrganisationCode: FunnelPoint.Position]
  /// The columns; a table that does not fit drops those with the highest number first.
  let columns: [TableColumn]
  /// The kind of each of them.
  private let kinds: [Kind]
  /// Whether the words of control charts are in full, and the length of trends: as much as lets all columns fit.
  private let usesWords: Bool, trendWidth: Int
  private let sizes: Sizes

  init(
    state: State, rows: [SeriesDigest], names: Names, wide: Int, funnel: [OrganisationCode: FunnelPoint.Position] = [:]
  ) {
    self.state = state
    self.rows = rows
    self.names = names
    self.wide = wide
    self.funnel = funnel
    let sizes = Sizes(rows, names, wide: wide, state)
    self.sizes = sizes
    let kinds = Kind.allCases.filter { kind in
      switch kind {
      case .name, .figure, .variance: true
      case .code: names == .organisations && sizes.hasCodes
      case .period: names == .metrics
      case .unit: names == .metrics && sizes.hasUnits
      case .target: sizes.hasTargets
      case .acts: sizes.acts > 0
      case .of: names == .organisations && sizes.hasCounts
      case .before: names == .organisations && sizes.hasBefore
      case .yearAgo: names == .organisations && sizes.hasYearAgo
      case .funnel: !funnel.isEmpty
      case .trend: sizes.hasTrend
      case .chart: sizes.words > 0
      case .freshness: names == .metrics
      }
    }
    self.kinds = kinds
    func columns(trend: Int, inWords: Bool, meaning: Int = sizes.meanings[0]) -> [TableColumn] {
      kinds.map { Self.column($0, sizes, names, trend: trend, inWords: inWords, meaning: meaning) }
    }
    func fits(trend: Int) -> Bool {
      let wanted = columns(trend: trend, inWords: true).reduce(0) { $0 + $1.minimum + 2 }
      return wanted <= wide - Table.gutter
    }
    trendWidth = wide >= 150 && fits(trend: MetricDigest.trendLength) ? MetricDigest.trendLength : 12
    usesWords = fits(trend: trendWidth)
    // The fullest words for a variance that leave room for equally important columns.
    let (trend, inWords) = (trendWidth, usesWords)
    let essential: Set<Kind> = [.name, .figure, .target, .variance, .acts, .chart]
    let meaning = sizes.meanings.first { meaning in
      let all = zip(kinds, columns(trend: trend, inWords: inWords, meaning: meaning)).filter {
        essential.contains($0.0)
      }
      return all.reduce(-2) { $0 + $1.1.minimum + 2 } <= wide - Table.gutter
    }
    self.columns = columns(trend: trend, inWords: inWords, meaning: meaning ?? sizes.meanings[2])
  }

  /// The cells of a row.
  ///
  /// - Parameter acts: the number of cells for what to act on, which is said in fewer words where necessary.
  func cells(_ row: SeriesDigest, acts: Int) -> [StyledText] { kinds.map { cell($0, row, acts: acts) } }

  /// The table of the rows.
  func draw(_ table: Table, on frame: inout Frame, in region: Region) {
    let acts = kinds.firstIndex(of: .acts).map { table.width(of: $0, in: region) } ?? 0
    let words = rows.map { names == .metrics ? Self.title($0, wide: wide) : Self.name($0, wide: wide) }
    table.draw(on: &frame, in: region, names: words) { cells(rows[$0], acts: acts) }
  }

  /// The cells for the freshness of a metric: its words are chosen to fit, and the cadence is dropped first.
  static func freshnessWidth(wide: Int) -> Int { wide >= 220 ? 48 : 30 }

  private func cell(_ kind: Kind, _ row: SeriesDigest, acts: Int) -> StyledText {
    let unit = row.metric?.unit ?? .patients
    let figure = row.figure
    let isScope = names == .organisations && row.organisation.code == state.scope
    let strong: Role = isScope || names == .metrics ? .strong : .text
    switch kind {
    case .name where names == .metrics: return StyledText(Self.title(row, wide: wide))
    case .name: return StyledText(Self.name(row, wide: wide), strong)
    case .code: return StyledText(Self.code(row), .faint)
    case .period: return StyledText(Self.period(row, wide: wide), .faint)
    case .figure:
      return StyledText(figure?.digits(unit: unit) ?? "–", figure?.value == nil ? figure?.role ?? .missing : strong)
        .marked(figure, room: sizes.past)
    case .unit: return StyledText(row.metric?.suffix ?? "", .faint)
    case .target: return StyledText(figure?.target == nil ? "" : figure?.targetDigits(unit: unit) ?? "", .faint)
    case .variance: return StyledText(Self.variance(row), figure?.role ?? .missing)
    case .acts:
      return StyledText(Self.toActOn(row, state, room: acts), .text)
    case .of: return StyledText(figure?.measurement.denominator?.text(places: 0) ?? "", .faint)
    case .before:
      return StyledText(row.before?.digits(unit: unit) ?? "", .faint).marked(row.before, room: sizes.pastBefore)
    case .yearAgo:
      return StyledText(row.yearAgo?.digits(unit: unit) ?? "", .faint).marked(row.yearAgo, room: sizes.pastYearAgo)
    case .funnel: return funnelCell(row)
    case .trend: return StyledText(row.trend.sparkline(width: trendWidth), .chartLine)
    case .chart: return chart(row)
    case .freshness: return row.freshness?.styled(room: Self.freshnessWidth(wide: wide)) ?? StyledText()
    }
  }

  /// Whether an organisation really differs from comparable ones: `below 99.8%`, `inside`.
  private func funnelCell(_ row: SeriesDigest) -> StyledText {
    guard let position = funnel[row.organisation.code] else { return StyledText() }
    return StyledText(position.shortWords, position.role(row.metric?.direction ?? .neither))
  }

  /// Variation and assurance: `concerning: low; will miss target`, or `concern, miss`.
  private func chart(_ row: SeriesDigest) -> StyledText {
    let words = ControlWords(row.charted)
    return usesWords ? words.short : words.brief
  }

  /// Whether there is room for full names.
  static func hasLongNames(wide: Int) -> Bool { wide >= 150 }

  /// The full name, where there is room.
  static func name(_ row: SeriesDigest, wide: Int) -> String {
    hasLongNames(wide: wide) ? row.organisation.name : row.organisation.shortName
  }

  /// The name of a metric, shortened to a word or two where it would be cut off.
  static func title(_ row: SeriesDigest, wide: Int) -> String {
    guard let metric = row.metric else { return "" }
    return wide < 130 && metric.title.count > 14 ? metric.shortTitle : metric.title
  }

  /// The period in full, or in few cells where the table is narrow.
  static func period(_ row: SeriesDigest, wide: Int) -> String {
    row.period.map { wide < 130 ? $0.datedTitle : $0.title } ?? ""
  }

  /// The code; for places and groups, which have none, their role.
  static func code(_ row: SeriesDigest) -> String {
    let role = row.organisation.role
    return role == .place || role == .group ? role.word : row.organisation.code.text
  }

  /// The variance, or why there is no figure that could have one.
  static func variance(_ row: SeriesDigest) -> String {
    row.figure?.markedVariance(unit: row.metric?.unit ?? .patients) ?? (row.partsAlone > 0 ? "in parts" : row.absence)
  }

  /// What a variance means, and what else must be known: in fewer words first, then without the remarks.
  static func toActOn(_ row: SeriesDigest, _ state: State, room: Int) -> String {
    guard let figure = row.figure else {
      let parts = row.partsAlone
      let words = parts > 0 ? "no total, \(counted(parts, "part")): Enter shows them" : ""
      return room < words.count ? fitted(words, to: room, lines: 1).joined() : words
    }
    let board = state.board
    // The figure itself says where commissioners' figures replace providers'.
    let fallback =
      state.viewSettings.perspective == .commissioners
      ? board.fallback(figure.metric, of: figure.organisation, from: .commissioners) : ""
    let doubt = figure.isTargetUnconfirmed ? "target unconfirmed" : ""
    let remarks = [doubt, figure.note, fallback].filter { !$0.isEmpty }
    let meanings = board.meanings(of: figure)
    let whole = (meanings.isEmpty ? [[]] : meanings.map { [$0] }).map { ($0 + remarks).joined(separator: " · ") }
    if let fitting = whole.first(where: { $0.count <= room }) { return fitting }
    let kept = whole.indices.first { meanings[safe: $0].map { $0.count <= room } ?? true } ?? whole.count - 1
    return fitted(whole[kept], to: room, lines: 1).joined()
  }
}

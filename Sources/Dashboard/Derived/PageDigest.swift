import Metrics
import Statistics

/// What the page shown rests on, worked out once and kept until the page, the outlook or the board changes.
struct PageDigest: Sendable {
  let page: Page
  let viewSettings: ViewSettings
  /// The rows of a table, before they are filtered and sorted: on the page of a metric the scope itself first, on that of
  /// an organisation, or its summary, its metrics.
  let rows: [SeriesDigest]
  /// On the page of a metric, the places and groups.
  let places: [SeriesDigest]
  /// On the page of a metric, where each provider stands on the funnel of its likes.
  let funnel: [OrganisationCode: FunnelPoint.Position]
  /// On the page of a series, the series.
  let detail: DetailDigest?
  /// On the page of an organisation, its money.
  let money: MoneyDigest?

  init(_ state: State) {
    page = state.page
    viewSettings = state.viewSettings
    var rows: [SeriesDigest] = []
    var places: [SeriesDigest] = []
    var funnel: [OrganisationCode: FunnelPoint.Position] = [:]
    var detail: DetailDigest?
    var money: MoneyDigest?
    switch state.page {
    case .metric(let metric):
      rows = PageDigest.organisations(metric, state)
      places = PageDigest.places(metric, state).filter { place in
        !rows.contains { $0.organisation.code == place.organisation.code }
      }
      funnel = PageDigest.shownPeriod(metric, state).map { state.board.funnelPositions(metric, in: $0) } ?? [:]
    case .organisation(let code) where !state.board.isCollective(code):
      rows = PageDigest.metrics(code, state)
      money = MoneyDigest(state.board, of: code, state.viewSettings)
    case .detail(let metric, let code, let part): detail = DetailDigest(state, metric, code, part)
    case .summary(let code) where code != state.digest.scope: rows = PageDigest.metrics(code, state)
    case .overview, .organisation, .source, .summary, .problems, .help, .systems: break
    }
    self.rows = rows
    self.places = places
    self.funnel = funnel
    self.detail = detail
    self.money = money
  }

  /// The scope, and the organisations below it, worst first.
  private static func organisations(_ metric: MetricID, _ state: State) -> [SeriesDigest] {
    let period = shownPeriod(metric, state)
    let organisations = state.digest[metric]?.rankedFigures ?? []
    return ([state.scope] + organisations.map(\.organisation.code)).map {
      SeriesDigest(metric, of: $0, in: period, state)
    }
  }

  /// The places and groups below the scope that have a figure, or an organisation with one.
  private static func places(_ metric: MetricID, _ state: State) -> [SeriesDigest] {
    let board = state.board
    let period = shownPeriod(metric, state)
    let perspective = state.perspective(for: metric, state.scope)
    return board.tree.descendants(of: state.scope).filter { organisation in
      guard board.isCollective(organisation.code) else { return false }
      return board.hasFigures(metric, organisation.code)
        || !board.organisations(with: metric, below: organisation.code, perspective: perspective).isEmpty
    }.map { SeriesDigest(metric, of: $0.code, in: period, state) }
  }

  private static func shownPeriod(_ metric: MetricID, _ state: State) -> Period? {
    state.digest[metric]?.period ?? state.board.shownPeriod(metric, of: state.scope, state.viewSettings)
  }

  /// The metrics the organisation has ever had a figure for.
  private static func metrics(_ code: OrganisationCode, _ state: State) -> [SeriesDigest] {
    let board = state.board
    return board.metrics.filter { board.hasFigures($0.id, code) }.map { metric in
      SeriesDigest(metric.id, of: code, in: board.shownPeriod(metric.id, of: code, state.viewSettings), state)
    }
  }
}

/// One series over time, as its own page shows it.
struct DetailDigest: Sendable {
  /// The grain of the table: the one asked for, else the one there is.
  let grain: Period.Grain
  /// The periods of the table, latest first, with a row for each that has no return.
  let periods: [(period: Period, figure: Figure?)]
  /// The control chart up to the period shown.
  let charted: ChartedSeries
  /// Every breakdown there are figures for, in the metric's own order.
  let breakdowns: [String]
  /// Bridges, schemes and plan, where it is about money.
  let money: MoneyDigest?
  /// The row the cursor starts on: the period shown, or the latest with a figure.
  let shown: Period?

  init(_ state: State, _ metric: MetricID, _ code: OrganisationCode, _ part: BreakdownItem?) {
    let board = state.board
    let key = Series.Key(metric, code, part: part, perspective: state.perspective(for: metric, code))
    let isMoney = metric.isPosition
    let grain = DetailDigest.grain(key, state)
    self.grain = grain
    let figures = board.figures(key, grain: grain, choice: state.viewSettings.choice)
    // Money is reported when there is something to report: a month without it is no gap.
    let periods: [(period: Period, figure: Figure?)] =
      grain == .undated || isMoney
      ? figures.reversed().map { ($0.period, $0) } : figures.slots(upTo: figures.last?.period, count: 400).reversed()
    self.periods = periods
    let wanted = state.viewSettings.period ?? board.shownPeriod(metric, of: code, state.viewSettings)
    let latest = periods.first { $0.figure?.value != nil }?.period
    let shown = wanted.flatMap { wanted in periods.contains { $0.period == wanted } ? wanted : nil } ?? latest
    self.shown = shown
    charted = board.charted(
      key, upTo: shown, grain: grain == .yearToDate ? .month : grain, choice: state.viewSettings.choice)
    var names: [String] = []
    for item in board.parts(metric, of: code, perspective: key.perspective) where !names.contains(item.breakdown) {
      names.append(item.breakdown)
    }
    breakdowns = names
    money = isMoney ? MoneyDigest(board, of: code, state.viewSettings) : nil
  }

  private static func grain(_ key: Series.Key, _ state: State) -> Period.Grain {
    if key.metric == .yearToDate { return .yearToDate }
    if key.metric == .controlTotal { return .month }
    let board = state.board
    let wanted = state.viewSettings.grain
    if !board.series(key, grain: wanted).points.isEmpty { return wanted }
    return board.shownPeriod(key.metric, of: key.organisation, state.viewSettings)?.grain
      ?? board.series(key).points.last?.period.grain ?? wanted
  }
}

extension Array where Element == Figure {
  /// The figures with a gap for each period without one, oldest first, at most `count` of the latest.
  func slots(upTo period: Period?, count: Int) -> [(period: Period, figure: Figure?)] {
    guard let first = first?.period, let last = period ?? self.last?.period, first.grain != .undated else { return [] }
    let byPeriod = Dictionary(map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    var slots: [(period: Period, figure: Figure?)] = []
    var next = last
    while slots.count < count, next >= first {
      slots.append((next, byPeriod[next]))
      next = next.advanced(by: -1)
    }
    return slots.reversed()
  }
}

import Metrics

/// One series over time, for its own page.
struct DetailDigest: Sendable {
  /// The grain of the table: the one asked for, otherwise the one there is.
  let grain: Period.Grain
  /// The periods of the table, latest first, with a row for each one without a return.
  let periods: [(period: Period, figure: Figure?)]
  /// The control chart up to the period shown.
  let charted: ChartedSeries
  /// Every breakdown with figures, in the metric's own order.
  let breakdowns: [String]
  /// Bridges, schemes and plan, where it is about money.
  let money: MoneyDigest?
  /// The row on which the cursor starts: the period shown, or the latest with a figure.
  let shown: Period?

  /// The most periods of the table: a year of days.
  static let mostPeriods = 400

  init(_ context: BoardContext, _ metric: MetricID, _ code: OrganisationCode, _ part: BreakdownItem?) {
    let board = context.board
    let key = Series.Key(metric, code, part: part, perspective: context.perspective(for: metric, code))
    let isMoney = metric.isPosition
    let grain = DetailDigest.grain(key, context)
    self.grain = grain
    let isWhole = grain == .undated || isMoney
    let figures = board.figures(
      key, grain: grain, choice: context.viewSettings.choice, latest: isWhole ? .max : DetailDigest.mostPeriods)
    // Money is reported when there is something to report: a month without it is not a gap.
    let periods: [(period: Period, figure: Figure?)] =
      isWhole
      ? figures.reversed().map { ($0.period, $0) }
      : figures.slots(upTo: figures.last?.period, count: DetailDigest.mostPeriods).reversed()
    self.periods = periods
    let wanted = context.viewSettings.period ?? board.shownPeriod(metric, of: code, context.viewSettings)
    let latest = periods.first { $0.figure?.value != nil }?.period
    let shown = wanted.flatMap { wanted in periods.contains { $0.period == wanted } ? wanted : nil } ?? latest
    self.shown = shown
    charted = board.charted(
      key, upTo: shown, grain: grain == .yearToDate ? .month : grain, choice: context.viewSettings.choice)
    breakdowns = board.breakdowns(of: metric, for: code, perspective: key.perspective)
    money = isMoney ? MoneyDigest(board, of: code, context.viewSettings) : nil
  }

  private static func grain(_ key: Series.Key, _ context: BoardContext) -> Period.Grain {
    switch key.metric.position {
    case .toDate: return .yearToDate
    case .outturn: return .month
    case nil: break
    }
    let board = context.board
    let wanted = context.viewSettings.grain
    if !board.series(key, grain: wanted).points.isEmpty { return wanted }
    return board.shownPeriod(key.metric, of: key.organisation, context.viewSettings)?.grain
      ?? board.series(key).points.last?.period.grain ?? wanted
  }
}

extension Array where Element == Figure {
  /// The figures, with a gap for each period without one, oldest first; at most the latest `count`.
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

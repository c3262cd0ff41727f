import Metrics
import Screen

/// What a panel shows of one metric.
public struct MetricDigest: Sendable {
  /// The metric.
  public let metric: Metric
  /// The period shown; `nil` where there is no figure at all.
  public let period: Period?
  /// The lens that has figures, which may not be the one asked for.
  public let lens: Lens
  /// The figure of the scope; `nil` where it neither states one nor can be rolled up.
  public let figure: Figure?
  /// The bodies below, worst first.
  public internal(set) var standings: [Standing]
  /// The latest values of each body below, oldest first.
  let trends: [OrganisationCode: [Double?]]
  /// The parts of the scope, or where it has none those of the first body below that has, worst first.
  let parts: [Figure]
  /// The bodies of the other lens, worst first, where this one leaves room for them.
  let otherStandings: [Standing]
  /// Figures of the scope in other periods, the latest first.
  let others: [Figure]
  /// The control chart of the scope up to the period.
  public let charted: ChartedSeries
  /// How fresh it is.
  public let freshness: Freshness
  /// Bridges, schemes and plans, where it is the position they stand behind.
  let money: MoneyDigest?

  /// The values a standing's sparkline has at most.
  static let trendLength = 24

  init(_ metric: Metric, _ board: Board, scope: OrganisationCode, outlook: Outlook, today: Day) {
    self.metric = metric
    let lens = board.lens(for: metric.id, of: scope, wanted: outlook.lens)
    let whole = board.shownPeriod(metric.id, of: scope, outlook)
    let bodies = [scope] + board.bodies(with: metric.id, below: scope, lens: lens).map(\.code)
    let period = whole ?? MetricDigest.partsPeriod(metric.id, bodies, lens, board)
    let key = Series.Key(metric.id, scope, lens: lens)
    self.period = period
    self.lens = lens
    figure = period.flatMap { board.figure(key, in: $0, choice: outlook.choice) }
    let standings = whole == nil ? [] : board.standings(metric.id, below: scope, outlook)
    self.standings = standings
    trends = Dictionary(
      standings.map { standing in
        let series = board.series(Series.Key(metric.id, standing.organisation.code), grain: period?.grain ?? .month)
        return (standing.organisation.code, series.recentValues(upTo: period, count: MetricDigest.trendLength))
      }, uniquingKeysWith: { first, _ in first })
    parts =
      period.map { MetricDigest.parts(metric.id, bodies, in: $0, lens, outlook, board) }?
      .worstFirst(metric.direction) ?? []
    others = board.series(key).points.compactMap { point in
      point.period == period ? nil : board.figure(key, in: point.period, choice: outlook.choice)
    }.suffix(MetricDigest.trendLength).reversed()
    charted = board.charted(key, upTo: period, grain: period?.grain ?? .month, choice: outlook.choice)
    let other = Outlook(period: outlook.period, grain: outlook.grain, choice: outlook.choice, lens: lens.other)
    let hasOther = board.lens(for: metric.id, of: scope, wanted: lens.other) == lens.other && !metric.isPosition
    otherStandings = hasOther ? board.standings(metric.id, below: scope, other).filter { $0.figure?.value != nil } : []
    let judged = board.freshness(metric, of: scope, on: today)
    // What is only published in parts is as fresh as its parts.
    freshness =
      judged.latest == nil && period != nil
      ? Freshness(metric, latest: period, on: today, lapse: board.lapses[metric.id]) : judged
    money = metric.isPosition ? MoneyDigest(board, of: scope, outlook) : nil
  }

  /// Whether any figure is held against a target.
  var hasTarget: Bool { figure?.variance != nil || standings.contains { $0.figure?.variance != nil } }

  /// Whether there is anything to show.
  var hasAnything: Bool { period != nil || !parts.isEmpty || money?.isEmpty == false }

  /// The latest period of the parts, for a metric that is only published in parts.
  private static func partsPeriod(
    _ metric: MetricID, _ bodies: [OrganisationCode], _ lens: Lens, _ board: Board
  ) -> Period? {
    bodies.flatMap { code in
      board.parts(metric, of: code, lens: lens).compactMap { part in
        board.series(Series.Key(metric, code, part: part, lens: lens)).points.last { $0.measurement.isKnown }?.period
      }
    }.max()
  }

  /// The parts of the first body that has any.
  private static func parts(
    _ metric: MetricID, _ bodies: [OrganisationCode], in period: Period, _ lens: Lens, _ outlook: Outlook,
    _ board: Board
  ) -> [Figure] {
    for code in bodies {
      let items = board.parts(metric, of: code, lens: lens)
      let figures = items.filter { $0.breakdown == items.first?.breakdown }.compactMap { item in
        board.figure(Series.Key(metric, code, part: item, lens: lens), in: period, choice: outlook.choice)
      }
      if !figures.isEmpty { return figures }
    }
    return []
  }
}

extension Series {
  /// The latest values up to a period, oldest first, a gap for each period without one.
  func recentValues(upTo last: Period?, count: Int) -> [Double?] {
    guard let last = last ?? points.last?.period, last != .undated, let first = points.first?.period else { return [] }
    var values: [Double?] = []
    var period = last
    while values.count < count, period >= first {
      values.append(self[period]?.measurement.value?.double)
      period = period.advanced(by: -1)
    }
    return values.reversed()
  }
}

extension [Double?] {
  /// As a sparkline of at most `width` cells; empty below two values, which make no trend.
  func sparkline(width: Int) -> String {
    let shown = suffix(Swift.max(0, width))
    return shown.count { $0 != nil } < 2 ? "" : Sparkline(Array(shown)).text(width: width)
  }
}

import Metrics
import Screen

/// What a panel shows of one metric.
public struct MetricDigest: Sendable {
  /// The metric.
  public let metric: Metric
  /// The period shown; `nil` where there is no figure at all.
  public let period: Period?
  /// The perspective that has figures, which may not be the one asked for.
  public let perspective: Perspective
  /// The figure of the scope; `nil` where it neither states one nor has a roll-up.
  public let figure: Figure?
  /// The organisations below it, the worst first.
  public internal(set) var rankedFigures: [RankedFigure]
  /// The latest values of each organisation below it, oldest first.
  let trends: [OrganisationCode: [Double?]]
  /// The parts of the scope's figure, otherwise those of the first organisation below it that has any, the worst first.
  let parts: [Figure]
  /// The organisations of the other perspective, the worst first, where there is room for them.
  let otherStandings: [RankedFigure]
  /// The scope's figures for other periods, the latest first.
  let others: [Figure]
  /// The control chart of the scope up to the period.
  public let charted: ChartedSeries
  /// The freshness of its figures.
  public let freshness: Freshness
  /// Bridges, schemes and plans, where it is the position that they belong to.
  let money: MoneyDigest?

  /// The most values in the sparkline of a ranked figure.
  static let trendLength = 24

  /// What a panel of an organisation shows of a metric.
  package init(_ metric: Metric, _ board: Board, scope: OrganisationCode, viewSettings: ViewSettings, today: Day) {
    self.metric = metric
    let perspective = board.perspective(for: metric.id, of: scope, wanted: viewSettings.perspective)
    let whole = board.shownPeriod(metric.id, of: scope, viewSettings)
    let organisations =
      [scope] + board.organisations(with: metric.id, below: scope, perspective: perspective).map(\.code)
    let period = whole ?? MetricDigest.partsPeriod(metric.id, organisations, perspective, board)
    let key = Series.Key(metric.id, scope, perspective: perspective)
    self.period = period
    self.perspective = perspective
    figure = period.flatMap { board.figure(key, in: $0, choice: viewSettings.choice) }
    let rankedFigures = whole.map { board.rankedFigures(metric.id, below: scope, in: $0, viewSettings) } ?? []
    self.rankedFigures = rankedFigures
    trends = Dictionary(
      rankedFigures.map { rankedFigure in
        let key = Series.Key(metric.id, rankedFigure.organisation.code)
        return (
          rankedFigure.organisation.code, board.recentValues(key, upTo: period, count: MetricDigest.trendLength)
        )
      }, uniquingKeysWith: { first, _ in first })
    parts =
      period.map { MetricDigest.parts(metric.id, organisations, in: $0, perspective, viewSettings, board) }?
      .worstFirst(metric.direction) ?? []
    others = MetricDigest.others(key, than: period, viewSettings, board)
    charted = board.charted(key, upTo: period, grain: period?.grain ?? .month, choice: viewSettings.choice)
    let other = ViewSettings(
      period: viewSettings.period, grain: viewSettings.grain, choice: viewSettings.choice,
      perspective: perspective.other)
    let hasOther =
      board.perspective(for: metric.id, of: scope, wanted: perspective.other) == perspective.other && !metric.isPosition
    otherStandings =
      whole.map { period in
        hasOther
          ? board.rankedFigures(metric.id, below: scope, in: period, other).filter { $0.figure?.value != nil } : []
      } ?? []
    let judged = board.freshness(metric, of: scope, on: today)
    // A metric that is only published in parts is as fresh as its parts.
    freshness =
      judged.latest == nil && period != nil
      ? Freshness(metric, latest: period, on: today, staleness: board.stalenesses[metric.id]) : judged
    money = metric.isPosition ? MoneyDigest(board, of: scope, viewSettings) : nil
  }

  /// Whether any figure is compared with a target.
  var hasTarget: Bool { figure?.variance != nil || rankedFigures.contains { $0.figure?.variance != nil } }

  /// Whether the scope or any organisation below it has a value.
  var hasValue: Bool { figure?.value != nil || rankedFigures.contains { $0.figure?.value != nil } }

  /// Whether there is anything to show.
  package var hasAnything: Bool { period != nil || !parts.isEmpty || money?.isEmpty == false }

  /// The figures of a series in the latest other periods, the latest first.
  private static func others(
    _ key: Series.Key, than period: Period?, _ viewSettings: ViewSettings, _ board: Board
  ) -> [Figure] {
    var others: [Figure] = []
    for point in board.series(key).points.reversed() where point.period != period {
      // A series of years has a hundred, each with its target and what must be said beside it.
      if others.count == trendLength { break }
      if let figure = board.figure(key, in: point.period, choice: viewSettings.choice) { others.append(figure) }
    }
    return others
  }

  /// The latest period of the parts, for a metric that is only published in parts.
  private static func partsPeriod(
    _ metric: MetricID, _ organisations: [OrganisationCode], _ perspective: Perspective, _ board: Board
  ) -> Period? {
    organisations.flatMap { code in
      board.parts(metric, of: code, perspective: perspective).compactMap { part in
        board.series(Series.Key(metric, code, part: part, perspective: perspective)).points.last {
          $0.measurement.isKnown
        }?.period
      }
    }.max()
  }

  /// The parts of the first organisation that has any.
  private static func parts(
    _ metric: MetricID, _ organisations: [OrganisationCode], in period: Period, _ perspective: Perspective,
    _ viewSettings: ViewSettings,
    _ board: Board
  ) -> [Figure] {
    for code in organisations {
      let items = board.parts(metric, of: code, perspective: perspective)
      let figures = items.filter { $0.breakdown == items.first?.breakdown }.compactMap { item in
        board.figure(
          Series.Key(metric, code, part: item, perspective: perspective), in: period, choice: viewSettings.choice)
      }
      if !figures.isEmpty { return figures }
    }
    return []
  }
}

extension Board {
  /// The latest values of a series up to a period, within one definition and since the last merger, oldest first.
  func recentValues(_ key: Series.Key, upTo period: Period?, count: Int) -> [Double?] {
    let metric = catalogue[key.metric]
    let grain = period?.grain ?? .month
    let predecessors = tree.predecessors(of: key.organisation)
    if predecessors.isEmpty {
      let latest = latestPoints(key, grain: grain, endedBy: period?.lastDay, atMost: count)
      return Series(key: key, points: latest).recentValues(upTo: period, count: count, of: metric)
    }
    let series = series(key, grain: grain)
    guard let last = period ?? series.points.last?.period, let end = last.lastDay else { return [] }
    let mergers = predecessors.compactMap { predecessor -> Day? in
      guard let step = predecessor.to?.advanced(by: 1).firstDay, step <= end,
        series.points.contains(where: { $0.origin != .fromPredecessors && ($0.period.lastDay ?? end) < step })
      else { return nil }
      return step
    }
    guard let start = mergers.max() else { return series.recentValues(upTo: last, count: count, of: metric) }
    let since = Series(key: key, points: series.points.filter { ($0.period.firstDay ?? start) >= start })
    return since.recentValues(upTo: last, count: count, of: metric)
  }
}

extension Series {
  /// The latest values up to a period, oldest first, with a gap for each period without one; none from an earlier
  /// definition.
  func recentValues(upTo last: Period?, count: Int, of metric: Metric?) -> [Double?] {
    guard let last = last ?? points.last?.period, last != .undated, let first = points.first?.period else { return [] }
    var values: [Double?] = []
    var period = last
    let since = last.month.flatMap { metric?.definition(in: $0)?.month }
    while values.count < count, period >= first {
      if let since, let month = period.month, month < since { break }
      // A total that lacks organisations is not a point of a trend.
      values.append(self[period].flatMap { $0.origin.hasEveryOrganisation ? $0.measurement.value?.double : nil })
      period = period.advanced(by: -1)
    }
    return values.reversed()
  }
}

extension [Double?] {
  /// A sparkline of at most `width` cells; empty with fewer than two values, which make no trend.
  func sparkline(width: Int) -> String {
    let shown = suffix(Swift.max(0, width))
    return shown.count { $0 != nil } < 2 ? "" : Sparkline(Array(shown)).text(width: width)
  }
}

import Metrics

/// What the pages show of a board from one outlook, worked out once and kept until one of them changes.
public struct Digest: Sendable {
  /// The body the digest is about: the system, or a place or group in it.
  public let scope: OrganisationCode
  /// From where the board is looked at.
  public let outlook: Outlook
  /// The day freshness was judged on.
  let day: Day
  /// The panels of the overview, in order.
  public let panels: [MetricDigest]
  /// What needs attention, worst first.
  public let exceptions: [Exception]

  /// A board looked at from one outlook.
  init(_ board: Board, scope: OrganisationCode, outlook: Outlook, today: Day) {
    self.scope = scope
    self.outlook = outlook
    day = today
    panels = board.metrics.filter { $0.id != .yearToDate }.map {
      MetricDigest($0, board, scope: scope, outlook: outlook, today: today)
    }
    exceptions = board.exceptions(of: scope, outlook)
  }

  /// The worst freshness of the metrics that still go on.
  var worstFreshness: Freshness? { panels.map(\.freshness).max { $0.state < $1.state } }

  /// The panel of a metric.
  subscript(metric: MetricID) -> MetricDigest? { panels.first { $0.metric.id == metric } }
}

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
  public let standings: [Standing]
  /// The series of the scope at the grain shown, up to the period.
  public let history: [Figure]
  /// The control chart of the scope up to the period.
  public let charted: ChartedSeries
  /// How fresh it is.
  public let freshness: Freshness

  init(_ metric: Metric, _ board: Board, scope: OrganisationCode, outlook: Outlook, today: Day) {
    self.metric = metric
    let period = board.shownPeriod(metric.id, of: scope, outlook)
    let lens = board.lens(for: metric.id, of: scope, wanted: outlook.lens)
    let key = Series.Key(metric.id, scope, lens: lens)
    self.period = period
    self.lens = lens
    figure = period.flatMap { board.figure(key, in: $0, choice: outlook.choice) }
    standings = board.standings(metric.id, below: scope, outlook)
    history = period.map { period in
      board.figures(key, grain: period.grain, choice: outlook.choice).filter { $0.period <= period }
    } ?? []
    charted = board.charted(key, upTo: period, grain: period?.grain ?? .month, choice: outlook.choice)
    freshness = board.freshness(metric, of: scope, on: today)
  }

  /// Whether the bodies have figures that cannot be rolled up.
  public var hasNoRollUp: Bool { figure?.value == nil && standings.contains { $0.figure?.value != nil } }
}

extension Array where Element == Figure {
  /// The values with a gap for each period without one, oldest first, at most `count` of the latest.
  func values(upTo period: Period?, count: Int) -> [Double?] {
    periods(upTo: period, count: count).map { period in
      first { $0.period == period }?.value?.double
    }
  }

  /// The figures with a gap for each period without one, oldest first, at most `count` of the latest.
  func slots(upTo period: Period?, count: Int) -> [(period: Period, figure: Figure?)] {
    let byPeriod = Dictionary(map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    return periods(upTo: period, count: count).map { ($0, byPeriod[$0]) }
  }

  /// Consecutive periods up to the latest, starting where the figures start.
  private func periods(upTo period: Period?, count: Int) -> [Period] {
    guard let first = first?.period, let last = period ?? self.last?.period, first.grain != .undated else { return [] }
    var periods: [Period] = []
    var next = last
    while periods.count < count, next >= first {
      periods.append(next)
      next = next.advanced(by: -1)
    }
    return periods.reversed()
  }
}

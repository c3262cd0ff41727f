import Metrics

/// One series as a row of a table: its figure, earlier figures, its trend and its control chart.
struct SeriesDigest: Sendable {
  let key: Series.Key
  let organisation: Organisation
  let metric: Metric?
  /// The period shown; `nil` where there has never been a figure.
  let period: Period?
  /// The figure; `nil` where no return was made, or none that can be rolled up.
  let figure: Figure?
  /// The number of its parts with a figure, where the whole has none.
  let partsAlone: Int
  /// The text where there is no figure: `no return`, or `no roll-up`.
  let absence: String
  /// The figure of the period before, and of the same month last year.
  let before: Figure?, yearAgo: Figure?
  /// The latest values, oldest first.
  let trend: [Double?]
  let charted: ChartedSeries
  let freshness: Freshness?

  init(_ metric: MetricID, of code: OrganisationCode, in period: Period?, _ context: BoardContext) {
    let board = context.board
    let choice = context.viewSettings.choice
    let key = Series.Key(metric, code, perspective: context.perspective(for: metric, code))
    let dated = period.flatMap { $0 == .undated ? nil : $0 }
    self.key = key
    self.period = period
    organisation = board.organisation(code)
    self.metric = board.catalogue[metric]
    let figure = period.flatMap { board.figure(key, in: $0, choice: choice) }
    self.figure = figure
    absence = figure == nil ? board.absence(of: key, in: period) : "no return"
    partsAlone =
      figure == nil
      ? board.parts(metric, of: code, perspective: key.perspective).count { part in
        period.map {
          board.figure(Series.Key(metric, code, part: part, perspective: key.perspective), in: $0)?.value != nil
        } ?? false
      } : 0
    before = dated.flatMap { board.periodBefore(key, $0, choice: choice) }
    yearAgo = dated.flatMap { $0.grain == .month ? board.yearBefore(key, $0, choice: choice) : nil }
    trend = dated.map { board.recentValues(key, upTo: $0, count: MetricDigest.trendLength) } ?? []
    charted = board.charted(key, upTo: period, grain: period?.chartedGrain ?? .month, choice: choice)
    freshness = self.metric.map { board.freshness($0, of: code, on: context.today) }
  }

  /// The metrics that an organisation has ever had a figure for.
  static func metrics(of code: OrganisationCode, _ context: BoardContext) -> [SeriesDigest] {
    let board = context.board
    return board.metrics.filter { board.hasFigures($0.id, code) }.map { metric in
      SeriesDigest(metric.id, of: code, in: board.shownPeriod(metric.id, of: code, context.viewSettings), context)
    }
  }
}

extension Period {
  /// The grain of its control chart: a year to date is charted month by month.
  package var chartedGrain: Grain { grain == .yearToDate ? .month : grain }
}

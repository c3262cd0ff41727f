import Dashboard
import Metrics
import Statistics

/// The control chart of a row of `sitrep print` up to its period, in the words of the reference implementation.
///
/// Mean and limits are in the unit of the chart: percent; beds for delayed days; pounds in the month for money.
struct RowChart {
  let charted: ChartedSeries
  private let chart: ControlChart
  private let projection: MonthProjection?
  /// The factor from the unit of the chart to that of the row: a million where money is charted in millions.
  private let scale: Double

  /// `nil` where there is no chart: undated figures, records of money, fewer than two values.
  ///
  /// - Parameter histories: the histories of series used so far, so that each is read once for all its rows.
  init?(_ row: FigureRow, on board: Board, _ histories: inout ChartHistories) {
    guard let key = row.key, let period = row.period, period != .undated, row.figure != nil else { return nil }
    charted = histories.history(key, grain: period.chartedGrain, choice: row.choice, on: board).charted(upTo: period)
    guard let chart = charted.chart, charted.slots.count(where: { $0.value != nil }) >= 2 else { return nil }
    self.chart = chart
    scale = row.metric.unit == .pounds ? 1e6 : 1
    if case .range(let range) = board.projection(key, charted, choice: row.choice) {
      projection = range
    } else {
      projection = nil
    }
  }

  /// The members of a row's JSON for its chart.
  var members: [(String, JSON)] {
    let limits = chart.limits
    // Nothing is said about a total that lacks some of its organisations, and nothing is compared with it.
    let isWhole = !charted.isPartial
    // A figure that has not varied has no limits, and is not "hit or miss".
    let hasLimits = isWhole && charted.constant == nil
    return [
      ("variation", isWhole ? .text(chart.variation.pointType.rawValue) : .null),
      ("variation_rule", isWhole ? .text((chart.points.last?.rule ?? .commonCause).label(chart.options)) : .null),
      ("assurance", hasLimits ? .text(orNull: chart.assurance?.rawValue) : .null),
      ("mean", .finite(limits.map { $0.mean * scale })),
      ("lower_limit", hasLimits ? .finite(limits?.lower.map { $0 * scale }) : .null),
      ("upper_limit", hasLimits ? .finite(limits?.upper.map { $0 * scale }) : .null),
      ("points", .whole(charted.valueCount)),
      ("projection", projection.map(RowChart.json) ?? .null),
    ]
  }

  /// A note that the figure has not varied, and on which side of its target it is; empty where it has varied.
  var remark: String { charted.isPartial ? "" : charted.constantWords }

  /// The same members where there is no chart.
  static let noMembers: [(String, JSON)] = [
    "variation", "variation_rule", "assurance", "mean", "lower_limit", "upper_limit", "points", "projection",
  ].map { ($0, .null) }

  private static func json(_ projection: MonthProjection) -> JSON {
    .object([
      ("to", .text(Period.month(projection.month).text)), ("low", .finite(projection.low)),
      ("high", .finite(projection.high)), ("coverage", .finite(Projection.coverage)),
    ])
  }
}

/// The histories that charts are made from: one for each series and length of period, kept while its rows are listed.
struct ChartHistories {
  private var key: Series.Key?
  private var byGrain: [Period.Grain: ChartHistory] = [:]

  /// The history of a series, read when its first row is listed.
  mutating func history(
    _ key: Series.Key, grain: Period.Grain, choice: TargetTable.Choice, on board: Board
  ) -> ChartHistory {
    if self.key != key { (self.key, byGrain) = (key, [:]) }
    if let known = byGrain[grain] { return known }
    let read = board.chartHistory(key, grain: grain, choice: choice)
    byGrain[grain] = read
    return read
  }
}

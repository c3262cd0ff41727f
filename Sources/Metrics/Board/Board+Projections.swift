import Statistics

/// The range in which a series is likely to be in a month ahead.
public struct MonthProjection: Hashable, Sendable {
  /// The month: the March that ends the NHS year, or the next where the series has reached it.
  public let month: Month
  /// The ends of the range that four outcomes in five fall into, in the unit of the chart.
  public let low: Double, high: Double
  /// The target in force in that month, in the unit of the chart; `nil` where there is none.
  public let target: Double?

  /// Whether the target lies in the range; `nil` without a target.
  public var holdsTarget: Bool? { target.map { low <= $0 && $0 <= high } }
}

extension Board {
  /// A projection, or the reason why there is none.
  public enum ProjectionResult: Hashable, Sendable {
    case range(MonthProjection)
    /// The reason, as part of a sentence: `no projection: 17 of 24 months`.
    case none(String)
  }

  /// The projection of a monthly series for the March that ends its NHS year, based on its own past errors.
  ///
  /// - Missing: there is none for money, which is planned rather than projected, for other grains, and with fewer than
  ///   24 months.
  public func projection(
    _ key: Series.Key, _ charted: ChartedSeries, choice: TargetTable.Choice = .standard
  ) -> ProjectionResult {
    guard let metric = catalogue[key.metric], metric.unit != .pounds,
      case .month(let last)? = charted.slots.last?.period
    else { return .none("") }
    if let ended = metric.ended, last >= ended { return .none("no projection: it has ended") }
    if charted.isPartial { return .none("no projection: an organisation made no return") }
    // The months before a merger are another organisation's history.
    let slots = charted.slots.dropFirst(charted.start)
    let known = slots.count { $0.value != nil }
    guard known >= Projection.fewestValues else {
      return .none("no projection: \(known) of \(Projection.fewestValues) months")
    }
    let march = last.number == 3 ? last.advanced(by: 12) : last.nhsYear.lastMonth
    guard
      let range = Projection(
        values: slots.map(\.value), stepsAhead: last.months(until: march),
        naturalRange: metric.unit == .percent ? 0...100 : 0...Double.greatestFiniteMagnitude)
    else { return .none("no projection: too many gaps") }
    return .range(
      MonthProjection(
        month: march, low: range.low, high: range.high,
        target: inChartedUnit(
          target(for: key, in: .month(march), choice: choice)?.value.ratio, metric, in: .month(march))))
  }
}

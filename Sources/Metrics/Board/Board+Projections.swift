import Statistics

/// Where a series is likely to be in a month ahead, or why nobody can say.
public struct MonthProjection: Hashable, Sendable {
  /// The month: the March that ends the NHS year, or the next where the series has reached it.
  public let month: Month
  /// The ends of the range that four outcomes in five fall into, in the charted unit.
  public let low: Double, high: Double
  /// The target as it will stand then, in the charted unit; `nil` where there is none.
  public let target: Double?

  /// Whether the range holds the target; `nil` without one.
  public var holdsTarget: Bool? { target.map { low <= $0 && $0 <= high } }
}

extension Board {
  /// What a projection says, or why there is none.
  public enum ProjectionResult: Hashable, Sendable {
    case range(MonthProjection)
    /// Why not, as a sentence's part: `no projection: 17 of 24 months`.
    case none(String)
  }

  /// The projection of a series of months for the March that ends its NHS year, from its own past errors.
  ///
  /// - Missing: none for money, which is planned rather than projected, for other grains, and below 24 months.
  public func projection(
    _ key: Series.Key, _ charted: ChartedSeries, choice: TargetTable.Choice = .standard
  ) -> ProjectionResult {
    guard let metric = catalogue[key.metric], metric.unit != .pounds,
      case .month(let last)? = charted.slots.last?.period
    else { return .none("") }
    if let ended = metric.ended, last >= ended { return .none("no projection: it has ended") }
    if charted.isPartial { return .none("no projection: not everybody has returned") }
    // What was before a merger is another organisation's past.
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

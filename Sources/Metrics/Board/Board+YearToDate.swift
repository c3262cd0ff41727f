/// A figure from April to a month.
public struct FigureToDate: Hashable, Sendable {
  /// The months from April on that it covers.
  public let months: Int
  /// How many of them have a figure.
  public let present: Int
  /// What they come to.
  public let measurement: Measurement
}

extension Board {
  /// A flow from April to a month: numerators and denominators summed over the months, never percentages averaged.
  ///
  /// - Missing: `nil` for snapshots, for money (whose positions are to date already) and without a single month.
  public func toDate(_ key: Series.Key, in period: Period) -> FigureToDate? {
    guard catalogue[key.metric]?.rollUp == .flow, case .month(let last) = period else { return nil }
    let series = series(key, grain: .month)
    let months = (0..<last.numberInNHSYear).map { last.nhsYear.firstMonth.advanced(by: $0) }
    let known = months.compactMap { series[.month($0)]?.measurement }.filter(\.isKnown)
    guard let first = known.first else { return nil }
    var sum = first
    for measurement in known.dropFirst() {
      guard let next = sum.adding(measurement) else { return nil }
      sum = next
    }
    if case .rate = sum { return nil }
    return FigureToDate(months: months.count, present: known.count, measurement: sum)
  }

  /// The figure of the same month, week or day a year before.
  public func yearBefore(_ key: Series.Key, _ period: Period, choice: TargetTable.Choice = .standard) -> Figure? {
    let steps: Int
    switch period.grain {
    case .month, .yearToDate: steps = 12
    case .quarter: steps = 4
    case .year: steps = 1
    case .week: steps = 52
    // The same weekday, so that Mondays are held against Mondays.
    case .day: steps = 364
    case .undated: return nil
    }
    return figure(key, in: period.advanced(by: -steps), choice: choice)
  }
}

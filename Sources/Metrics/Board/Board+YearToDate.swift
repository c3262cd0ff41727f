/// A figure from April to a month.
public struct FigureToDate: Hashable, Sendable {
  /// The month it begins with: April, or the first of the definition in force.
  public let since: Month
  /// The months from then on that it covers.
  public let months: Int
  /// How many of them have a figure.
  public let present: Int
  /// What they come to.
  public let measurement: Measurement
  /// What is in of the month that lacks the most organisations; `nil` where none is lacking.
  public let coverage: Coverage?
}

extension Board {
  /// A flow from April to a month: numerators and denominators summed over the months, never percentages averaged. It
  /// begins with the definition in force, and says since when.
  ///
  /// - Missing: `nil` for snapshots, for money (whose positions are to date already) and without a single month.
  public func toDate(_ key: Series.Key, in period: Period) -> FigureToDate? {
    guard catalogue[key.metric]?.rollUp == .flow, case .month(let last) = period else { return nil }
    let series = series(key, grain: .month)
    let april = last.nhsYear.firstMonth
    let since = max(april, Board.definitionStart(key.metric, last: period).0 ?? april)
    let months = (0...max(0, since.months(until: last))).map { since.advanced(by: $0) }
    let known = months.compactMap { series[.month($0)] }.filter(\.measurement.isKnown)
    guard let first = known.first else { return nil }
    var sum = first.measurement
    for point in known.dropFirst() {
      guard let next = sum.adding(point.measurement) else { return nil }
      sum = next
    }
    if case .rate = sum { return nil }
    let lacking = known.compactMap { coverage(settled(key), $0) }.filter { !$0.hasEveryOrganisation }
    return FigureToDate(
      since: since, months: months.count, present: known.count, measurement: sum,
      coverage: lacking.max { $0.expected - $0.returned < $1.expected - $1.returned })
  }

  /// The figure of the same month, week or day a year before; `nil` across a change of definition.
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
    let earlier = period.advanced(by: -steps)
    guard isOneDefinition(key.metric, earlier, period) else { return nil }
    return figure(key, in: earlier, choice: choice)
  }

  /// Whether a metric was counted alike in two periods, the earlier one first.
  public func isOneDefinition(_ metric: MetricID, _ earlier: Period, _ later: Period) -> Bool {
    guard let start = Board.definitionStart(metric, last: later).0, let first = earlier.firstDay else { return true }
    return first >= start.firstDay
  }

  /// The organisations that an organisation took over between two periods: what was before is not of the same hospitals.
  public func takenOver(by code: OrganisationCode, between earlier: Period, and later: Period) -> [Organisation] {
    guard let first = earlier.firstDay, let last = later.lastDay else { return [] }
    return tree.predecessors(of: code).filter { organisation in
      guard let step = organisation.to?.advanced(by: 1).firstDay else { return false }
      return first < step && step <= last
    }
  }
}

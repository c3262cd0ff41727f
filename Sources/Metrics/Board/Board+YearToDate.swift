/// A figure from April to a month.
public struct FigureToDate: Hashable, Sendable {
  /// The first month: April, or the first month of the definition in force where that is later.
  public let since: Month
  /// How many months it covers from then on.
  public let months: Int
  /// How many of them have a figure.
  public let present: Int
  /// The sum over those months.
  public let measurement: Measurement
  /// The coverage of the month that lacks the most organisations; `nil` where none is lacking.
  public let coverage: Coverage?
}

extension Board {
  /// A flow from April to a month: numerators and denominators are summed over the months, and percentages are never
  /// averaged. It starts with the definition in force, and says since when.
  ///
  /// - Missing: `nil` for snapshots, for money (whose positions are to date already) and without a single month.
  public func toDate(_ key: Series.Key, in period: Period) -> FigureToDate? {
    guard let metric = catalogue[key.metric], metric.rollUp == .flow, case .month(let last) = period else { return nil }
    let series = series(key, grain: .month)
    let april = last.nhsYear.firstMonth
    // Months counted by an earlier definition are not part of the sum.
    let since = metric.definition(in: last).map { max($0.month, april) } ?? april
    let months = (0...max(0, since.months(until: last))).map { since.advanced(by: $0) }
    let known = months.compactMap { series[.month($0)] }.filter(\.measurement.isKnown)
    guard let first = known.first else { return nil }
    var sum = first.measurement
    for point in known.dropFirst() {
      guard let next = sum.adding(point.measurement) else { return nil }
      sum = next
    }
    if case .rate = sum { return nil }
    let (settledKey, subject) = (settled(key), SeriesSubject(key, on: self))
    let lacking = known.compactMap { coverage(settledKey, $0, subject) }.filter { !$0.hasEveryOrganisation }
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
    // The same weekday, so that Mondays are compared with Mondays.
    case .day: steps = 364
    case .undated: return nil
    }
    return earlierFigure(key, period.advanced(by: -steps), before: period, choice: choice)
  }

  /// The organisations that an organisation took over between two periods: earlier figures do not cover the same
  /// hospitals.
  public func takenOver(by code: OrganisationCode, between earlier: Period, and later: Period) -> [Organisation] {
    guard let first = earlier.firstDay, let last = later.lastDay else { return [] }
    return tree.predecessors(of: code).filter { organisation in
      guard let step = organisation.to?.advanced(by: 1).firstDay else { return false }
      return first < step && step <= last
    }
  }

  /// The figure of the period before; `nil` across a change of definition.
  public func periodBefore(_ key: Series.Key, _ period: Period, choice: TargetTable.Choice = .standard) -> Figure? {
    earlierFigure(key, period.advanced(by: -1), before: period, choice: choice)
  }

  /// An earlier figure to compare a later one with; `nil` where the definition changed between them.
  private func earlierFigure(
    _ key: Series.Key, _ earlier: Period, before period: Period, choice: TargetTable.Choice
  ) -> Figure? {
    if let metric = catalogue[key.metric], let first = earlier.month, let last = period.month,
      !metric.isComparable(first, with: last)
    {
      return nil
    }
    return figure(key, in: earlier, choice: choice)
  }
}

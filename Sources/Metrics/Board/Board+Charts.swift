import Statistics

extension Board {
  /// The control chart of a metric of an organisation up to a period.
  ///
  /// Delayed days are charted as beds (days ÷ days in the period), and money as the position in each month. A chart
  /// never crosses a change of definition.
  public func charted(
    _ key: Series.Key, upTo last: Period?, grain: Period.Grain, choice: TargetTable.Choice = .standard
  ) -> ChartedSeries {
    // What a chart of the latest periods has no room for is not worked out.
    chartHistory(key, grain: grain, choice: choice, endedBy: last?.lastDay, latest: ChartHistory.mostSlots)
      .charted(upTo: last)
  }

  /// Everything that the charts of a series are made from, whichever period they end with.
  public func chartHistory(
    _ key: Series.Key, grain: Period.Grain, choice: TargetTable.Choice = .standard
  ) -> ChartHistory {
    chartHistory(key, grain: grain, choice: choice, endedBy: nil, latest: .max)
  }

  /// The same, of the latest points that have ended by a day.
  private func chartHistory(
    _ key: Series.Key, grain: Period.Grain, choice: TargetTable.Choice, endedBy day: Day?, latest most: Int
  ) -> ChartHistory {
    let key = settled(key)
    let points =
      key.metric.isPosition
      ? nil : latestPoints(key, store.id(of: key), grain: grain, endedBy: day, atMost: most)
    return chartHistory(key, points, choice: choice, SeriesSubject(key, on: self), nil)
  }

  /// The same, of points that are at hand; the positions of money in each month where there are none.
  ///
  /// - Parameter targets: the targets that can apply to them, where they are at hand.
  func chartHistory(
    _ key: Series.Key, _ points: [SeriesPoint]?, choice: TargetTable.Choice, _ subject: SeriesSubject,
    _ targets: TargetTable.Standing?
  ) -> ChartHistory {
    ChartHistory(
      key: key, metric: subject.metric, setting: healthSystem.chartSetting(key.metric, of: key.organisation),
      takeovers: ChartTakeovers(key, on: self),
      points: points.map { chartedPoints(key, $0, choice: choice, subject, targets) }
        ?? monthlyPositions(of: key.organisation))
  }

  /// The figures of a series in the unit it is charted in.
  private func chartedPoints(
    _ key: Series.Key, _ points: [SeriesPoint], choice: TargetTable.Choice, _ subject: SeriesSubject,
    _ targets: TargetTable.Standing?
  ) -> [ChartedSeries.Slot] {
    let metric = subject.metric
    let targets = targets ?? standing(key, choice: choice, subject)
    let standards = choice == .standard ? nil : standing(key, choice: .standard, subject)
    func target(_ choice: TargetTable.Choice, _ targets: TargetTable.Standing?, in period: Period) -> Double? {
      let target = force(for: key, in: period, choice: choice, subject, targets).target
      return inChartedUnit(target?.value.ratio, metric, in: period)
    }
    let chartsFigures = metric?.unit != .pounds && metric?.traits.charting != .perDay
    return points.map { point in
      // A total that lacks organisations says nothing about the process: it is left out of limits and patterns.
      let isPartial = !(coverage(key, point, subject)?.hasEveryOrganisation ?? true)
      return ChartedSeries.Slot(
        period: point.period,
        value: isPartial
          ? nil
          : chartsFigures
            ? point.measurement.double
            : inChartedUnit(
              point.measurement.value, metric, in: point.period, days: point.origin.days(of: point.period)),
        target: target(choice, targets, in: point.period),
        standard: choice == .standard ? nil : target(.standard, standards, in: point.period), isPartial: isPartial)
    }
  }

  /// A value or target in the unit it is charted in: delayed days become beds, because months differ in length, and
  /// pounds become millions.
  ///
  /// - Parameter days: the number of days that the value covers, where it does not cover the whole period.
  func inChartedUnit(_ value: Ratio?, _ metric: Metric?, in period: Period, days: Int? = nil) -> Double? {
    guard let value else { return nil }
    if metric?.unit == .pounds { return (value / Ratio(1_000_000)).double }
    guard metric?.traits.charting == .perDay, let days = days ?? period.days else { return value.double }
    return (value / Ratio(days)).double
  }

  /// The position in each month: the difference between two positions to date. The first month of a year is its own
  /// position to date.
  private func monthlyPositions(of code: OrganisationCode) -> [ChartedSeries.Slot] {
    ledger.months(of: code).map { month in
      let now = ledger.position(of: code, in: month)
      let before = ledger.position(of: code, in: month.advanced(by: -1))
      func inMonth(_ amount: (LedgerPosition) -> Money?) -> Double? {
        guard let now, now.returned == now.expected, now.toDateBasis != nil, let current = amount(now) else {
          return nil
        }
        if month.numberInNHSYear == 1 { return Double(current.pounds) / 1e6 }
        guard let before, before.toDateBasis == now.toDateBasis, before.returned == now.returned,
          let earlier = amount(before)
        else {
          return nil
        }
        return Double((current - earlier).pounds) / 1e6
      }
      // A plan on another basis, now or a month ago, cannot be drawn as the line for the position.
      let isComparable = [now, before].allSatisfy { $0?.toDateNote.isEmpty ?? true }
      return ChartedSeries.Slot(
        period: .month(month), value: inMonth(\.actualToDate), target: isComparable ? inMonth(\.planToDate) : nil,
        isPartial: now.map { $0.returned < $0.expected } ?? false)
    }
  }
}

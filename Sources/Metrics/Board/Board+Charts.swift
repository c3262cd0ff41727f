import Statistics

extension Board {
  /// The control chart of a metric of an organisation up to a period.
  ///
  /// Delayed days are charted as beds (days ÷ days in the period), and money as the position in each month. A chart
  /// never crosses a change of definition.
  public func charted(
    _ key: Series.Key, upTo last: Period?, grain: Period.Grain, choice: TargetTable.Choice = .standard
  ) -> ChartedSeries {
    let points = chartedPoints(key, grain: grain, choice: choice) { points in
      // What a chart of the latest periods has no room for is not worked out.
      guard let end = last?.lastDay else { return points.suffix(ChartHistory.mostSlots) }
      let later = points.reversed().prefix { point in point.period.lastDay.map { $0 > end } ?? true }
      return points.dropLast(later.count).suffix(ChartHistory.mostSlots)
    }
    return ChartHistory(key: key, board: self, points: points).charted(upTo: last)
  }

  /// Everything that the charts of a series are made from, whichever period they end with.
  public func chartHistory(
    _ key: Series.Key, grain: Period.Grain, choice: TargetTable.Choice = .standard
  ) -> ChartHistory {
    ChartHistory(key: key, board: self, points: chartedPoints(key, grain: grain, choice: choice) { $0[...] })
  }

  /// The figures of a series in the unit it is charted in.
  ///
  /// - Parameter wanted: those of its points that a chart needs.
  private func chartedPoints(
    _ key: Series.Key, grain: Period.Grain, choice: TargetTable.Choice,
    wanted: ([SeriesPoint]) -> ArraySlice<SeriesPoint>
  ) -> [ChartedSeries.Slot] {
    if key.metric.isPosition { return monthlyPositions(of: key.organisation) }
    let (metric, targets) = (catalogue[key.metric], targetsOverTime(of: key, choice: choice))
    let standards = choice == .standard ? nil : targetsOverTime(of: key, choice: .standard)
    let settledKey = settled(key)
    return wanted(series(key, grain: grain).points).map { point in
      // A total that lacks organisations says nothing about the process: it is left out of limits and patterns.
      let isPartial = !(coverage(settledKey, point)?.hasEveryOrganisation ?? true)
      return ChartedSeries.Slot(
        period: point.period,
        value: isPartial
          ? nil
          : inChartedUnit(
            point.measurement.value, metric, in: point.period, days: point.origin.days(of: point.period)),
        target: inChartedUnit(targets(point.period)?.value.ratio, metric, in: point.period),
        standard: standards.flatMap { inChartedUnit($0(point.period)?.value.ratio, metric, in: point.period) },
        isPartial: isPartial)
    }
  }

  /// Where an organisation's own figures begin, after those of the organisations that it succeeded.
  func takeover(_ key: Series.Key, _ slots: [ChartedSeries.Slot]) -> (index: Int, remark: String)? {
    let predecessors = tree.predecessors(of: key.organisation)
    guard !predecessors.isEmpty else { return nil }
    let own = series(key).points.first { $0.origin != .fromPredecessors && $0.period != .undated }
    guard let first = own?.period, let index = slots.firstIndex(where: { $0.period >= first }), index > 0 else {
      return nil
    }
    let names = predecessors.map(\.shortName).joined(separator: " and ")
    return (index, "before \(slots[index].period.title) \(names)")
  }

  /// Which direction is better, in the terms of a control chart.
  func improvement(_ metric: MetricID) -> ImprovementDirection {
    switch catalogue[metric]?.direction ?? .neither {
    case .higher: .increase
    case .lower: .decrease
    case .neither: .neutral
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

  /// The points at which an organisation that kept its code took over another: `with RC1 from Apr 2020`.
  func mergers(
    of code: OrganisationCode, _ slots: [ChartedSeries.Slot]
  ) -> [(index: Int, remark: String)] {
    guard let first = slots.first?.period.firstDay else { return [] }
    if code == tree.system.code, let changed = healthSystem.area.changed, first < changed.firstDay,
      let index = slots.firstIndex(where: { ($0.period.firstDay ?? first) >= changed.firstDay })
    {
      return [(index, "today's area, which began in \(Period.month(changed).title)")]
    }
    return tree.predecessors(of: code).compactMap { organisation in
      guard let step = organisation.to?.advanced(by: 1), first < step.firstDay,
        let index = slots.firstIndex(where: { ($0.period.firstDay ?? first) >= step.firstDay })
      else { return nil }
      return (index, "with \(organisation.code) from \(Period.month(step).title)")
    }
  }
}

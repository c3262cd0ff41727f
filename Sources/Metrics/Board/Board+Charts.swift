extension Board {
  /// The control chart of a metric of a body up to a period.
  ///
  /// Delayed days are charted as beds (days ÷ days in the period), money as the position in each month. No chart crosses
  /// a change of definition.
  public func charted(
    _ key: Series.Key, upTo last: Period?, grain: Period.Grain, choice: TargetTable.Choice = .standard
  ) -> ChartedSeries {
    let points = chartedPoints(key, grain: grain, choice: choice)
    let (start, beginning) = Board.definitionStart(key.metric, last: last ?? points.last?.period)
    let known = points.filter { point in
      guard let first = point.period.firstDay, let end = point.period.lastDay else { return false }
      return (last?.lastDay.map { end <= $0 } ?? true) && (start.map { first >= $0.firstDay } ?? true)
    }
    let slots = Board.slots(known)
    let setting = healthSystem.chartSetting(key.metric, of: key.organisation)
    let rebases = ChartRebases(setting, slots)
    let succession = takeover(key, slots)
    var options = setting.options(improvement(key.metric), target: slots.last?.target ?? nil)
    options.rebaseIndices = rebases.indices
    let remarks = [
      beginning, setting.baselineRemark, rebases.remark, succession?.remark ?? mergers(of: key.organisation, slots),
    ]
    return ChartedSeries(
      unit: chartUnit(key.metric), slots: slots,
      chart: slots.isEmpty ? nil : try? ControlChart(values: slots.map(\.value), options: options),
      remark: remarks.filter { !$0.isEmpty }.joined(separator: "; "),
      marks: rebases.indices + (succession.map { [$0.index] } ?? []))
  }

  /// Every figure of a series in the unit it is charted in.
  private func chartedPoints(
    _ key: Series.Key, grain: Period.Grain, choice: TargetTable.Choice
  ) -> [ChartedSeries.Slot] {
    if key.metric == .controlTotal || key.metric == .yearToDate { return monthlyPositions(of: key.organisation) }
    return figures(key, grain: grain, choice: choice).map { figure in
      ChartedSeries.Slot(
        period: figure.period, value: inChartedUnit(figure.value, key.metric, in: figure.period),
        target: inChartedUnit(figure.target?.value.ratio, key.metric, in: figure.period))
    }
  }

  /// Where a body's own figures begin after those of the bodies it succeeded.
  private func takeover(_ key: Series.Key, _ slots: [ChartedSeries.Slot]) -> (index: Int, remark: String)? {
    let predecessors = tree.predecessors(of: key.organisation)
    guard !predecessors.isEmpty else { return nil }
    let own = series(key).points.first { $0.origin != .fromPredecessors && $0.period != .undated }
    guard let first = own?.period, let index = slots.firstIndex(where: { $0.period >= first }), index > 0 else {
      return nil
    }
    let names = predecessors.map(\.shortName).joined(separator: " and ")
    return (index, "before \(slots[index].period.title) \(names)")
  }

  private func improvement(_ metric: MetricID) -> ImprovementDirection {
    switch catalogue[metric]?.direction ?? .neither {
    case .higher: .increase
    case .lower: .decrease
    case .neither: .neutral
    }
  }

  private func chartUnit(_ metric: MetricID) -> String {
    switch catalogue[metric]?.unit ?? .patients {
    case .percent: "%"
    case .days: metric == .delayedDays ? "beds" : "days"
    case .pounds: metric == .controlTotal || metric == .yearToDate ? "£m in the month" : "£m"
    case .beds: "beds"
    case .patients: ""
    case .seconds: "seconds"
    }
  }

  /// A value or target in the unit it is charted in: delayed days become beds, because months differ in
  /// length, and pounds millions.
  func inChartedUnit(_ value: Ratio?, _ metric: MetricID, in period: Period) -> Double? {
    guard let value else { return nil }
    if catalogue[metric]?.unit == .pounds { return (value / Ratio(1_000_000)).double }
    guard metric == .delayedDays, let days = period.days else { return value.double }
    return (value / Ratio(days)).double
  }

  /// The position in each month: the difference of two positions to date; the first month of a year stands alone.
  private func monthlyPositions(of code: OrganisationCode) -> [ChartedSeries.Slot] {
    ledger.months(of: code).map { month in
      let now = ledger.position(of: code, in: month)
      let before = ledger.position(of: code, in: month.advanced(by: -1))
      func inMonth(_ amount: (LedgerPosition) -> Money?) -> Double? {
        guard let now, now.note.isEmpty, let current = amount(now) else { return nil }
        if month.numberInNHSYear == 1 { return Double(current.pounds) / 1e6 }
        guard let before, before.basis == now.basis, before.returned == now.returned, let earlier = amount(before)
        else {
          return nil
        }
        return Double((current - earlier).pounds) / 1e6
      }
      return ChartedSeries.Slot(period: .month(month), value: inMonth(\.actualToDate), target: inMonth(\.planToDate))
    }
  }

  /// The steps in a series where its body took over another: `with RC1 from Apr 2020`.
  private func mergers(of code: OrganisationCode, _ slots: [ChartedSeries.Slot]) -> String {
    guard let first = slots.first?.period.firstDay, let last = slots.last?.period.lastDay else { return "" }
    return tree.predecessors(of: code).compactMap { body -> String? in
      guard let step = body.to?.advanced(by: 1), first < step.firstDay, step.firstDay <= last else { return nil }
      return "with \(body.code) from \(Period.month(step).title)"
    }.joined(separator: "; ")
  }

  /// The first month of the definition in force at the end of a chart.
  private static func definitionStart(_ metric: MetricID, last: Period?) -> (Month?, String) {
    let change: (Month?, String)
    switch metric {
    case .cancer62Day, .cancer31Day:
      change = (Month(year: 2023, month: 10), "begins with the combined standard of October 2023")
    case .delayedDays: change = (Month(year: 2017, month: 4), "begins with the counting of beds in April 2017")
    default: return (nil, "")
    }
    guard let start = change.0, let month = last?.month, month >= start else { return (nil, "") }
    return change
  }

  /// One slot a period from the first to the last, whether there is a figure or not.
  private static func slots(_ points: [ChartedSeries.Slot]) -> [ChartedSeries.Slot] {
    guard let first = points.first?.period, let last = points.last?.period else { return [] }
    let byPeriod = Dictionary(points.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    var slots: [ChartedSeries.Slot] = []
    var period = last
    // Backwards, so that it is the oldest that a date a thousand years off would crowd out.
    while period >= first, slots.count < 2000 {
      slots.append(byPeriod[period] ?? ChartedSeries.Slot(period: period, value: nil, target: nil))
      period = period.advanced(by: -1)
    }
    return slots.reversed()
  }
}

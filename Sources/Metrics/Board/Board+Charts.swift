/// A series as a control chart sees it: one slot a period, gaps kept, in the unit it is charted in.
public struct ChartedSeries: Hashable, Sendable {
  /// One slot of the chart.
  public struct Slot: Hashable, Sendable {
    /// When.
    public let period: Period
    /// The charted value; `nil` where there was no return.
    public let value: Double?
    /// The target in force, in the charted unit; `nil` where there is none.
    public let target: Double?
  }

  /// What is charted: `%`, `beds`, `£m in the month`.
  public let unit: String
  /// In order of time, without holes.
  public let slots: [Slot]
  /// The chart of the slots; `nil` when there are none.
  public let chart: ControlChart?
  /// Why it begins where it begins, or is rebased; empty when it simply does.
  public let remark: String

  /// Whether its latest point is a special cause of concern.
  public var isConcerning: Bool {
    switch chart?.variation {
    case .concernHigh?, .concernLow?: true
    default: false
    }
  }

  /// Compares what is drawn.
  public static func == (left: ChartedSeries, right: ChartedSeries) -> Bool {
    left.slots == right.slots && left.unit == right.unit && left.remark == right.remark
  }
  /// Hashes what is drawn.
  public func hash(into hasher: inout Hasher) { hasher.combine(slots) }
}

extension Board {
  /// The control chart of a metric of a body up to a period.
  ///
  /// Delayed days are charted as beds (days ÷ days in the period), money as the position in each month. No chart crosses
  /// a change of definition.
  public func charted(
    _ key: Series.Key, upTo last: Period?, grain: Period.Grain, choice: TargetTable.Choice = .standard
  ) -> ChartedSeries {
    let isMoney = key.metric == .controlTotal || key.metric == .yearToDate
    let figures = isMoney ? [] : figures(key, grain: grain, choice: choice)
    let points =
      isMoney
      ? monthlyPositions(of: key.organisation)
      : figures.map { ($0.period, charted($0.value, $0), charted($0.target?.value.ratio, $0)) }
    let (start, remark) = Board.definitionStart(key.metric, last: last ?? points.last?.0)
    let known = points.filter { point in
      (last.map { point.0.lastDay ?? Day(number: 0) <= $0.lastDay ?? Day(number: 0) } ?? true)
        && (start.map { (point.0.firstDay ?? Day(number: 0)) >= $0.firstDay } ?? true) && point.0 != .undated
    }
    let slots = Board.slots(known)
    let settings = healthSystem.charts.filter { $0.metric == key.metric }
    let setting = settings.first { $0.organisation == key.organisation } ?? settings.first { $0.organisation == nil }
    let (rebases, rebaseRemark) = Board.rebases(setting, slots)
    let (baseline, baselineRemark) = Board.baseline(setting)
    let options = ControlChartOptions(
      improvement: improvement(key.metric), baseline: baseline, rebaseIndices: rebases, target: slots.last?.target ?? nil)
    let remarks = [remark, mergers(of: key.organisation, slots), rebaseRemark, baselineRemark]
    return ChartedSeries(
      unit: chartUnit(key.metric), slots: slots,
      chart: slots.isEmpty ? nil : try? ControlChart(values: slots.map(\.value), options: options),
      remark: remarks.filter { !$0.isEmpty }.joined(separator: "; "))
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

  /// A value or target of a figure in the unit it is charted in: delayed days become beds, because months differ in
  /// length, and pounds millions.
  private func charted(_ value: Ratio?, _ figure: Figure) -> Double? {
    guard let value else { return nil }
    if catalogue[figure.metric]?.unit == .pounds { return (value / Ratio(1_000_000)).double }
    guard figure.metric == .delayedDays, let days = figure.period.days else { return value.double }
    return (value / Ratio(days)).double
  }

  /// The position in each month: the difference of two positions to date of the same bodies on one basis; the first
  /// month of a year stands alone.
  private func monthlyPositions(of code: OrganisationCode) -> [(Period, Double?, Double?)] {
    ledger.months(of: code).map { month in
      let now = ledger.position(of: code, in: month)
      let before = ledger.position(of: code, in: month.advanced(by: -1))
      func inMonth(_ amount: (LedgerPosition) -> Money?) -> Double? {
        guard let now, now.note.isEmpty, let current = amount(now) else { return nil }
        if month.numberInNHSYear == 1 { return Double(current.pounds) / 1e6 }
        guard let before, before.basis == now.basis, before.returned == now.returned, let earlier = amount(before) else {
          return nil
        }
        return Double((current - earlier).pounds) / 1e6
      }
      return (.month(month), inMonth(\.actualToDate), inMonth(\.planToDate))
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

  private static func slots(_ points: [(Period, Double?, Double?)]) -> [ChartedSeries.Slot] {
    guard let first = points.first?.0, var period = points.last?.0 else { return [] }
    let byPeriod = Dictionary(points.map { ($0.0, ($0.1, $0.2)) }, uniquingKeysWith: { first, _ in first })
    var slots: [ChartedSeries.Slot] = []
    // Backwards, so that it is the oldest that a date a thousand years off would crowd out.
    while period >= first, slots.count < 2000 {
      let known = byPeriod[period]
      slots.append(ChartedSeries.Slot(period: period, value: known?.0, target: known?.1))
      period = period.advanced(by: -1)
    }
    return slots.reversed()
  }

  /// How many first points set the limits; fewer than 12 make none, so they become 12, and that is said.
  private static func baseline(_ setting: ChartSetting?) -> (Int?, String) {
    guard let wanted = setting?.baseline else { return (nil, "") }
    let shortest = ControlChartOptions.shortestBaseline
    return wanted < shortest ? (shortest, "baseline of \(shortest), not \(wanted): the fewest there can be") : (wanted, "")
  }

  /// Where limits start anew; a date that is none in the data moves to the next, and says so. One before the chart begins
  /// changes nothing in it.
  private static func rebases(_ setting: ChartSetting?, _ slots: [ChartedSeries.Slot]) -> ([Int], String) {
    guard let setting, !setting.rebase.isEmpty else { return ([], "") }
    var indices: [Int] = []
    var remarks: [String] = []
    for wanted in setting.rebase {
      guard let day = wanted.firstDay, let first = slots.first?.period.firstDay, first <= day,
        let index = slots.firstIndex(where: { ($0.period.firstDay ?? day) >= day })
      else { continue }
      indices.append(index)
      let moved = slots[index].period.firstDay != day ? " (moved from \(wanted.title))" : ""
      let reason = setting.reason.isEmpty ? "" : ": \(setting.reason)"
      remarks.append("rebased \(slots[index].period.title)\(moved)\(reason)")
    }
    return (indices, remarks.joined(separator: "; "))
  }
}

import Statistics

/// The figures of one series in the unit of its chart, and the control chart up to any of them.
///
/// Reading the figures is what takes time, so a caller that wants a chart for every period reads them once.
public struct ChartHistory: Sendable {
  let key: Series.Key
  let metric: Metric?
  let setting: ChartSetting
  let takeovers: ChartTakeovers
  /// In order of time, each period once; periods without a figure are not in it.
  let points: [ChartedSeries.Slot]

  /// The most periods of a chart: five years of days.
  static let mostSlots = 2000
  /// No fewer than the periods of a year and a month: as far back as the last whole figure is looked for.
  static let slotsOfYear = 400

  /// The control chart up to a period; of everything without one.
  public func charted(upTo last: Period?) -> ChartedSeries {
    let change = (last ?? points.last?.period)?.month.flatMap { metric?.definition(in: $0) }
    let slots = ChartHistory.slots(known(upTo: last?.lastDay, since: change?.month.firstDay))
    let rebases = ChartRebases(setting, slots)
    let takeover = takeovers.takeover(slots)
    // An organisation that kept its code and took over another is a different organisation from then on: its limits end
    // there, as they do at a change of definition. One that carries on the sum of its predecessors continues.
    let mergers = takeover == nil ? takeovers.mergers(slots) : []
    let steps = takeover.map { [$0] } ?? mergers
    var options = setting.options(improvement, target: slots.last?.target ?? nil)
    let merged =
      takeovers.isSystem ? [] : mergers.map(\.index).filter { $0 > 0 && !rebases.indices.contains($0) }
    options.rebaseIndices = merged.isEmpty ? rebases.indices.sorted() : (rebases.indices + merged).sorted()
    return ChartedSeries(
      unit: metric?.chartUnit ?? "", slots: slots,
      chart: slots.isEmpty ? nil : try? ControlChart(values: slots.map(\.value), options: options),
      remark: remark(slots, change, rebases, steps.map(\.remark), isMerged: !merged.isEmpty),
      marks: rebases.indices + steps.map(\.index), start: merged.max() ?? 0)
  }

  /// What has to be said of the chart; empty where there is nothing.
  private func remark(
    _ slots: [ChartedSeries.Slot], _ change: Metric.DefinitionChange?, _ rebases: ChartRebases, _ steps: [String],
    isMerged: Bool
  ) -> String {
    let partial = slots.count(where: \.isPartial)
    if partial == 0, change == nil, setting.baseline == nil, rebases.remark.isEmpty, steps.isEmpty { return "" }
    let lacking =
      partial == 0 ? "" : partial == 1 ? "1 incomplete total left out" : "\(partial) incomplete totals left out"
    let again = isMerged ? "limits begin again" : ""
    let remarks = [change?.remark ?? "", lacking, setting.baselineRemark, rebases.remark] + steps + [again]
    return remarks.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// Which direction is better, in the terms of a control chart.
  private var improvement: ImprovementDirection {
    switch metric?.direction ?? .neither {
    case .higher: .increase
    case .lower: .decrease
    case .neither: .neutral
    }
  }

  /// The points that end by a day and begin on or after another.
  private func known(upTo last: Day?, since first: Day?) -> ArraySlice<ChartedSeries.Slot> {
    // All are of one length and in order of time, so that those left out are at the ends.
    var known = points[...]
    while let end = known.last?.period.lastDay, let last, end > last { known.removeLast() }
    while let point = known.first {
      if let start = point.period.firstDay, first.map({ start >= $0 }) ?? true { break }
      known.removeFirst()
    }
    return known
  }

  /// One slot a period from the first to the last, whether there is a figure or not.
  private static func slots(_ points: ArraySlice<ChartedSeries.Slot>) -> [ChartedSeries.Slot] {
    guard let first = points.first?.period, let last = points.last?.period else { return [] }
    // Most series have a figure in every period: in order of time and each once, as many as lie between the ends.
    if first.advanced(by: points.count - 1) == last, points.count <= mostSlots { return Array(points) }
    var slots: [ChartedSeries.Slot] = []
    slots.reserveCapacity(points.count)
    var period = last
    var rest = points
    // Backwards, so that a date a thousand years away crowds out the oldest periods and not the latest.
    while period >= first, slots.count < mostSlots {
      while let known = rest.last, known.period > period { rest.removeLast() }
      if let known = rest.last, known.period == period {
        slots.append(known)
      } else {
        slots.append(ChartedSeries.Slot(period: period, value: nil, target: nil))
      }
      period = period.advanced(by: -1)
    }
    return slots.reversed()
  }
}

import Statistics

/// The figures of one series in the unit of its chart, and the control chart up to any of them.
///
/// Reading the figures is what takes time, so a caller that wants a chart for every period reads them once.
public struct ChartHistory: Sendable {
  let key: Series.Key
  let board: Board
  /// In order of time, each period once; periods without a figure are not in it.
  let points: [ChartedSeries.Slot]

  /// The most periods of a chart: five years of days.
  static let mostSlots = 2000

  /// The control chart up to a period; of everything without one.
  public func charted(upTo last: Period?) -> ChartedSeries {
    let metric = board.catalogue[key.metric]
    let change = (last ?? points.last?.period)?.month.flatMap { metric?.definition(in: $0) }
    let known = points.filter { point in
      guard let first = point.period.firstDay, let end = point.period.lastDay else { return false }
      return (last?.lastDay.map { end <= $0 } ?? true) && (change.map { first >= $0.month.firstDay } ?? true)
    }
    let slots = ChartHistory.slots(known)
    let setting = board.healthSystem.chartSetting(key.metric, of: key.organisation)
    let rebases = ChartRebases(setting, slots)
    let takeover = board.takeover(key, slots)
    // An organisation that kept its code and took over another is a different organisation from then on: its limits end
    // there, as they do at a change of definition. One that carries on the sum of its predecessors continues.
    let mergers = takeover == nil ? board.mergers(of: key.organisation, slots) : []
    let steps = takeover.map { [$0] } ?? mergers
    var options = setting.options(board.improvement(key.metric), target: slots.last?.target ?? nil)
    // A system has the same organisations throughout, whatever its area was called.
    let merged =
      key.organisation == board.tree.system.code
      ? [] : mergers.map(\.index).filter { $0 > 0 && !rebases.indices.contains($0) }
    options.rebaseIndices = (rebases.indices + merged).sorted()
    let partial = slots.count(where: \.isPartial)
    let lacking =
      partial == 0 ? "" : partial == 1 ? "1 incomplete total left out" : "\(partial) incomplete totals left out"
    let again = merged.isEmpty ? "" : "limits begin again"
    let remarks =
      [change?.remark ?? "", lacking, setting.baselineRemark, rebases.remark] + steps.map(\.remark) + [again]
    return ChartedSeries(
      unit: metric?.chartUnit ?? "", slots: slots,
      chart: slots.isEmpty ? nil : try? ControlChart(values: slots.map(\.value), options: options),
      remark: remarks.filter { !$0.isEmpty }.joined(separator: "; "),
      marks: rebases.indices + steps.map(\.index), start: merged.max() ?? 0)
  }

  /// One slot a period from the first to the last, whether there is a figure or not.
  private static func slots(_ points: [ChartedSeries.Slot]) -> [ChartedSeries.Slot] {
    guard let first = points.first?.period, let last = points.last?.period else { return [] }
    var slots: [ChartedSeries.Slot] = []
    slots.reserveCapacity(points.count)
    var period = last
    var rest = points[...]
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

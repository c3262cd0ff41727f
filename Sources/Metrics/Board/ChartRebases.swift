/// Where the limits of a chart are recalculated, and what must be said about it.
///
/// A rebase date without a figure moves to the next date that has one, and says so; a date with no figure after it is
/// not used, and says so.
struct ChartRebases {
  /// Positions among the slots.
  private(set) var indices: [Int] = []
  /// `rebased Nov 2016 (moved from Oct 2016): a new department`; empty when there is none.
  let remark: String

  /// The rebases of a setting on these slots.
  init(_ setting: ChartSetting, _ slots: [ChartedSeries.Slot]) {
    var remarks: [String] = []
    for wanted in setting.rebase {
      guard let day = wanted.firstDay, let first = slots.first?.period.firstDay else { continue }
      // Before the chart begins there is nothing to rebase, because another definition was in force.
      guard day >= first else { continue }
      guard let index = slots.firstIndex(where: { ($0.period.firstDay ?? first) >= day && $0.value != nil }) else {
        remarks.append("no rebase: \(wanted.title) has no figure yet")
        continue
      }
      indices.append(index)
      let moved = slots[index].period.firstDay != day ? " (moved from \(wanted.title))" : ""
      remarks.append("rebased \(slots[index].period.title)\(moved)")
    }
    let reason = setting.reason.isEmpty || indices.isEmpty ? "" : ": \(setting.reason)"
    remark = remarks.joined(separator: "; ") + reason
  }
}

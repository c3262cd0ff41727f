/// The organisations that an organisation took over, as far as its charts show where it did.
struct ChartTakeovers: Sendable {
  private let predecessors: [Organisation]
  /// The first period of its own figures, after those of the organisations that it succeeded.
  private let ownStart: Period?
  /// The month in which the area of the system changed, for the system itself.
  private let areaChange: Month?
  /// Whether it is the system, which has the same organisations throughout, whatever its area was called.
  let isSystem: Bool

  /// What an organisation on a board took over.
  init(_ key: Series.Key, on board: borrowing Board) {
    predecessors = board.tree.predecessors(of: key.organisation)
    ownStart =
      predecessors.isEmpty
      ? nil
      : board.series(key).points.first { $0.origin != .fromPredecessors && $0.period != .undated }?.period
    isSystem = key.organisation == board.tree.system.code
    areaChange = isSystem ? board.healthSystem.area.changed : nil
  }

  /// Where its own figures begin, after those of the organisations that it succeeded.
  func takeover(_ slots: [ChartedSeries.Slot]) -> (index: Int, remark: String)? {
    guard let ownStart, let index = slots.firstIndex(where: { $0.period >= ownStart }), index > 0 else { return nil }
    let names = predecessors.map(\.shortName).joined(separator: " and ")
    return (index, "before \(slots[index].period.title) \(names)")
  }

  /// The points at which an organisation that kept its code took over another: `with RC1 from Apr 2020`.
  func mergers(_ slots: [ChartedSeries.Slot]) -> [(index: Int, remark: String)] {
    if predecessors.isEmpty, areaChange == nil { return [] }
    guard let first = slots.first?.period.firstDay else { return [] }
    if let areaChange, first < areaChange.firstDay,
      let index = slots.firstIndex(where: { ($0.period.firstDay ?? first) >= areaChange.firstDay })
    {
      return [(index, "today's area, which began in \(Period.month(areaChange).title)")]
    }
    return predecessors.compactMap { organisation in
      guard let step = organisation.to?.advanced(by: 1), first < step.firstDay,
        let index = slots.firstIndex(where: { ($0.period.firstDay ?? first) >= step.firstDay })
      else { return nil }
      return (index, "with \(organisation.code) from \(Period.month(step).title)")
    }
  }
}

extension OrganisationRollUp {
  /// Sums the parts of a whole that no file states, where all of the parts are there.
  ///
  /// Only a breakdown with a closed list of items is known to be complete. Types of cancer, or items that an
  /// organisation defined itself, may overlap or be incomplete.
  func sumParts(in store: inout SeriesStore) {
    for metric in store.metrics.sorted() {
      let breakdowns = catalogue[metric]?.breakdowns.filter { $0.isPartition && !$0.itemNames.isEmpty } ?? []
      let closed = breakdowns.compactMap { ClosedBreakdown($0, in: store) }
      guard !closed.isEmpty else { continue }
      for code in store.organisations(with: metric) {
        guard let whole = store.id(metric, code) else { continue }
        let parts = store.parts(whole)
        for breakdown in closed where breakdown.isWhole(parts, in: store) {
          let items = breakdown.items.map { SeriesID.part($0, of: whole) }
          if let points = OrganisationRollUp.sums(of: items, beside: store.points(whole), in: store) {
            store.file(points, under: whole)
          }
        }
      }
    }
  }

  /// A breakdown whose items are all known.
  private struct ClosedBreakdown {
    let name: String
    /// The numbers of its items.
    let items: [Int32]

    /// `nil` where an item has no figure anywhere, because nothing can be complete then.
    init?(_ breakdown: Metric.Breakdown, in store: SeriesStore) {
      name = breakdown.name
      let numbers = breakdown.itemNames.keys.sorted().map { store.number(of: BreakdownItem(breakdown.name, $0)) }
      guard numbers.allSatisfy({ $0 != nil }) else { return nil }
      items = numbers.compactMap { $0 }
    }

    /// Whether these parts of an organisation are every item of the breakdown, and no others.
    func isWhole(_ parts: [Int32], in store: SeriesStore) -> Bool {
      items.allSatisfy(parts.contains)
        && parts.allSatisfy { items.contains($0) || store.part($0)?.breakdown != name }
    }
  }

  /// The points, with a sum for each period that they lack and that every part has a return for; `nil` where there is
  /// none.
  private static func sums(
    of items: [SeriesID], beside points: [SeriesPoint], in store: SeriesStore
  ) -> [SeriesPoint]? {
    let stated = Set(points.map(\.period))
    // A period that the first item has no figure for has no sum.
    guard let first = items.first, store.points(first).contains(where: { !stated.contains($0.period) }) else {
      return nil
    }
    let parts = items.map { store.points($0) }
    var sums: [Period: (measurement: Measurement, parts: Int)] = [:]
    for point in parts.joined() where !stated.contains(point.period) {
      guard let known = sums[point.period] else {
        sums[point.period] = (point.measurement, point.measurement == .notReturned ? 0 : 1)
        continue
      }
      // Rates have no sum, and a sum that includes one is not known; neither is a sum with a missing part.
      guard point.measurement != .notReturned, let sum = known.measurement.adding(point.measurement) else { continue }
      sums[point.period] = (sum, known.parts + 1)
    }
    let added = sums.compactMap { period, sum -> SeriesPoint? in
      sum.parts == parts.count
        ? SeriesPoint(period: period, measurement: sum.measurement, origin: .summedParts) : nil
    }
    return added.isEmpty ? nil : (points + added).sorted { $0.period < $1.period }
  }

  /// Gives an organisation that took over others their figures for the time before it has its own.
  func carryOverPredecessors(in store: inout SeriesStore) {
    var done: Set<OrganisationCode> = []
    for organisation in tree.byCode.values.sorted(by: { $0.code < $1.code }) {
      carryOver(to: organisation, &done, in: &store)
    }
  }

  /// Organisations that were themselves taken over come before those that took them over.
  private func carryOver(
    to organisation: Organisation, _ done: inout Set<OrganisationCode>, in store: inout SeriesStore
  ) {
    guard done.insert(organisation.code).inserted else { return }
    let predecessors = tree.predecessors(of: organisation.code)
    if predecessors.isEmpty { return }
    for predecessor in predecessors { carryOver(to: predecessor, &done, in: &store) }
    for metric in store.metrics {
      let parts = Set(predecessors.flatMap { store.parts(metric, $0.code) }).map(Optional.some)
      for part in [nil] + parts {
        let key = Series.Key(metric, organisation.code, part: part)
        let histories = predecessors.compactMap { predecessor -> (Organisation, [SeriesPoint])? in
          let points = store.points(Series.Key(metric, predecessor.code, part: part))
          return points.isEmpty ? nil : (predecessor, points)
        }
        let own = store.points(key)
        store.file(
          (OrganisationRollUp.carried(histories, before: own) + own).sorted { $0.period < $1.period }, under: key)
      }
    }
  }

  /// The sums of several histories, for the periods before a series has a figure of its own.
  ///
  /// There is no sum for a period in which one of them is missing, or for the rates of more than one. An undated figure
  /// is before nothing.
  private static func carried(
    _ histories: [(organisation: Organisation, points: [SeriesPoint])], before own: [SeriesPoint]
  ) -> [SeriesPoint] {
    let stated = Set(own.map(\.period))
    let first = own.first { $0.period != .undated && $0.measurement.isReturned }?.period.firstDay
    var sums: [Period: (measurement: Measurement, organisations: Int)] = [:]
    for (organisation, points) in histories {
      for point in points where point.measurement.isReturned && organisation.exists(in: point.period) {
        guard let last = point.period.lastDay, first.map({ last < $0 }) ?? true, !stated.contains(point.period) else {
          continue
        }
        guard let known = sums[point.period] else {
          sums[point.period] = (point.measurement, 1)
          continue
        }
        guard let sum = known.measurement.adding(point.measurement) else { continue }
        sums[point.period] = (sum, known.organisations + 1)
      }
    }
    return sums.compactMap { period, sum in
      let expected = histories.count { history in history.organisation.exists(in: period) }
      return sum.organisations == expected
        ? SeriesPoint(period: period, measurement: sum.measurement, origin: .fromPredecessors) : nil
    }
  }
}

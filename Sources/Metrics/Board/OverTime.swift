/// Combines shorter periods into longer ones: flows are summed; of a snapshot, the latest is used.
struct OverTime {
  /// The length of the periods wanted.
  let grain: Period.Grain
  /// How the metric rolls up.
  let rolls: Metric.RollUp

  init(to grain: Period.Grain, rolls: Metric.RollUp) {
    self.grain = grain
    self.rolls = rolls
  }

  /// The lengths that periods are made up of shorter ones.
  static let grains: [Period.Grain] = [.week, .month, .quarter, .year]

  /// The sum so far of the periods of one shorter grain.
  private struct Sum {
    var measurement: Measurement
    /// The number of periods that are in; of a snapshot, the position of the latest in the longer period.
    var present: Int
    let expected: Int
    /// The number of periods that are in, but lack organisations.
    var lacking = 0
    /// The days of the periods that are in; 0 for a snapshot.
    var days = 0
    /// The organisations in the sum, and those that belong to it, in the period that lacks the most.
    var organisations = (returned: 0, members: 0)
    /// The origin of a snapshot.
    var origin: Origin

    var isComplete: Bool { present >= expected && lacking == 0 }
  }

  /// The longer periods, in order of time, that the points of shorter ones add up to, whatever their order.
  ///
  /// Rates have no sum. Days, months and quarters are never added to each other: the longest grain that is complete is
  /// used, otherwise the longest.
  func points(_ points: [SeriesPoint]) -> [SeriesPoint] {
    let isInOrder = zip(points, points.dropFirst()).allSatisfy { $0.period < $1.period }
    return isInOrder ? inOrder(points) : inOrder(points.sorted { $0.period < $1.period })
  }

  private func inOrder(_ points: [SeriesPoint]) -> [SeriesPoint] {
    // In order of time the points of one longer period follow each other, so that its sums are the last ones.
    var sums: [(longer: Period, grain: Period.Grain, sum: Sum?)] = []
    for point in points where point.period.grain < grain && point.measurement.isReturned {
      guard let longer = point.period.rolledUp(to: grain) else { continue }
      if case .rate = point.measurement { continue }
      var place = sums.count - 1
      while place >= 0, sums[place].longer == longer, sums[place].grain != point.period.grain { place -= 1 }
      if place < 0 || sums[place].longer != longer {
        place = sums.count
        sums.append((longer, point.period.grain, nil))
      }
      add(point, to: &sums[place].sum, in: longer)
    }
    var longer: [SeriesPoint] = []
    var next = sums[...]
    while let first = next.first {
      let of = next.prefix { $0.longer == first.longer }
      next = next[of.endIndex...]
      let longestFirst = of.sorted { $0.grain > $1.grain }.compactMap(\.sum)
      guard let sum = longestFirst.first(where: \.isComplete) ?? longestFirst.first else { continue }
      longer.append(SeriesPoint(period: first.longer, measurement: sum.measurement, origin: origin(of: sum)))
    }
    return longer
  }

  /// The points, with the longer periods that they complete: months from all their days, quarters from all their
  /// months, years from all of either. Published periods stay as they are.
  static func completed(
    _ points: [SeriesPoint], to grains: [Period.Grain] = OverTime.grains, rolls: Metric.RollUp
  ) -> [SeriesPoint] {
    guard rolls != .none else { return points }
    var all = points
    for grain in grains where all.contains(where: { $0.period.grain < grain }) {
      let whole = OverTime(to: grain, rolls: rolls).points(all).filter { point in
        guard point.origin.coversPeriod else { return false }
        let known = Series.place(count: all.count, of: point.period) { all[$0].period }
        return known.map { all[$0].measurement == .notReturned } ?? true
      }
      if !whole.isEmpty { all = merged(all, with: whole) }
    }
    return all
  }

  /// Points in order of time with others, which take the place of those for the same period.
  private static func merged(_ points: [SeriesPoint], with others: [SeriesPoint]) -> [SeriesPoint] {
    var merged: [SeriesPoint] = []
    merged.reserveCapacity(points.count + others.count)
    var next = 0
    for point in points {
      while next < others.count, others[next].period < point.period {
        merged.append(others[next])
        next += 1
      }
      if next < others.count, others[next].period == point.period { continue }
      merged.append(point)
    }
    merged.append(contentsOf: others[next...])
    return merged
  }

  private func add(_ point: SeriesPoint, to sum: inout Sum?, in longer: Period) {
    if rolls == .snapshot {
      sum = Sum(
        measurement: point.measurement, present: OverTime.position(of: point.period, in: longer),
        expected: OverTime.count(of: point.period.grain, in: longer),
        lacking: point.origin.hasEveryOrganisation ? 0 : 1,
        organisations: OverTime.organisations(in: point.origin), origin: point.origin)
      return
    }
    let lacking = point.origin.hasEveryOrganisation ? 0 : 1
    let days = point.period.days ?? 0
    guard let known = sum else {
      sum = Sum(
        measurement: point.measurement, present: 1, expected: OverTime.count(of: point.period.grain, in: longer),
        lacking: lacking, days: days, organisations: OverTime.organisations(in: point.origin), origin: point.origin)
      return
    }
    guard let measurement = known.measurement.adding(point.measurement) else { return }
    sum?.measurement = measurement
    sum?.present += 1
    sum?.lacking += lacking
    sum?.days += days
    let organisations = OverTime.organisations(in: point.origin)
    if organisations.members - organisations.returned >= known.organisations.members - known.organisations.returned {
      sum?.organisations = organisations
    }
  }

  /// The number of organisations in a sum over them; 0 where it is no such sum.
  private static func organisations(in origin: Origin) -> (returned: Int, members: Int) {
    switch origin {
    case .rolledUp(let returned, let expected, _, _): (Int(returned), Int(expected))
    case .summedOverTime(_, _, _, _, let returned, let members): (Int(returned), Int(members))
    case .published, .summedParts, .fromPredecessors: (0, 0)
    }
  }

  /// The last snapshot of a quarter is the quarter's, wherever it comes from; an earlier one is not yet.
  private func origin(of sum: Sum) -> Origin {
    if rolls == .snapshot, sum.present >= sum.expected { return sum.origin }
    return .summedOverTime(
      present: Int16(clamping: sum.present), expected: Int16(clamping: sum.expected),
      lacking: Int16(clamping: sum.lacking), days: Int16(clamping: sum.days),
      returned: Int16(clamping: sum.organisations.returned), members: Int16(clamping: sum.organisations.members))
  }

  /// The number of periods of a shorter grain in a longer one.
  static func count(of shorter: Period.Grain, in longer: Period) -> Int {
    switch (longer.grain, shorter) {
    case (_, .day): longer.days ?? 0
    case (.quarter, _): 3
    case (.year, .month): 12
    case (.year, .quarter): 4
    default: 1
    }
  }

  /// The position of a shorter period in a longer one, counted from 1.
  private static func position(of shorter: Period, in longer: Period) -> Int {
    guard let start = longer.firstDay, let day = shorter.firstDay, let end = shorter.month else { return 1 }
    switch shorter.grain {
    case .day: return start.days(until: day) + 1
    case .quarter: return start.month.months(until: end) / 3 + 1
    default: return start.month.months(until: end) + 1
    }
  }
}

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

  /// The longer periods that the points of shorter ones, in order of time, add up to.
  ///
  /// Rates have no sum. Days, months and quarters are never added to each other: the longest grain that is complete is
  /// used, otherwise the longest.
  func points(_ points: [SeriesPoint]) -> [SeriesPoint] {
    var sums: [Period: [Period.Grain: Sum]] = [:]
    // In order of time the points of one longer period mostly follow each other: what they come to is filed at its end.
    var last: (longer: Period, grain: Period.Grain)?
    var sum: Sum?
    for point in points where point.period.grain < grain && point.measurement.isReturned {
      guard let longer = point.period.rolledUp(to: grain) else { continue }
      if case .rate = point.measurement { continue }
      if let place = last, place != (longer, point.period.grain) {
        sums[place.longer, default: [:]][place.grain] = sum
        sum = sums[longer]?[point.period.grain]
      }
      last = (longer, point.period.grain)
      add(point, to: &sum, in: longer)
    }
    if let last { sums[last.longer, default: [:]][last.grain] = sum }
    return sums.compactMap { period, byGrain in
      let longestFirst = byGrain.sorted { $0.key > $1.key }.map(\.value)
      guard let sum = longestFirst.first(where: \.isComplete) ?? longestFirst.first else { return nil }
      return SeriesPoint(period: period, measurement: sum.measurement, origin: origin(of: sum))
    }
  }

  /// The points, with the longer periods that they complete: months from all their days, quarters from all their
  /// months, years from all of either. Published periods stay as they are.
  static func completed(
    _ points: [SeriesPoint], to grains: [Period.Grain] = OverTime.grains, rolls: Metric.RollUp
  ) -> [SeriesPoint] {
    guard rolls != .none else { return points }
    var all = points
    for grain in grains where all.contains(where: { $0.period.grain < grain }) {
      let known = Set(all.lazy.filter { $0.period.grain == grain && $0.measurement != .notReturned }.map(\.period))
      let whole = OverTime(to: grain, rolls: rolls).points(all).filter {
        $0.origin.coversPeriod && !known.contains($0.period)
      }
      guard !whole.isEmpty else { continue }
      let added = Set(whole.map(\.period))
      all = (all.filter { !added.contains($0.period) } + whole).sorted { $0.period < $1.period }
    }
    return all
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

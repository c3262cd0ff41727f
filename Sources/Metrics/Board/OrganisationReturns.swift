/// The returns of one organisation for one series, and the date from which it makes them.
struct OrganisationReturns {
  /// Its own points, from the time in which it existed, in order of time.
  private(set) var points: [SeriesPoint]
  private let lifetime: Lifetime
  /// The months in which, or at the end of which, it made a return, in order of time.
  private let months: [Month]
  /// The first day that it made a return for; `nil` where no return has a date.
  private let begin: Day?
  private let hasUndated: Bool
  private let hasRates: Bool
  /// The length of its periods; `nil` where they differ.
  private let grain: Period.Grain?

  /// `nil` where there are no points at all.
  init?(_ lifetime: Lifetime, _ all: [SeriesPoint]) {
    self.lifetime = lifetime
    let isOwn = { OrganisationReturns.isOwn($0, lifetime) }
    // Nearly every organisation has only points of its own, and has always existed.
    points = all.allSatisfy(isOwn) ? all : all.filter(isOwn)
    guard let first = points.first else { return nil }
    var months: [Month] = []
    months.reserveCapacity(points.count)
    var begin: Day?
    var (hasUndated, hasRates) = (false, false)
    // A suppressed number is a return too.
    for point in points where point.measurement != .notReturned {
      if case .rate = point.measurement { hasRates = true }
      guard let month = point.period.month else {
        hasUndated = true
        continue
      }
      if month != months.last { months.append(month) }
      // Only a longer period, which ends later, can begin before the first.
      if begin == nil || point.period.grain > .month, let day = point.period.firstDay, begin.map({ day < $0 }) ?? true {
        begin = day
      }
    }
    (self.months, self.begin, self.hasUndated, self.hasRates) = (months, begin, hasUndated, hasRates)
    let grain = first.period.grain
    self.grain = points.allSatisfy { $0.period.grain == grain } ? grain : nil
  }

  /// What has to be known of a series of months to say what is in the sum of one month, and who was expected to be.
  ///
  /// Whoever made a return for the month was expected to; of the others the year before decides.
  init?(_ lifetime: Lifetime, upTo month: Month, of series: SeriesID, in store: SeriesStore) {
    if let point = store.point(series, in: .month(month)), point.measurement != .notReturned,
      OrganisationReturns.isOwn(point, lifetime)
    {
      self.init(lifetime, [point])
    } else {
      self.init(lifetime, store.points(series).filter { $0.period <= .month(month) })
    }
  }

  /// Whether a point is the organisation's own, from the time in which it existed.
  static func isOwn(_ point: SeriesPoint, _ lifetime: Lifetime) -> Bool {
    point.origin != .fromPredecessors && lifetime.meets(point.period)
  }

  /// Whether the organisation was expected to make a return: it existed, had made a return before, and had not been
  /// silent for a year.
  func isExpected(in period: Period) -> Bool {
    let month = period.month
    let past = month.map { month in months.count { $0 <= month } } ?? 0
    return isExpected(in: period, month: month, last: period.lastDay, past: past)
  }

  /// For each of these periods, in order of time, how many of several organisations should have made a return.
  static func expected(_ returns: [OrganisationReturns], in periods: [Period]) -> [Int] {
    var counts = [Int](repeating: 0, count: periods.count)
    let times = periods.map { (period: $0, month: $0.month, last: $0.lastDay) }
    for organisation in returns {
      // The months up to a period are among those up to the next one.
      var past = 0
      for place in times.indices {
        let time = times[place]
        if let month = time.month {
          while past < organisation.months.count, organisation.months[past] <= month { past += 1 }
        }
        if organisation.isExpected(in: time.period, month: time.month, last: time.last, past: past) {
          counts[place] += 1
        }
      }
    }
    return counts
  }

  /// - Parameter past: how many of its months are not after the period's.
  private func isExpected(in period: Period, month: Month?, last: Day?, past: Int) -> Bool {
    guard lifetime.meets(period) else { return false }
    guard let month, let last else { return hasUndated }
    guard past > 0 else { return begin.map { $0 <= last } ?? false }
    return months[past - 1].months(until: month) < 12
  }

  /// Adds to each organisation the periods that others published and that its own shorter ones complete: a month from
  /// all its days, a quarter from all its months.
  static func complete(_ returns: inout [OrganisationReturns], rolls: Metric.RollUp) {
    // Nearly always, all of them return periods of the same length, and nothing has to be made from shorter ones.
    guard rolls != .none, let first = returns.first,
      first.grain == nil || !returns.allSatisfy({ $0.grain == first.grain })
    else { return }
    var published: [Period] = []
    var grains = GrainSet()
    for organisation in returns {
      for point in organisation.points { grains.insert(point.period.grain) }
      add(organisation.points.lazy.filter(\.isSummable).map(\.period), to: &published)
    }
    // A sum that is longer than every period that anybody returned would be left out again; of snapshots the latest stands
    // for the longer period, and stays.
    let wanted = OverTime.grains.filter { grain in
      rolls == .snapshot || Period.Grain.allCases.contains { grains.contains($0) && $0 >= grain && $0 <= .year }
    }
    for place in returns.indices {
      let all = OverTime.completed(returns[place].points, to: wanted, rolls: rolls)
      returns[place].points = all.filter { point in
        !point.origin.isOverTime || Series.place(count: published.count, of: point.period) { published[$0] } != nil
      }
    }
  }

  /// Adds periods in order of time to others in order of time, each once.
  private static func add(_ periods: some Sequence<Period>, to known: inout [Period]) {
    var merged: [Period] = []
    merged.reserveCapacity(known.count)
    var next = 0
    for period in periods {
      while next < known.count, known[next] < period {
        merged.append(known[next])
        next += 1
      }
      if next < known.count, known[next] == period { next += 1 }
      merged.append(period)
    }
    merged.append(contentsOf: known[next...])
    known = merged
  }

  /// How many organisations returned a rate without counts, by period.
  static func rates(_ returns: [OrganisationReturns]) -> [Period: Int] {
    var rates: [Period: Int] = [:]
    for organisation in returns where organisation.hasRates {
      for point in organisation.points {
        if case .rate = point.measurement { rates[point.period, default: 0] += 1 }
      }
    }
    return rates
  }
}

extension SeriesPoint {
  /// Whether it is a return that can be part of a total: rates cannot.
  fileprivate var isSummable: Bool {
    if case .rate = measurement { return false }
    return measurement != .notReturned
  }
}

/// A series at one grain.
struct SumKey: Hashable, Sendable {
  let series: SeriesID
  let grain: Period.Grain
}

extension Board {
  /// A series as published or rolled up over organisations, at every grain that it has.
  public func series(_ key: Series.Key) -> Series {
    if key.metric.isPosition { return moneySeries(key) }
    return Series(key: settled(key), points: store.points(settled(key)))
  }

  /// A series at one grain: the published periods, and sums of shorter periods where those are missing.
  ///
  /// A published month takes precedence over the sum of its days; where the two differ, there is a problem.
  public func series(_ key: Series.Key, grain: Period.Grain) -> Series {
    if key.metric.isPosition { return series(moneySeries(key), grain: grain) }
    let key = settled(key)
    guard let id = store.id(of: key) else { return Series(key: key, points: []) }
    func made() -> Series { series(Series(key: key, points: store.points(id)), grain: grain) }
    guard store.hasPeriods(id, shorterThan: grain) else { return made() }
    return Series(key: key, points: sums.points(SumKey(series: id, grain: grain)) { made().points })
  }

  /// The same, of a series at every grain that it has.
  private func series(_ all: Series, grain: Period.Grain) -> Series {
    // Most series have one grain, and nothing shorter to sum.
    if all.points.allSatisfy({ $0.period.grain == grain }) { return all }
    let rolls = catalogue[all.key.metric]?.rollUp ?? .none
    var points = all.points.filter { $0.period.grain == grain }
    if rolls != .none, all.points.contains(where: { $0.period.grain < grain }) {
      let published = Set(points.lazy.filter { $0.measurement != .notReturned }.map(\.period))
      // A quarter is made from months, which are made from days first.
      let shorter = grain > .month ? OverTime.completed(all.points, to: [.month], rolls: rolls) : all.points
      let summed = OverTime(to: grain, rolls: rolls).points(shorter).filter { !published.contains($0.period) }
      let added = Set(summed.map(\.period))
      points = points.filter { !added.contains($0.period) } + summed
    }
    return Series(key: all.key, points: points.sorted { $0.period < $1.period })
  }

  /// The point of a series in a period, as `series(_:grain:)` has it; `nil` where there is none.
  func point(_ id: SeriesID, _ key: Series.Key, in period: Period) -> SeriesPoint? {
    let point = store.point(id, in: period)
    if let point, point.measurement != .notReturned { return point }
    // Only the sum of shorter periods can take the place of a return that was not made.
    return store.hasPeriods(id, shorterThan: period.grain) ? series(key, grain: period.grain)[period] : point
  }

  /// The key that a series is stored under: only a collective has a perspective.
  func settled(_ key: Series.Key) -> Series.Key {
    var key = key
    if !isCollective(key.organisation) { key.perspective = .providers }
    return key
  }

  /// The perspective that has figures: the one asked for, otherwise the other one.
  public func perspective(for metric: MetricID, of code: OrganisationCode, wanted: Perspective) -> Perspective {
    func hasFigures(_ perspective: Perspective) -> Bool {
      let key = Series.Key(metric, code, perspective: perspective)
      return store.hasPoints(key) || !store.parts(metric, code, perspective: perspective).isEmpty
        || tree.descendants(of: code).contains {
          perspective.includes($0.role) && store.hasPoints(Series.Key(metric, $0.code))
        }
    }
    return !hasFigures(wanted) && hasFigures(wanted.other) ? wanted.other : wanted
  }

  /// Whether an organisation has ever had a figure for a metric, whole or in parts.
  public func hasFigures(_ metric: MetricID, _ code: OrganisationCode) -> Bool {
    if metric.isPosition { return !ledger.months(of: code).isEmpty }
    return Perspective.allCases.contains {
      store.hasPoints(Series.Key(metric, code, perspective: $0)) || !store.parts(metric, code, perspective: $0).isEmpty
    }
  }

  /// The organisations below an organisation that have figures for a metric, from one perspective.
  public func organisations(with metric: MetricID, below code: OrganisationCode, perspective: Perspective)
    -> [Organisation]
  {
    if metric.isPosition {
      return ledger.organisations(of: code).filter { $0.code != code }
    }
    guard let number = store.number(of: metric) else { return [] }
    return tree.descendants(of: code).filter { organisation in
      perspective.includes(organisation.role)
        && (store.number(of: organisation.code).map { store.has(number, $0) } ?? false)
    }
  }

  /// The breakdown items that a metric of an organisation has, by breakdown, in the metric's own order.
  public func parts(_ metric: MetricID, of code: OrganisationCode, perspective: Perspective = .providers)
    -> [BreakdownItem]
  {
    let whole = store.id(metric, code, perspective: isCollective(code) ? perspective : .providers)
    return whole.map { parts($0, of: metric) }?.compactMap { store.part($0) } ?? []
  }

  /// The same, by the numbers of the parts.
  func parts(_ whole: SeriesID, of metric: MetricID) -> [Int32] {
    let parts = store.parts(whole)
    func breakdown(_ part: Int32) -> String? { store.part(part)?.breakdown }
    // They are sorted by breakdown and item, so only the breakdowns can be in another order.
    guard let first = parts.first, let last = parts.last, breakdown(first) != breakdown(last) else { return parts }
    let order = catalogue[metric]?.breakdowns.map(\.name) ?? []
    let known = order.flatMap { name in parts.filter { breakdown($0) == name } }
    return known + parts.filter { part in !(breakdown(part).map(order.contains) ?? false) }
  }

  /// The latest period of one grain, up to a limit, for which an organisation or one below it has a known figure of a
  /// metric.
  public func latestPeriod(
    _ metric: MetricID, of code: OrganisationCode, grain: Period.Grain, notAfter limit: Period? = nil
  ) -> Period? {
    let below = tree.descendants(of: code)
    var latest: Period?
    func look(at organisation: OrganisationCode, _ perspective: Perspective) {
      let key = settled(Series.Key(metric, organisation, perspective: perspective))
      let point = latestPoint(key, store.id(of: key), grain: grain, after: latest) { point in
        guard point.measurement.isKnown || point.measurement == .suppressed else { return false }
        return limit.map { point.period <= $0 } ?? Board.isComplete(point)
      }
      latest = point?.period ?? latest
    }
    if metric.isPosition || store.number(of: metric).map({ hasPeriods($0, grain) }) ?? false {
      for perspective in Perspective.allCases { look(at: code, perspective) }
      for organisation in below { look(at: organisation.code, .providers) }
    }
    if let latest { return latest }
    guard let number = store.number(of: metric), store.hasPeriods(number, of: grain) else { return nil }
    let codes = [code] + below.map(\.code)
    return codes.compactMap { latestPartPeriod(metric, of: $0, grain: grain, notAfter: limit) }.max()
  }

  /// Whether a metric can have periods of this length anywhere: its own, or sums of shorter ones.
  private func hasPeriods(_ metric: Int32, _ grain: Period.Grain) -> Bool {
    store.hasPeriods(metric, of: grain) || store.hasPeriods(metric, shorterThan: grain)
  }

  /// The latest period for which only the parts of an organisation's metric have figures.
  private func latestPartPeriod(
    _ metric: MetricID, of code: OrganisationCode, grain: Period.Grain, notAfter limit: Period?
  ) -> Period? {
    Perspective.allCases.flatMap { perspective in
      parts(metric, of: code, perspective: perspective).compactMap { part in
        store.points(settled(Series.Key(metric, code, part: part, perspective: perspective))).last { point in
          point.period.grain == grain && point.measurement.isKnown && limit.map { point.period <= $0 } ?? true
        }?.period
      }
    }.max()
  }

  /// Whether a point covers its whole period; a month for which only some days are in is shown only when asked for.
  static func isComplete(_ point: SeriesPoint) -> Bool {
    // A sum of every day covers its month even where organisations made no return: it says so, as a monthly total does.
    point.origin.hasEveryPeriod
  }
}

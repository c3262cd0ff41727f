/// Sums the figures of bodies into those of the places, groups and system above them, from counts only.
struct BodyRollUp {
  let tree: OrganisationTree
  let catalogue: [MetricID: Metric]

  /// Files the rolled-up series beside the published ones; the differences from totals that bodies state themselves.
  func apply(to store: inout SeriesStore) -> [Problem] {
    sumParts(in: &store)
    carryOverPredecessors(in: &store)
    var problems: [Problem] = []
    for metric in store.metrics.sorted() where catalogue[metric]?.unit != .pounds {
      for collective in tree.collectives {
        for lens in Lens.allCases {
          problems += rollUp(metric, to: collective, lens: lens, in: &store)
        }
      }
    }
    return problems
  }

  /// A whole that no file states is the sum of its parts, where the parts are known to be all of it.
  private func sumParts(in store: inout SeriesStore) {
    for metric in store.metrics.sorted() {
      guard let breakdowns = catalogue[metric]?.breakdowns.filter(\.isPartition) else { continue }
      for code in store.organisations(with: metric).sorted() {
        let whole = Series.Key(metric, code)
        var points = store.points(whole)
        for breakdown in breakdowns {
          let parts = store.parts(metric, code).filter { $0.breakdown == breakdown.name }
          let areKnown = breakdown.itemNames.isEmpty || parts.allSatisfy { breakdown.itemNames[$0.item] != nil }
          guard !parts.isEmpty, areKnown else { continue }
          points = BodyRollUp.adding(parts.map { store.points(Series.Key(metric, code, part: $0)) }, to: points)
        }
        store.file(points, under: whole)
      }
    }
  }

  private static func adding(_ parts: [[SeriesPoint]], to points: [SeriesPoint]) -> [SeriesPoint] {
    let stated = Set(points.map(\.period))
    var sums: [Period: Measurement] = [:]
    for point in parts.joined() where !stated.contains(point.period) {
      guard let sum = sums[point.period] else {
        sums[point.period] = point.measurement
        continue
      }
      // Rates have no sum, and a sum with one of them is not known.
      sums[point.period] = sum.adding(point.measurement) ?? .notReturned
    }
    let added = sums.compactMap { period, measurement -> SeriesPoint? in
      if case .rate = measurement { return nil }
      return measurement == .notReturned
        ? nil : SeriesPoint(period: period, measurement: measurement, origin: .summedParts)
    }
    return (points + added).sorted { $0.period < $1.period }
  }

  /// A body that took over others shows their figures for the time before it has its own.
  private func carryOverPredecessors(in store: inout SeriesStore) {
    for metric in store.metrics.sorted() {
      for body in tree.byCode.values.sorted(by: { $0.code < $1.code }) {
        let predecessors = tree.predecessors(of: body.code)
        guard !predecessors.isEmpty else { continue }
        let own = store.points(Series.Key(metric, body.code))
        let first = own.first { $0.period != .undated }?.period
        var sums: [Period: Measurement] = [:]
        for predecessor in predecessors {
          for point in store.points(Series.Key(metric, predecessor.code)) where first.map({ point.period < $0 }) ?? true {
            sums[point.period] = sums[point.period].flatMap { $0.adding(point.measurement) } ?? point.measurement
          }
        }
        let carried = sums.map { SeriesPoint(period: $0.key, measurement: $0.value, origin: .fromPredecessors) }
        store.file((own + carried).sorted { $0.period < $1.period }, under: Series.Key(metric, body.code))
      }
    }
  }

  /// One metric of one collective over one lens: the whole and every part.
  private func rollUp(
    _ metric: MetricID, to collective: Organisation, lens: Lens, in store: inout SeriesStore
  ) -> [Problem] {
    let members = tree.descendants(of: collective.code).filter { lens.roles.contains($0.role) && $0.counts }
    guard !members.isEmpty else { return [] }
    var parts: [BreakdownItem?] = [nil]
    parts += Set(members.flatMap { store.parts(metric, $0.code) }).sorted().map(Optional.some)
    var problems: [Problem] = []
    for part in parts {
      let rolled = sum(metric, part: part, over: members, in: store)
      let key = Series.Key(metric, collective.code, part: part, lens: lens)
      let stated = store.points(Series.Key(metric, collective.code, part: part))
        .filter { if case .published = $0.origin { true } else { false } }
      if lens == .providers { problems += compare(stated, with: rolled, collective, metric) }
      store.file(BodyRollUp.merge(rolled, stated), under: key)
    }
    return problems
  }

  /// The sum over bodies for each period. A body without a return is out of numerator and denominator alike.
  private func sum(
    _ metric: MetricID, part: BreakdownItem?, over members: [Organisation], in store: SeriesStore
  ) -> [SeriesPoint] {
    let series = members.map { (body: $0, points: store.points(Series.Key(metric, $0.code, part: part))) }
      .filter { !$0.points.isEmpty }
    var sums: [Period: (measurement: Measurement, returned: Int)] = [:]
    for (body, points) in series {
      for point in points where body.exists(in: point.period) {
        if case .fromPredecessors = point.origin { continue }
        if case .rate = point.measurement { continue }
        let isCount = if case .suppressed = point.measurement { part != nil } else { point.measurement.isKnown }
        guard isCount else { continue }
        if let known = sums[point.period] {
          guard let sum = known.measurement.adding(point.measurement) else { continue }
          sums[point.period] = (sum, known.returned + 1)
        } else {
          sums[point.period] = (point.measurement, 1)
        }
      }
    }
    return sums.map { period, sum in
      let expected = series.filter { BodyRollUp.isExpected($0.points, $0.body, in: period) }.count
      return SeriesPoint(
        period: period, measurement: sum.measurement,
        origin: .rolledUp(returned: Int16(clamping: sum.returned), expected: Int16(clamping: max(expected, sum.returned))))
    }.sorted { $0.period < $1.period }
  }

  /// Whether a body should have made a return: it existed, had begun, and had not been silent for a year.
  private static func isExpected(_ points: [SeriesPoint], _ body: Organisation, in period: Period) -> Bool {
    guard body.exists(in: period), let month = period.month else { return body.exists(in: period) }
    let known = points.filter { $0.measurement.isKnown && $0.period.grain == period.grain }
    guard let first = known.first?.period.month, let last = known.last?.period.month else { return false }
    return first <= month && last.months(until: month) < 12
  }

  /// Counts beat rates, and a complete sum beats what the body states; an incomplete one does not.
  private static func merge(_ rolled: [SeriesPoint], _ stated: [SeriesPoint]) -> [SeriesPoint] {
    var byPeriod = Dictionary(rolled.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    for point in stated {
      guard let sum = byPeriod[point.period] else {
        byPeriod[point.period] = point
        continue
      }
      let isComplete = if case .rolledUp(let returned, let expected) = sum.origin { returned == expected } else { true }
      if case .rate = point.measurement { continue }
      if !isComplete, point.measurement.isKnown { byPeriod[point.period] = point }
    }
    return byPeriod.values.sorted { $0.period < $1.period }
  }

  /// A collective that states its own figure is held against the sum of its bodies.
  private func compare(
    _ stated: [SeriesPoint], with rolled: [SeriesPoint], _ collective: Organisation, _ metric: MetricID
  ) -> [Problem] {
    let sums = Dictionary(rolled.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    return stated.compactMap { point in
      guard let sum = sums[point.period], case .rolledUp(let returned, let expected) = sum.origin,
        returned == expected, let said = point.measurement.value, let summed = sum.measurement.value
      else { return nil }
      if case .rate(let rate) = point.measurement, summed.rounded(places: rate.places) == rate.unscaled { return nil }
      guard said != summed else { return nil }
      return Problem(
        .warning,
        "\(collective.shortName) states \(metric) \(point.period.title) as \(point.measurement.text), and its "
          + "\(returned) bodies come to \(sum.measurement.text)",
        fix: "ask the publisher which is right; the board shows the sum", amount: (said - summed).magnitude)
    }
  }
}

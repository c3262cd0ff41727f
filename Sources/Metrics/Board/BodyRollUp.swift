/// Sums the figures of bodies into those of the places, groups and system above them, from counts only.
struct BodyRollUp {
  let tree: OrganisationTree
  let catalogue: [MetricID: Metric]
  /// The names of the files, by the number of their contribution.
  let files: [String]

  /// Files the rolled-up series beside the published ones; the differences from totals that bodies state themselves.
  func apply(to store: inout SeriesStore) -> [Problem] {
    sumParts(in: &store)
    carryOverPredecessors(in: &store)
    var problems: [Problem] = []
    for metric in store.metrics.sorted() where catalogue[metric]?.unit != .pounds {
      let bodies = store.organisations(with: metric)
      for collective in tree.collectives {
        let members = tree.descendants(of: collective.code).filter { $0.counts && bodies.contains($0.code) }
        problems += rollUp(metric, to: collective, over: members, in: &store)
      }
    }
    return problems
  }

  /// One metric of one collective over either lens: the whole and every part.
  private func rollUp(
    _ metric: MetricID, to collective: Organisation, over members: [Organisation], in store: inout SeriesStore
  ) -> [Problem] {
    var problems: [Problem] = []
    var parts: [BreakdownItem?] = [nil]
    parts += Set(members.flatMap { store.parts(metric, $0.code) }).sorted().map(Optional.some)
    for part in parts {
      let stated = store.points(Series.Key(metric, collective.code, part: part))
        .filter { if case .published = $0.origin { true } else { false } }
      for lens in Lens.allCases {
        let below = members.filter { lens.roles.contains($0.role) }
        guard !below.isEmpty else { continue }
        let rolled = sum(metric, part: part, over: below, in: store)
        if lens == .providers { problems += compare(stated, with: rolled, collective, metric, part) }
        let key = Series.Key(metric, collective.code, part: part, lens: lens)
        store.file(BodyRollUp.merge(rolled, stated), under: key)
      }
    }
    return problems
  }

  /// The sum over bodies for each period. A body without a return is out of numerator and denominator alike.
  private func sum(
    _ metric: MetricID, part: BreakdownItem?, over members: [Organisation], in store: SeriesStore
  ) -> [SeriesPoint] {
    let returns = members.compactMap { body in
      BodyReturns(body, store.points(Series.Key(metric, body.code, part: part)))
    }
    var sums: [Period: (measurement: Measurement, returned: Int)] = [:]
    for body in returns {
      for point in body.points {
        if case .rate = point.measurement { continue }
        // A number that is hidden leaves the sum of a part unknown; of a whole it is one return less.
        guard point.measurement.isReturned || (part != nil && point.measurement == .suppressed) else { continue }
        guard let known = sums[point.period] else {
          sums[point.period] = (point.measurement, 1)
          continue
        }
        guard let sum = known.measurement.adding(point.measurement) else { continue }
        sums[point.period] = (sum, known.returned + 1)
      }
    }
    return sums.map { period, sum in
      let expected = returns.count { $0.isExpected(in: period) }
      return SeriesPoint(
        period: period, measurement: sum.measurement,
        origin: .rolledUp(
          returned: Int16(clamping: sum.returned), expected: Int16(clamping: max(expected, sum.returned))))
    }.sorted { $0.period < $1.period }
  }

  /// A complete sum beats what the body states, and counts beat its rate; an incomplete sum beats neither.
  private static func merge(_ rolled: [SeriesPoint], _ stated: [SeriesPoint]) -> [SeriesPoint] {
    if stated.isEmpty { return rolled }
    var byPeriod = Dictionary(rolled.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    for point in stated {
      guard let sum = byPeriod[point.period] else {
        byPeriod[point.period] = point
        continue
      }
      let isComplete = if case .rolledUp(let returned, let expected) = sum.origin { returned == expected } else { true }
      if !isComplete || !sum.measurement.isReturned, point.measurement.isKnown { byPeriod[point.period] = point }
    }
    return byPeriod.values.sorted { $0.period < $1.period }
  }

  /// A collective that states its own figure is held against the sum of its bodies.
  private func compare(
    _ stated: [SeriesPoint], with rolled: [SeriesPoint], _ collective: Organisation, _ metric: MetricID,
    _ part: BreakdownItem?
  ) -> [Problem] {
    if stated.isEmpty { return [] }
    let sums = Dictionary(rolled.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    return stated.compactMap { point in
      guard case .published(let contribution, let rows) = point.origin, let sum = sums[point.period],
        case .rolledUp(let returned, let expected) = sum.origin, returned == expected,
        let difference = point.measurement.difference(sum.measurement)
      else { return nil }
      let name = part.map { "\(metric) \($0.item)" } ?? metric.text
      return Problem(
        .warning, file: files[Int(contribution)], line: rows.line,
        "\(collective.shortName) states \(name) \(point.period.title) as \(point.measurement.text), and "
          + (returned == 1 ? "the one body below it comes" : "the \(returned) bodies below it come")
          + " to \(sum.measurement.text)",
        fix: "ask the publisher which is right; the board shows the sum", amount: difference)
    }
  }
}

/// The returns of one body for one series, and since when it makes them.
private struct BodyReturns {
  /// The points of its own while it existed.
  let points: [SeriesPoint]
  private let body: Organisation
  /// The months in which, or at the end of which, it made a return, in order.
  private let months: [Month]

  /// `nil` where there are no points at all.
  init?(_ body: Organisation, _ all: [SeriesPoint]) {
    self.body = body
    points = all.filter { point in
      if case .fromPredecessors = point.origin { return false }
      return body.exists(in: point.period)
    }
    if points.isEmpty { return nil }
    var months: [Month] = []
    for point in points where point.measurement.isReturned {
      if let month = point.period.month, month != months.last { months.append(month) }
    }
    self.months = months
  }

  /// Whether the body should have made a return: it existed, had begun, and had not been silent for a year.
  func isExpected(in period: Period) -> Bool {
    guard body.exists(in: period) else { return false }
    guard let month = period.month else { return true }
    var low = 0
    var high = months.count
    while low < high {
      let middle = (low + high) / 2
      if months[middle] <= month { low = middle + 1 } else { high = middle }
    }
    return low > 0 && months[low - 1].months(until: month) < 12
  }
}

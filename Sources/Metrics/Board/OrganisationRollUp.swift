/// Sums the figures of organisations into those of the places, groups and system above them, from counts only.
struct OrganisationRollUp {
  let tree: OrganisationTree
  let catalogue: MetricCatalogue
  /// The names of the files, by the number of their contribution.
  let files: [String]

  /// Stores the rolled-up series beside the published ones; returns the differences from totals that organisations
  /// state themselves.
  func apply(to store: inout SeriesStore) -> [Problem] {
    sumParts(in: &store)
    carryOverPredecessors(in: &store)
    var problems: [Problem] = []
    for metric in store.metrics.sorted() where catalogue[metric]?.unit != .pounds {
      for collective in tree.collectives {
        let members = tree.descendants(of: collective.code).compactMap { organisation in
          organisation.counts && store.has(metric, organisation.code)
            ? store.id(metric, organisation.code).map { Member(organisation, $0) } : nil
        }
        problems += rollUp(metric, to: collective, over: members, in: &store)
      }
    }
    return problems
  }

  /// An organisation whose figures are summed.
  private struct Member {
    let role: OrganisationRole
    let lifetime: Lifetime
    /// The series of the whole metric.
    let whole: SeriesID

    init(_ organisation: Organisation, _ whole: SeriesID) {
      role = organisation.role
      lifetime = organisation.lifetime
      self.whole = whole
    }
  }

  /// One metric of one collective from either perspective: the whole and every part.
  private func rollUp(
    _ metric: MetricID, to collective: Organisation, over members: [Member], in store: inout SeriesStore
  ) -> [Problem] {
    let perspectives = Perspective.allCases.map { perspective in
      (perspective, members.filter { perspective.roles.contains($0.role) })
    }
    if perspectives.allSatisfy(\.1.isEmpty) { return [] }
    var problems: [Problem] = []
    var id = store.newID(metric, collective.code)
    for part in [-1] + store.parts(of: members.map(\.whole)) {
      (id.part, id.perspective) = (part, .providers)
      let stated = store.points(id).filter { if case .published = $0.origin { true } else { false } }
      for (perspective, below) in perspectives where !below.isEmpty {
        let rolled = sum(part: part, over: below, rolls: catalogue[metric]?.rollUp ?? .none, in: store)
          .filter { collective.exists(in: $0.period) }
        if let weighted = catalogue[metric], weighted.traits.per != nil {
          problems += compareWeighted(stated, with: rolled, collective, weighted)
        } else if perspective == .providers {
          problems += compare(stated, with: rolled, collective, metric, store.part(part))
        }
        id.perspective = perspective
        store.file(OrganisationRollUp.merge(rolled, stated), under: id)
      }
    }
    return problems
  }

  /// The sum over organisations for each period. An organisation without a return is in neither the numerator nor the
  /// denominator.
  private func sum(
    part: Int32, over members: [Member], rolls: Metric.RollUp, in store: SeriesStore
  ) -> [SeriesPoint] {
    var returns = members.compactMap { organisation in
      var id = organisation.whole
      id.part = part
      return OrganisationReturns(organisation.lifetime, store.points(id))
    }
    OrganisationReturns.complete(&returns, rolls: rolls)
    var sums: [PeriodSum] = []
    for organisation in returns { PeriodSum.add(organisation.points, ofPart: part >= 0, to: &sums) }
    let rates = OrganisationReturns.rates(returns)
    return sums.map { sum in
      let expected = OrganisationReturns.expected(returns, in: sum.period)
      let rates = rates[sum.period] ?? 0
      return SeriesPoint(
        period: sum.period, measurement: sum.measurement,
        origin: .rolledUp(
          returned: Int16(clamping: sum.returned),
          expected: Int16(clamping: max(expected, sum.returned + sum.suppressed + rates)),
          suppressed: Int16(clamping: sum.suppressed), rates: Int16(clamping: rates)))
    }
  }

  /// A complete sum takes precedence over what the organisation states, and counts over its rate; an incomplete sum
  /// takes precedence over neither.
  private static func merge(_ rolled: [SeriesPoint], _ stated: [SeriesPoint]) -> [SeriesPoint] {
    if stated.isEmpty { return rolled }
    var byPeriod = Dictionary(rolled.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    for point in stated {
      guard let sum = byPeriod[point.period] else {
        byPeriod[point.period] = point
        continue
      }
      if !sum.origin.hasEveryOrganisation || !sum.measurement.isReturned, point.measurement.isKnown {
        byPeriod[point.period] = point
      }
    }
    return byPeriod.values.sorted { $0.period < $1.period }
  }

  /// Compares the figure that a collective states itself with the sum of its organisations.
  private func compare(
    _ stated: [SeriesPoint], with rolled: [SeriesPoint], _ collective: Organisation, _ metric: MetricID,
    _ part: BreakdownItem?
  ) -> [Problem] {
    if stated.isEmpty { return [] }
    let sums = Dictionary(rolled.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    return stated.compactMap { point in
      guard case .published(let contribution, let rows) = point.origin, let sum = sums[point.period],
        case .rolledUp(let returned, let expected, _, _) = sum.origin, returned == expected,
        let difference = point.measurement.difference(sum.measurement)
      else { return nil }
      let name = part.map { "\(metric) \($0.item)" } ?? metric.text
      return Problem(
        .warning, file: files[Int(contribution)], line: rows.line,
        "\(collective.shortName) states \(name) \(point.period.title) as \(point.measurement.text), and "
          + (returned == 1 ? "the one organisation below it adds up" : "the \(returned) organisations below it add up")
          + " to \(sum.measurement.text)",
        fix: "ask the publisher which is right; the board shows the sum", amount: difference)
    }
  }
}

/// The sum over several organisations in one period.
private struct PeriodSum {
  let period: Period
  var measurement: Measurement
  var returned: Int
  /// The number of organisations whose figure is suppressed: their returns are not in the sum.
  var suppressed: Int

  /// What one organisation returned.
  private init(_ point: SeriesPoint, ofPart isPart: Bool) {
    period = point.period
    measurement = point.measurement
    let isHidden = PeriodSum.isHidden(point.measurement, ofPart: isPart)
    (returned, suppressed) = isHidden ? (0, 1) : (1, 0)
  }

  /// Adds the points of another organisation, in order of time, to sums in order of time.
  static func add(_ points: [SeriesPoint], ofPart isPart: Bool, to sums: inout [PeriodSum]) {
    // Most organisations make their returns for the same periods.
    guard sums.count == points.count, zip(sums, points).allSatisfy({ $0.period == $1.period }) else {
      sums = merged(points, ofPart: isPart, with: sums)
      return
    }
    for (place, point) in points.enumerated() where counts(point.measurement) {
      sums[place].add(point.measurement, ofPart: isPart)
    }
  }

  /// Adds the return of another organisation; a return that cannot be summed is left out.
  private mutating func add(_ other: Measurement, ofPart isPart: Bool) {
    if PeriodSum.isHidden(other, ofPart: isPart) {
      suppressed += 1
      return
    }
    if returned == 0 {
      (measurement, returned) = (other, 1)
      return
    }
    guard let sum = measurement.adding(other) else { return }
    measurement = sum
    returned += 1
  }

  private static func merged(
    _ points: [SeriesPoint], ofPart isPart: Bool, with sums: [PeriodSum]
  ) -> [PeriodSum] {
    var merged: [PeriodSum] = []
    merged.reserveCapacity(max(sums.count, points.count))
    var next = 0
    for point in points where counts(point.measurement) {
      while next < sums.count, sums[next].period < point.period {
        merged.append(sums[next])
        next += 1
      }
      guard next < sums.count, sums[next].period == point.period else {
        merged.append(PeriodSum(point, ofPart: isPart))
        continue
      }
      var sum = sums[next]
      next += 1
      sum.add(point.measurement, ofPart: isPart)
      merged.append(sum)
    }
    merged.append(contentsOf: sums[next...])
    return merged
  }

  /// Whether a measurement can be summed; rates cannot.
  private static func counts(_ measurement: Measurement) -> Bool {
    if case .rate = measurement { return false }
    return measurement != .notReturned
  }

  /// A suppressed number leaves the sum of a part unknown; in the sum of a whole it is one return less.
  private static func isHidden(_ measurement: Measurement, ofPart isPart: Bool) -> Bool {
    !isPart && measurement == .suppressed
  }
}

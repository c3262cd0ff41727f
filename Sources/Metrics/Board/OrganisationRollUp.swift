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
    let collectives = tree.collectives.map { Collective($0, below: tree.descendants(of: $0.code), in: store) }
    return store.metrics.sorted().filter { catalogue[$0]?.unit != .pounds }.flatMap { metric in
      rollUp(metric, to: collectives, in: &store)
    }
  }

  /// An organisation whose figures are summed.
  private struct Member {
    let role: OrganisationRole
    let lifetime: Lifetime
    /// Its number in the store.
    let number: Int32
  }

  /// A system, group or place, and the organisations below it that count and have figures.
  private struct Collective {
    let organisation: Organisation
    let members: [Member]

    init(_ organisation: Organisation, below: [Organisation], in store: SeriesStore) {
      self.organisation = organisation
      members = below.compactMap { member in
        guard member.counts, let number = store.number(of: member.code) else { return nil }
        return Member(role: member.role, lifetime: member.lifetime, number: number)
      }
    }
  }

  /// One metric of one collective, with the organisations that it is summed over from either perspective.
  private struct Sum {
    let collective: Organisation
    let members: [(perspective: Perspective, below: [Member])]
    let whole: SeriesID
    /// The parts that any of its organisations has, in order.
    var parts: ArraySlice<Int32>
    var problems: [Problem] = []
  }

  /// One metric of every collective: the whole and every part.
  ///
  /// A place and its system are summed over the same organisations, so that these are looked up part by part, and once.
  private func rollUp(
    _ metric: MetricID, to collectives: [Collective], in store: inout SeriesStore
  ) -> [Problem] {
    guard let number = store.number(of: metric) else { return [] }
    var sums: [Sum] = []
    for collective in collectives {
      let members = collective.members.filter { store.has(number, $0.number) }
      let perspectives = Perspective.allCases.map { perspective in
        (perspective: perspective, below: members.filter { perspective.includes($0.role) })
      }
      if perspectives.allSatisfy(\.below.isEmpty) { continue }
      sums.append(
        Sum(
          collective: collective.organisation, members: perspectives.filter { !$0.below.isEmpty },
          whole: store.newID(metric, collective.organisation.code),
          parts: store.parts(of: members.map { SeriesID(metric: number, organisation: $0.number, part: -1) })[...]))
    }
    var returns = MemberReturns(metric: number, rolls: catalogue[metric]?.rollUp ?? .none, in: store)
    for place in sums.indices { rollUp(metric, part: -1, to: &sums[place], &returns, in: &store) }
    while let part = sums.compactMap(\.parts.first).min() {
      returns.turn(to: part)
      for place in sums.indices where sums[place].parts.first == part {
        sums[place].parts.removeFirst()
        rollUp(metric, part: part, to: &sums[place], &returns, in: &store)
      }
    }
    return sums.flatMap(\.problems)
  }

  /// One series of one collective from either perspective.
  private func rollUp(
    _ metric: MetricID, part: Int32, to sum: inout Sum, _ returns: inout MemberReturns, in store: inout SeriesStore
  ) {
    let collective = sum.collective
    var id = SeriesID.part(part, of: sum.whole)
    let stated = store.points(id).filter { if case .published = $0.origin { true } else { false } }
    for (perspective, below) in sum.members {
      id.perspective = perspective
      if part >= 0, stated.isEmpty, returns.haveOneGrain {
        deferSum(of: collective, under: id, over: below, rolls: returns.rolls, in: &store)
        continue
      }
      let rolled = self.sum(part: part, over: returns.of(below, in: store)).filter { collective.exists(in: $0.period) }
      if let weighted = catalogue[metric], weighted.traits.per != nil {
        sum.problems += compareWeighted(stated, with: rolled, collective, weighted)
      } else if perspective == .providers {
        sum.problems += compare(stated, with: rolled, collective, metric, store.part(part))
      }
      store.file(OrganisationRollUp.merge(rolled, stated), under: id)
    }
  }

  /// One part of a collective that no file states. A national board has thousands of them, and shows one at a time: it is
  /// summed when it is first asked for.
  private func deferSum(
    of collective: Organisation, under id: SeriesID, over members: [Member], rolls: Metric.RollUp,
    in store: inout SeriesStore
  ) {
    // Nothing is made from shorter periods, so that the sum has a point where any of its organisations has.
    let hasPoint = members.contains { member in
      store.contains(SeriesID.part(id.part, of: SeriesID(metric: id.metric, organisation: member.number, part: -1))) {
        OrganisationReturns.isOwn($0, member.lifetime) && PeriodSum.counts($0.measurement)
          && collective.exists(in: $0.period)
      }
    }
    guard hasPoint else { return }
    let series = SeriesStore.DeferredSeries(
      points: { store in
        var returns = MemberReturns(metric: id.metric, rolls: rolls, in: store)
        returns.turn(to: id.part)
        return sum(part: id.part, over: returns.of(members, in: store)).filter { collective.exists(in: $0.period) }
      },
      point: { store, month in
        guard collective.exists(in: .month(month)) else { return nil }
        let returns = members.compactMap { member in
          let series = SeriesID(metric: id.metric, organisation: member.number, part: id.part)
          return OrganisationReturns(member.lifetime, upTo: month, of: series, in: store)
        }
        return sum(part: id.part, over: returns).first { $0.period == .month(month) }
      })
    store.file(series, under: id)
  }

  /// What the members of collectives returned of one series, each looked up once.
  private struct MemberReturns {
    let metric: Int32
    let rolls: Metric.RollUp
    /// Whether all periods of the metric have one length, so that none is made from shorter ones.
    let haveOneGrain: Bool
    private var part: Int32 = -1
    /// By the number of the organisation.
    private var known: [Looked]

    /// Whether it was looked for, and what was found.
    private enum Looked {
      case notYet, nothing
      case returns(OrganisationReturns)
    }

    init(metric: Int32, rolls: Metric.RollUp, in store: SeriesStore) {
      (self.metric, self.rolls) = (metric, rolls)
      haveOneGrain = store.hasOneGrain(metric)
      known = Array(repeating: .notYet, count: store.organisationCount)
    }

    /// Turns to another part.
    mutating func turn(to part: Int32) {
      self.part = part
      for place in known.indices { known[place] = .notYet }
    }

    /// The returns of those of some members that made any, completed from shorter periods.
    mutating func of(_ members: [Member], in store: SeriesStore) -> [OrganisationReturns] {
      var returns: [OrganisationReturns] = []
      returns.reserveCapacity(members.count)
      for member in members {
        let place = Int(member.number)
        if case .notYet = known[place] {
          let points = store.points(SeriesID(metric: metric, organisation: member.number, part: part))
          known[place] = OrganisationReturns(member.lifetime, points).map(Looked.returns) ?? .nothing
        }
        if case .returns(let found) = known[place] { returns.append(found) }
      }
      OrganisationReturns.complete(&returns, rolls: rolls)
      return returns
    }
  }

  /// The sum over organisations for each period. An organisation without a return is in neither the numerator nor the
  /// denominator.
  private func sum(part: Int32, over returns: [OrganisationReturns]) -> [SeriesPoint] {
    var sums: [PeriodSum] = []
    for organisation in returns { PeriodSum.add(organisation.points, ofPart: part >= 0, to: &sums) }
    let expected = OrganisationReturns.expected(returns, in: sums.map(\.period))
    let rates = OrganisationReturns.rates(returns)
    return zip(sums, expected).map { sum, expected in
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
  static func counts(_ measurement: Measurement) -> Bool {
    if case .rate = measurement { return false }
    return measurement != .notReturned
  }

  /// A suppressed number leaves the sum of a part unknown; in the sum of a whole it is one return less.
  private static func isHidden(_ measurement: Measurement, ofPart isPart: Bool) -> Bool {
    !isPart && measurement == .suppressed
  }
}

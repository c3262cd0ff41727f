/// Counts per 1,000 people that a system, place or commissioner serves, worked out from its count and its population:
/// for each month, and for quarters and NHS years of which every month is in. They are never summed.
///
/// Where the population is not stated there is no figure, and the page says so.
struct PerPopulation {
  let tree: OrganisationTree
  let catalogue: MetricCatalogue
  /// The metrics for which the system sets a target of its own.
  let wanted: Set<MetricID>

  /// The lengths of the periods it is worked out for.
  private static let grains: [Period.Grain] = [.month, .quarter, .year]

  /// Stores the figures of every metric that is per 1,000 of another.
  func apply(to store: inout SeriesStore) {
    for metric in catalogue.metrics {
      guard let count = metric.traits.perThousandOf, let counted = catalogue[count] else { continue }
      let organisations = tree.byCode.values.filter(\.role.servesPeople)
      // It is not wanted where no population is stated and no target is set.
      guard wanted.contains(metric.id) || organisations.contains(where: { $0.stated.population != nil }) else {
        continue
      }
      for organisation in organisations.sorted(by: { $0.code < $1.code }) {
        for perspective in Perspective.allCases {
          let points = points(of: Series.Key(count, organisation.code, perspective: perspective), counted, in: store)
          let key = Series.Key(metric.id, organisation.code, perspective: perspective)
          store.file(points.map { self.point($0, of: organisation) }, under: key)
        }
      }
    }
  }

  private func points(of key: Series.Key, _ counted: Metric, in store: SeriesStore) -> [SeriesPoint] {
    OverTime.completed(store.points(key), to: PerPopulation.grains, rolls: counted.rollUp).filter { point in
      PerPopulation.grains.contains(point.period.grain)
    }
  }

  private func point(_ counted: SeriesPoint, of organisation: Organisation) -> SeriesPoint {
    var measurement = counted.measurement
    if case .count(let count) = measurement {
      measurement = PerPopulation.rate(count, population: organisation.stated.population) ?? .notReturned
    }
    return SeriesPoint(period: counted.period, measurement: measurement, origin: counted.origin)
  }

  /// A count per 1,000 people; `nil` where the population is not known, and for a count too large to be one.
  static func rate(_ count: Count, population: Int?) -> Measurement? {
    guard let population, population > 0 else { return nil }
    // A thousand times the number; what is left out of it is too small to show.
    let thousands = count.parts / (Count.partsOfWhole / 1000)
    return count.parts == Int.max ? nil : .mean(total: thousands, of: population)
  }
}

extension OrganisationRole {
  /// Whether people live in its area; a provider treats whoever comes.
  fileprivate var servesPeople: Bool { self != .provider }
}

extension Board {
  /// What is missing for a figure per 1,000 people; empty where nothing is missing, and for every other metric.
  func withoutPopulation(_ key: Series.Key, _ point: SeriesPoint) -> String {
    guard case .notReturned = point.measurement, catalogue[key.metric]?.traits.perThousandOf != nil else { return "" }
    let organisation = organisation(key.organisation)
    return organisation.stated.population == nil ? "the population of \(organisation.shortName) is not stated" : ""
  }

  /// The target of a year or quarter of figures per 1,000 people: the sum of its months' targets, where each has one.
  func sumOfMonths(
    _ key: Series.Key, in period: Period, organisation: Organisation, choice: TargetTable.Choice
  ) -> Target? {
    guard let first = period.firstDay?.month, let last = period.lastDay?.month else { return nil }
    let months = (0...first.months(until: last)).map { first.advanced(by: $0) }
    let targets = months.compactMap { month in
      self.targets.target(
        for: key.metric, organisation: organisation, part: key.part, in: .month(month), choice: choice)
    }
    guard targets.count == months.count, let target = targets.last, targets.allSatisfy({ $0.rule == nil }) else {
      return nil
    }
    let places = targets.map(\.value.places).max() ?? 0
    let sum = targets.reduce(Ratio.zero) { $0 + $1.value.ratio }
    return target.coming(to: Decimal(sum.rounded(places: places), places: places))
  }
}

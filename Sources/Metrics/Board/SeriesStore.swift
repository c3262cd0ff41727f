/// Every series of a board. Which row is used where two files give the same figure is decided here, once.
///
/// A published series is stored as places in the files' own columns, eight bytes a point; its points are made when they
/// are asked for.
struct SeriesStore: Sendable {
  /// The storage of a series' points.
  enum Content {
    case none
    case published(Range<Int32>)
    case workedOut([SeriesPoint])
  }

  var names: SeriesNames
  var table: SeriesTable
  var contents: [Content]
  /// How series without content are worked out when they are first asked for, by their number; none of them is empty.
  var deferred: [Int: DeferredSeries] = [:]
  /// Those that were asked for.
  let madeOnce = PointsMadeOnce<Int>()
  /// The months of series of which only those were asked for; each holds one point, or none.
  let monthsMadeOnce = PointsMadeOnce<SumOfMonth>(most: 4096)
  /// The end of each published series among the places, where all figures are used as they were filed; otherwise empty.
  let ends: [Int32]
  /// The names and the lengths of periods that the files have, before anything is worked out.
  let filed: (names: SeriesNames, grains: [GrainSet])
  /// The points of published series, one series after the other, in order of time.
  let places: [ObservationPlace]
  let files: [Observations]
  /// The lengths of the periods of each metric, by its number.
  var grains: [GrainSet]
  /// The parts of a metric of an organisation, in order, by the number of the series of the whole.
  private var partsByWhole: [[Int32]] = []
  /// The organisations that have a series, by metric.
  private var hasSeries: [[Bool]] = []
  /// Differences between files that give the same figure.
  let disagreements: [Disagreement]

  /// One month of a series that is worked out when it is first asked for.
  struct SumOfMonth: Hashable, Sendable {
    /// The number of the series.
    let series: Int
    let month: Month
  }

  /// A series that is worked out when it is first asked for.
  struct DeferredSeries: Sendable {
    /// All its points, of which there is at least one.
    let points: @Sendable (SeriesStore) -> [SeriesPoint]
    /// Its point in one month, as it is among all its points, without the others being worked out.
    let point: @Sendable (SeriesStore, Month) -> SeriesPoint?
  }

  /// Two files that publish different figures for the same thing.
  struct Disagreement: Sendable {
    let used: String
    let other: String
    let metric: MetricID
    /// The figure on which they differ, with both values and the difference, or how many more there are; part of a
    /// sentence.
    let what: String
    /// The difference, in the metric's unit.
    let size: Ratio
    /// The line of the figure that is not used; `nil` where there are several.
    let line: Int?
  }

  /// - Parameter numbering: the numbers of the series of all figures, where they are known.
  init(_ contributions: [Contribution], numbering: SeriesNumbering? = nil) {
    let gathered = GatheredSeries(contributions, numbering: numbering)
    var precedence = Precedence(contributions)
    (places, contents) = SeriesStore.settled(gathered, &precedence)
    ends = gathered.areAsFiled ? gathered.ends : []
    filed = (gathered.names, gathered.grains)
    files = contributions.map(\.observations)
    names = gathered.names
    table = gathered.table
    grains = gathered.grains
    disagreements = precedence.disagreements.sorted {
      ($0.metric.text, $0.used, $0.other, $0.line ?? .max, $0.what)
        < ($1.metric.text, $1.used, $1.other, $1.line ?? .max, $1.what)
    }
    for id in gathered.table.ids { note(id) }
  }

  /// The points that are used, series by series, and what each series holds.
  private static func settled(
    _ gathered: GatheredSeries, _ precedence: inout Precedence
  ) -> (places: [ObservationPlace], contents: [Content]) {
    if gathered.areAsFiled { return (gathered.places, gathered.ranges.map { .published($0) }) }
    var places: [ObservationPlace] = []
    places.reserveCapacity(gathered.places.count)
    var contents: [Content] = []
    contents.reserveCapacity(gathered.table.ids.count)
    for number in gathered.table.ids.indices {
      let start = Int32(places.count)
      gathered.winners(of: number, &precedence, into: &places)
      contents.append(.published(start..<Int32(places.count)))
    }
    return (places, contents)
  }

  /// Every metric that has a figure.
  var metrics: Set<MetricID> {
    Set(hasSeries.indices.lazy.filter { hasSeries[$0].contains(true) }.map { names.metrics.values[$0] })
  }

  /// The codes that have a series of their own for a metric.
  func organisations(with metric: MetricID) -> [OrganisationCode] {
    guard let number = names.metrics[metric], Int(number) < hasSeries.count else { return [] }
    let has = hasSeries[Int(number)]
    return has.indices.lazy.filter { has[$0] }.map { names.organisations.values[$0] }
  }

  /// Whether an organisation has a series of its own for a metric.
  func has(_ metric: MetricID, _ organisation: OrganisationCode) -> Bool {
    guard let number = names.metrics[metric], let place = names.organisations[organisation] else { return false }
    return has(number, place)
  }

  /// The series with daily figures: the whole and every part.
  var dailySeries: [Series.Key] {
    table.ids.filter { hasPeriods($0.metric, of: .day) }.map { names.key($0) }
  }

  /// The number of a metric; `nil` where it has no figure.
  func number(of metric: MetricID) -> Int32? { names.metrics[metric] }

  /// The number of an organisation; `nil` where it has no figure.
  func number(of organisation: OrganisationCode) -> Int32? { names.organisations[organisation] }

  /// How many organisations have numbers.
  var organisationCount: Int { names.organisations.values.count }

  /// Whether an organisation has a series of its own for a metric, by their numbers.
  func has(_ metric: Int32, _ organisation: Int32) -> Bool {
    Int(metric) < hasSeries.count && Int(organisation) < hasSeries[Int(metric)].count
      && hasSeries[Int(metric)][Int(organisation)]
  }
}

/// Parts.
extension SeriesStore {
  /// The breakdown items of a metric of an organisation, in order.
  func parts(_ metric: MetricID, _ organisation: OrganisationCode, perspective: Perspective = .providers)
    -> [BreakdownItem]
  {
    id(metric, organisation, perspective: perspective).map { id in parts(id).map { names.parts.values[Int($0)] } } ?? []
  }

  /// The identity of the series of a whole; `nil` where there can be none.
  func id(_ metric: MetricID, _ organisation: OrganisationCode, perspective: Perspective = .providers) -> SeriesID? {
    names.id(of: Series.Key(metric, organisation, perspective: perspective))
  }

  /// The identity of a series; `nil` where there can be none.
  func id(of key: Series.Key) -> SeriesID? { names.id(of: key) }

  /// The same, for an organisation that may not have a figure yet.
  mutating func newID(_ metric: MetricID, _ organisation: OrganisationCode) -> SeriesID {
    names.newID(of: Series.Key(metric, organisation))
  }

  /// The numbers of the parts of a whole, in order.
  func parts(_ whole: SeriesID) -> [Int32] {
    table[whole].flatMap { $0 < partsByWhole.count ? partsByWhole[$0] : nil } ?? []
  }

  /// The numbers of the parts that any of these wholes has, in order.
  func parts(of wholes: [SeriesID]) -> [Int32] {
    var occurs = [Bool](repeating: false, count: names.parts.values.count)
    for whole in wholes {
      for part in parts(whole) { occurs[Int(part)] = true }
    }
    return occurs.indices.lazy.filter { occurs[$0] }.map { Int32($0) }
  }

  /// The number of a part; `nil` where it does not occur.
  func number(of part: BreakdownItem) -> Int32? { names.parts[part] }

  /// The part with a number; `nil` for the whole.
  func part(_ number: Int32) -> BreakdownItem? { number < 0 ? nil : names.parts.values[Int(number)] }

  /// Records that there is a series of this metric, organisation and part.
  mutating func note(_ id: SeriesID) {
    let (metric, organisation) = (Int(id.metric), Int(id.organisation))
    while hasSeries.count <= metric { hasSeries.append([]) }
    if hasSeries[metric].count <= organisation {
      hasSeries[metric] += Array(repeating: false, count: organisation + 1 - hasSeries[metric].count)
    }
    hasSeries[metric][organisation] = true
    guard id.part >= 0 else { return }
    var whole = id
    whole.part = -1
    let number = newNumber(of: whole)
    while partsByWhole.count <= number { partsByWhole.append([]) }
    SeriesStore.insert(id.part, into: &partsByWhole[number])
  }

  /// Inserts a number at its place, once.
  private static func insert(_ part: Int32, into parts: inout [Int32]) {
    // Mostly they come in order.
    if parts.last.map({ $0 < part }) ?? true {
      parts.append(part)
      return
    }
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle] < part { low = middle + 1 } else { high = middle }
    }
    if low == parts.count || parts[low] != part { parts.insert(part, at: low) }
  }
}

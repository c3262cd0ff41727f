/// Every series of a board. Which row is used where two files give the same figure is decided here, once.
///
/// A published series is stored as places in the files' own columns, eight bytes a point; its points are made when they
/// are asked for.
struct SeriesStore: Sendable {
  /// The storage of a series' points.
  private enum Content {
    case none
    case published(Range<Int32>)
    case workedOut([SeriesPoint])
  }

  private var names: SeriesNames
  private var table: SeriesTable
  private var contents: [Content]
  /// The points of published series, one series after the other, in order of time.
  private let places: [ObservationPlace]
  private let files: [Observations]
  /// The parts of a metric of an organisation, in order, by the number of the series of the whole.
  private var partsByWhole: [Int: [Int32]] = [:]
  /// The organisations that have a series, by metric.
  private var hasSeries: [[Bool]] = []
  /// The metrics that have daily figures.
  private let daily: Set<Int32>
  /// Differences between files that give the same figure.
  let disagreements: [Disagreement]

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

  init(_ contributions: [Contribution]) {
    let gathered = GatheredSeries(contributions)
    var precedence = Precedence(contributions)
    var places: [ObservationPlace] = []
    places.reserveCapacity(gathered.places.count)
    contents = []
    contents.reserveCapacity(gathered.table.ids.count)
    for number in gathered.table.ids.indices {
      let start = Int32(places.count)
      gathered.winners(of: number, &precedence, into: &places)
      contents.append(.published(start..<Int32(places.count)))
    }
    self.places = places
    files = contributions.map(\.observations)
    names = gathered.names
    table = gathered.table
    daily = gathered.daily
    disagreements = precedence.disagreements.sorted {
      ($0.metric.text, $0.used, $0.other, $0.line ?? .max, $0.what)
        < ($1.metric.text, $1.used, $1.other, $1.line ?? .max, $1.what)
    }
    for id in gathered.table.ids { note(id) }
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
    table.ids.filter { daily.contains($0.metric) }.map { names.key($0) }
  }

  private func has(_ metric: Int32, _ organisation: Int32) -> Bool {
    Int(metric) < hasSeries.count && Int(organisation) < hasSeries[Int(metric)].count
      && hasSeries[Int(metric)][Int(organisation)]
  }
}

/// Points.
extension SeriesStore {
  /// The points of a series in order of time; empty where there are none.
  func points(_ key: Series.Key) -> [SeriesPoint] { names.id(of: key).map { points($0) } ?? [] }

  /// The points of a series in order of time; empty where there are none.
  func points(_ id: SeriesID) -> [SeriesPoint] {
    guard let number = table[id] else { return [] }
    switch contents[number] {
    case .none: return []
    case .workedOut(let points): return points
    case .published(let range): return range.map { point(places[Int($0)]) }
    }
  }

  /// The point of a series in a period, if there is one.
  func point(_ key: Series.Key, in period: Period) -> SeriesPoint? {
    guard let id = names.id(of: key), let number = table[id] else { return nil }
    switch contents[number] {
    case .none: return nil
    case .workedOut(let points): return Series.point(count: points.count, in: period) { points[$0] }
    case .published(let range):
      return Series.point(count: range.count, in: period) { point(places[Int(range.lowerBound) + $0]) }
    }
  }

  /// Whether a series has points.
  func hasPoints(_ key: Series.Key) -> Bool {
    guard let id = names.id(of: key), let number = table[id] else { return false }
    return switch contents[number] {
    case .none: false
    case .workedOut(let points): !points.isEmpty
    case .published(let range): !range.isEmpty
    }
  }

  private func point(_ place: ObservationPlace) -> SeriesPoint {
    let file = files[Int(place.contribution)]
    let number = Int(place.observation)
    return SeriesPoint(
      period: file.periods[file.period(number)], measurement: file.measurement(number),
      origin: .published(contribution: place.contribution, rows: file.span(number)))
  }

  /// Stores a series in place of the previous one.
  mutating func file(_ points: [SeriesPoint], under key: Series.Key) {
    if !points.isEmpty { file(points, under: names.newID(of: key)) }
  }

  /// Stores a series in place of the previous one.
  mutating func file(_ points: [SeriesPoint], under id: SeriesID) {
    guard !points.isEmpty else { return }
    set(.workedOut(points), id)
    note(id)
  }

  private mutating func set(_ content: Content, _ id: SeriesID) {
    let number = self.number(of: id)
    contents[number] = content
  }

  private mutating func number(of id: SeriesID) -> Int {
    let number = table.number(of: id)
    if number == contents.count { contents.append(.none) }
    return number
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

  /// The same, for an organisation that may not have a figure yet.
  mutating func newID(_ metric: MetricID, _ organisation: OrganisationCode) -> SeriesID {
    names.newID(of: Series.Key(metric, organisation))
  }

  /// The numbers of the parts of a whole, in order.
  func parts(_ whole: SeriesID) -> [Int32] { table[whole].flatMap { partsByWhole[$0] } ?? [] }

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
  private mutating func note(_ id: SeriesID) {
    let (metric, organisation) = (Int(id.metric), Int(id.organisation))
    while hasSeries.count <= metric { hasSeries.append([]) }
    if hasSeries[metric].count <= organisation {
      hasSeries[metric] += Array(repeating: false, count: organisation + 1 - hasSeries[metric].count)
    }
    hasSeries[metric][organisation] = true
    guard id.part >= 0 else { return }
    var whole = id
    whole.part = -1
    let number = self.number(of: whole)
    SeriesStore.insert(id.part, into: &partsByWhole[number, default: []])
  }

  /// Inserts a number at its place, once.
  private static func insert(_ part: Int32, into parts: inout [Int32]) {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle] < part { low = middle + 1 } else { high = middle }
    }
    if low == parts.count || parts[low] != part { parts.insert(part, at: low) }
  }
}

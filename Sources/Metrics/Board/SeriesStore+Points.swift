/// The points of series: all of them, or one of them without the others being made.
extension SeriesStore {
  /// The points of a series in order of time; empty where there are none.
  func points(_ key: Series.Key) -> [SeriesPoint] { names.id(of: key).map { points($0) } ?? [] }

  /// The points of a series in order of time; empty where there are none.
  func points(_ id: SeriesID) -> [SeriesPoint] {
    guard let number = table[id] else { return [] }
    switch content(number) {
    case .none: return []
    case .workedOut(let points): return points
    case .published(let range):
      prefetch(range)
      return range.map { point(places[Int($0)]) }
    }
  }

  /// The point of a series in a period, if there is one.
  func point(_ key: Series.Key, in period: Period) -> SeriesPoint? {
    names.id(of: key).flatMap { point($0, in: period) }
  }

  /// The point of a series in a period, if there is one.
  func point(_ id: SeriesID, in wanted: Period) -> SeriesPoint? {
    guard let number = table[id] else { return nil }
    if case .none = contents[number], case .month(let month) = wanted, let sum = deferred[number],
      !madeOnce.has(number)
    {
      let points = monthsMadeOnce.points(SumOfMonth(series: number, month: month)) {
        sum.point(self, month).map { [$0] } ?? []
      }
      return points.first
    }
    switch content(number) {
    case .none: return nil
    case .workedOut(let points):
      return Series.place(count: points.count, of: wanted) { points[$0].period }.map { points[$0] }
    case .published(let range):
      let first = Int(range.lowerBound)
      // Only the point that is wanted is made: the others are asked for their periods.
      return Series.place(count: range.count, of: wanted) { period(places[first + $0]) }
        .map { point(places[first + $0]) }
    }
  }

  /// The latest point of a series that is as wanted, looked for among those after a period; `nil` where none is.
  func last(_ id: SeriesID, after start: Period?, where isWanted: (SeriesPoint) -> Bool) -> SeriesPoint? {
    guard let number = table[id] else { return nil }
    switch content(number) {
    case .none: return nil
    case .workedOut(let points):
      for point in points.reversed() {
        if let start, point.period <= start { return nil }
        if isWanted(point) { return point }
      }
    case .published(let range):
      for number in range.reversed() {
        let place = places[Int(number)]
        if let start, period(place) <= start { return nil }
        let point = point(place)
        if isWanted(point) { return point }
      }
    }
    return nil
  }

  /// The latest points of a series that have one length and have ended by a day, in order of time; no others are made.
  ///
  /// - Parameters:
  ///   - day: the day; `nil` for all points.
  ///   - most: how many points, where not all are wanted.
  func latest(_ id: SeriesID, of grain: Period.Grain, endedBy day: Day?, atMost most: Int) -> [SeriesPoint] {
    guard let number = table[id] else { return [] }
    var latest: [SeriesPoint] = []
    func isWanted(_ period: Period) -> Bool {
      // In order of time, all before one that has ended have ended too.
      period.grain == grain && (!latest.isEmpty || day.map { period.hasEnded(by: $0) } ?? true)
    }
    switch content(number) {
    case .none: return []
    case .workedOut(let points):
      for point in points.reversed() {
        if latest.count >= most { break }
        if isWanted(point.period) { latest.append(point) }
      }
    case .published(let range):
      latest.reserveCapacity(min(range.count, most))
      prefetch(range.suffix(most))
      for number in range.reversed() {
        if latest.count >= most { break }
        let place = places[Int(number)]
        if isWanted(period(place)) { latest.append(point(place)) }
      }
    }
    return latest.reversed()
  }

  /// Whether a series has points.
  func hasPoints(_ key: Series.Key) -> Bool {
    guard let id = names.id(of: key), let number = table[id] else { return false }
    return switch contents[number] {
    case .none: deferred[number] != nil
    case .workedOut(let points): !points.isEmpty
    case .published(let range): !range.isEmpty
    }
  }

  /// Whether a series has periods shorter than these, of which longer ones could be made.
  func hasPeriods(_ id: SeriesID, shorterThan grain: Period.Grain) -> Bool {
    guard hasPeriods(id.metric, shorterThan: grain), let number = table[id] else { return false }
    return switch contents[number] {
    // Only a metric whose periods all have one length has such series.
    case .none: deferred[number] != nil
    case .workedOut(let points): points.contains { $0.period.grain < grain }
    case .published(let range): range.contains { period(places[Int($0)]).grain < grain }
    }
  }

  /// Whether a metric has periods shorter than these anywhere.
  func hasPeriods(_ metric: Int32, shorterThan grain: Period.Grain) -> Bool {
    Int(metric) < grains.count && grains[Int(metric)].hasShorter(than: grain)
  }

  /// Whether a metric has periods of this length anywhere.
  func hasPeriods(_ metric: Int32, of grain: Period.Grain) -> Bool {
    Int(metric) < grains.count && grains[Int(metric)].contains(grain)
  }

  /// Whether a series has a point that is as wanted; stops at the first.
  func contains(_ id: SeriesID, where isWanted: (SeriesPoint) -> Bool) -> Bool {
    guard let number = table[id] else { return false }
    return switch content(number) {
    case .none: false
    case .workedOut(let points): points.contains(where: isWanted)
    case .published(let range): range.contains { isWanted(point(places[Int($0)])) }
    }
  }

  /// Whether all periods of a metric have one length.
  func hasOneGrain(_ metric: Int32) -> Bool { Int(metric) < grains.count && grains[Int(metric)].hasOne }

  /// What a series holds; what was deferred is worked out now.
  private func content(_ number: Int) -> Content {
    guard case .none = contents[number], let series = deferred[number] else { return contents[number] }
    return .workedOut(madeOnce.points(number) { series.points(self) })
  }

  /// The names of a series, by its number.
  func key(_ number: Int) -> Series.Key { names.key(table.ids[number]) }

  /// The names of a series.
  func key(_ id: SeriesID) -> Series.Key { names.key(id) }

  /// Takes the sum of one month that was worked out before; `nil` where there is none.
  func remember(_ point: SeriesPoint?, of key: Series.Key, in month: Month) {
    guard let number = names.id(of: key).flatMap({ table[$0] }), deferred[number] != nil else { return }
    _ = monthsMadeOnce.points(SumOfMonth(series: number, month: month)) { point.map { [$0] } ?? [] }
  }

  /// Takes the points of a series that was worked out before.
  func remember(_ points: [SeriesPoint], of key: Series.Key) {
    guard let number = names.id(of: key).flatMap({ table[$0] }), deferred[number] != nil else { return }
    _ = madeOnce.points(number) { points }
  }

  /// Asks for the memory of published points all at once: each may lie in a file of its own, and would be waited for.
  private func prefetch(_ range: Range<Int32>) {
    for number in range {
      let place = places[Int(number)]
      files[Int(place.contribution)].prefetch(Int(place.observation))
    }
  }

  private func period(_ place: ObservationPlace) -> Period {
    let file = files[Int(place.contribution)]
    return file.periods[file.period(Int(place.observation))]
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
    let number = newNumber(of: id)
    contents[number] = .workedOut(points)
    deferred[number] = nil
    let metric = Int(id.metric)
    while grains.count <= metric { grains.append(GrainSet()) }
    for point in points { grains[metric].insert(point.period.grain) }
    note(id)
  }

  /// Stores how a series is worked out when it is first asked for. It must have a point then, and all its points the one
  /// length that the metric's periods have.
  mutating func file(_ series: DeferredSeries, under id: SeriesID) {
    let number = newNumber(of: id)
    contents[number] = .none
    deferred[number] = series
    note(id)
  }

  /// The number of a series; a series without a number is given the next.
  mutating func newNumber(of id: SeriesID) -> Int {
    let number = table.number(of: id)
    if number == contents.count { contents.append(.none) }
    return number
  }
}

/// Lengths of periods.
struct GrainSet: Equatable, Sendable {
  private var bits: UInt8 = 0

  /// Whether this length is among them.
  func contains(_ grain: Period.Grain) -> Bool { bits & GrainSet.bit(grain) != 0 }

  /// Whether exactly one is among them.
  var hasOne: Bool { bits.nonzeroBitCount == 1 }

  /// Whether a shorter one is among them.
  func hasShorter(than grain: Period.Grain) -> Bool { bits & (GrainSet.bit(grain) - 1) != 0 }

  /// Adds one.
  mutating func insert(_ grain: Period.Grain) { bits |= GrainSet.bit(grain) }

  private static func bit(_ grain: Period.Grain) -> UInt8 { 1 << grain.rawValue }
}

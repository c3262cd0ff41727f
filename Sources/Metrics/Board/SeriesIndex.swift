/// The place of an observation: the number of its contribution, and its own number within it.
struct ObservationPlace {
  let contribution: Int32
  let observation: Int32
}

/// What identifies a series on a board: each name as its number in the board's lists.
struct SeriesID: Hashable, Sendable {
  var metric: Int32
  var organisation: Int32
  /// The part; -1 for the whole.
  var part: Int32
  var perspective = Perspective.providers

  /// A part of a whole.
  static func part(_ number: Int32, of whole: SeriesID) -> SeriesID {
    var id = whole
    id.part = number
    return id
  }
}

/// The series of a board, numbered from 0 in the order in which they were first met.
///
/// Every figure of every file looks up its series, so this is a hash table of whole numbers and not a `Dictionary`.
struct SeriesTable: Sendable {
  private var slots = [Int32](repeating: -1, count: 256)
  /// The identities of the series, by number.
  private(set) var ids: [SeriesID] = []

  /// The number of a series; `nil` where there is none.
  subscript(id: SeriesID) -> Int? {
    let number = slots[slot(of: id)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a series; a series without a number is given the next.
  mutating func number(of id: SeriesID) -> Int {
    let slot = slot(of: id)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(ids.count)
    ids.append(id)
    if ids.count * 2 > slots.count { grow() }
    return ids.count - 1
  }

  private func slot(of id: SeriesID) -> Int {
    let what = UInt64(UInt32(bitPattern: id.metric)) << 33 | UInt64(UInt32(bitPattern: id.part)) << 1
    let whose = UInt64(UInt32(bitPattern: id.organisation)) << 1 | UInt64(id.perspective.rawValue)
    let mixed = (what &* 0x9E37_79B9_7F4A_7C15) ^ (whose &* 0xC2B2_AE3D_27D4_EB4F)
    var slot = Int(truncatingIfNeeded: mixed ^ (mixed >> 29)) & (slots.count - 1)
    while slots[slot] >= 0, ids[Int(slots[slot])] != id { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in ids.indices { slots[slot(of: ids[number])] = Int32(number) }
  }
}

/// The names on a board, each with a number. Parts are numbered in their order.
struct SeriesNames: Sendable {
  private(set) var metrics = Numbering<MetricID>()
  private(set) var organisations = Numbering<OrganisationCode>()
  private(set) var parts: Numbering<BreakdownItem>
  /// Periods in order of time.
  private(set) var periods: Numbering<Period>

  /// The board's numbers for the entries of one file's lists.
  struct Numbers {
    let metrics: [Int32]
    let organisations: [Int32]
    let periods: [Int32]
    let parts: [Int32]
  }

  /// The names that occur in any file.
  init(_ contributions: [Contribution]) {
    parts = Numbering(inOrder: Set(contributions.lazy.flatMap(\.observations.parts)))
    periods = Numbering(inOrder: Set(contributions.lazy.flatMap(\.observations.periods)))
    for contribution in contributions {
      for metric in contribution.observations.metrics { _ = metrics.number(of: metric) }
      for organisation in contribution.observations.organisations { _ = organisations.number(of: organisation) }
    }
  }

  /// The board's numbers for the names of a file.
  func numbers(of observations: Observations) -> Numbers {
    Numbers(
      metrics: observations.metrics.map { metrics[$0] ?? 0 },
      organisations: observations.organisations.map { organisations[$0] ?? 0 },
      periods: observations.periods.map { periods[$0] ?? 0 }, parts: observations.parts.map { parts[$0] ?? 0 })
  }

  /// The identity of a series; `nil` where one of its names does not occur.
  func id(of key: Series.Key) -> SeriesID? {
    guard let metric = metrics[key.metric], let organisation = organisations[key.organisation] else { return nil }
    guard let part = key.part else {
      return SeriesID(metric: metric, organisation: organisation, part: -1, perspective: key.perspective)
    }
    return parts[part].map {
      SeriesID(metric: metric, organisation: organisation, part: $0, perspective: key.perspective)
    }
  }

  /// The identity of a series; names that do not occur are given numbers.
  mutating func newID(of key: Series.Key) -> SeriesID {
    SeriesID(
      metric: metrics.number(of: key.metric), organisation: organisations.number(of: key.organisation),
      part: key.part.map { parts.number(of: $0) } ?? -1, perspective: key.perspective)
  }

  /// The names of a series.
  func key(_ id: SeriesID) -> Series.Key {
    Series.Key(
      metrics.values[Int(id.metric)], organisations.values[Int(id.organisation)],
      part: id.part < 0 ? nil : parts.values[Int(id.part)], perspective: id.perspective)
  }
}

import Metrics

/// The figures of one file while it is being read, summed where the layout repeats a key.
struct FigureAccumulator {
  /// The key of a figure: metric, organisation, period and part, each as its number in the lists of
  /// `ContributionBuilder`.
  typealias Key = GatheredFigures.Key

  /// The place of each key among the observations, by its hash; -1 where there is none. Every row looks up several, so
  /// this is a table of whole numbers and not a `Dictionary`.
  private var slots = [Int32](repeating: -1, count: 64)
  /// The figures, without names yet.
  private(set) var gathered = GatheredFigures()

  /// Makes room for a number of figures.
  mutating func reserve(_ count: Int) { gathered.reserveCapacity(count) }

  /// Adds a figure that is complete: it is not looked up any more.
  mutating func append(_ measurement: Measurement, as key: Key, line: Int, rows: Int) {
    gathered.append(measurement, key, RowSpan(line: line, rows: rows))
  }

  /// Adds a measurement to a figure; `false` where the two cannot be summed.
  mutating func add(_ measurement: Measurement, to key: Key, line: Int, rows: Int = 1) -> Bool {
    let slot = slot(of: key)
    guard slots[slot] >= 0 else {
      slots[slot] = Int32(truncatingIfNeeded: gathered.rows.count)
      gathered.append(measurement, key, RowSpan(line: line, rows: rows))
      if gathered.rows.count * 2 > slots.count { file(in: slots.count * 2) }
      return true
    }
    let place = Int(slots[slot])
    if gathered.addCount(measurement, to: place, line: line, rows: rows) { return true }
    guard let sum = gathered.measurement(place).adding(measurement) else { return false }
    let span = gathered.span(place)
    gathered.replace(place, with: sum, RowSpan(line: min(span.line, line), rows: span.rows + rows))
    return true
  }

  /// The measurement of a figure so far, and its rows; `nil` where there is none.
  func figure(_ key: Key) -> (measurement: Measurement, rows: RowSpan)? {
    let place = Int(slots[slot(of: key)])
    return place < 0 ? nil : (gathered.measurement(place), gathered.span(place))
  }

  /// The slot of a key, or the slot where it would be stored.
  private func slot(of key: Key) -> Int {
    var slot = FigureAccumulator.hash(key) & (slots.count - 1)
    while slots[slot] >= 0, gathered.rows[Int(slots[slot])].key != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// A hash that few other keys share.
  private static func hash(_ key: Key) -> Int {
    let when = UInt64(UInt32(bitPattern: key.metric)) << 32 | UInt64(UInt32(bitPattern: key.period))
    let whose = UInt64(UInt32(bitPattern: key.organisation)) << 32 | UInt64(UInt32(bitPattern: key.part))
    let mixed = (when &* 0x9E37_79B9_7F4A_7C15) ^ (whose &* 0xC2B2_AE3D_27D4_EB4F)
    return Int(truncatingIfNeeded: mixed ^ (mixed >> 29))
  }

  /// Stores every key again in a table of this size, a power of two.
  private mutating func file(in size: Int) {
    slots = [Int32](repeating: -1, count: size)
    for place in gathered.rows.indices {
      slots[slot(of: gathered.rows[place].key)] = Int32(truncatingIfNeeded: place)
    }
  }
}

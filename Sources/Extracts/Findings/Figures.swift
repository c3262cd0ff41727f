import Metrics

/// The figures of one file while it is read, summed where the layout repeats its keys.
struct Figures {
  /// Which figure: metric, body, period and part, each by its number in the lists of `Findings`.
  struct Key: Equatable {
    let metric: Int32
    let period: Int32
    let organisation: Int32
    /// The part; -1 for the whole.
    let part: Int32

    /// A number that few other keys share.
    fileprivate var hash: UInt64 {
      let when = UInt64(UInt32(bitPattern: metric)) << 32 | UInt64(UInt32(bitPattern: period))
      let whose = UInt64(UInt32(bitPattern: organisation)) << 32 | UInt64(UInt32(bitPattern: part))
      let mixed = (when &* 0x9E37_79B9_7F4A_7C15) ^ (whose &* 0xC2B2_AE3D_27D4_EB4F)
      return mixed ^ (mixed >> 29)
    }
  }

  /// The place of each key in `keys`, by its hash; -1 where there is none. Every row asks for several, so that this is a
  /// table of whole numbers and no `Dictionary`.
  private var slots = [Int32](repeating: -1, count: 64)
  private(set) var keys: [Key] = []
  private var measurements: [Measurement] = []
  private var spans: [RowSpan] = []

  /// Makes room for so many figures.
  mutating func reserve(_ count: Int) {
    keys.reserveCapacity(count)
    measurements.reserveCapacity(count)
    spans.reserveCapacity(count)
    var size = slots.count
    while size < count * 2 { size *= 2 }
    if size > slots.count { file(in: size) }
  }

  /// Adds a measurement to a figure; `false` where the two have no sum.
  mutating func add(_ measurement: Measurement, to key: Key, line: Int, rows: Int = 1) -> Bool {
    let slot = slot(of: key)
    guard slots[slot] >= 0 else {
      slots[slot] = Int32(truncatingIfNeeded: keys.count)
      keys.append(key)
      measurements.append(measurement)
      spans.append(RowSpan(line: line, rows: rows))
      if keys.count * 2 > slots.count { file(in: slots.count * 2) }
      return true
    }
    let place = Int(slots[slot])
    guard let sum = measurements[place].adding(measurement) else { return false }
    measurements[place] = sum
    spans[place] = RowSpan(line: min(spans[place].line, line), rows: spans[place].rows + rows)
    return true
  }

  /// What a figure has come to, and where; `nil` where there is none.
  func figure(_ key: Key) -> (measurement: Measurement, rows: RowSpan)? {
    let place = Int(slots[slot(of: key)])
    return place < 0 ? nil : (measurements[place], spans[place])
  }

  /// Every figure, in the order they first came.
  func forEach(_ body: (Key, Measurement, RowSpan) -> Void) {
    for place in keys.indices { body(keys[place], measurements[place], spans[place]) }
  }

  /// Where a key is filed, or would be.
  private func slot(of key: Key) -> Int {
    var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
    while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// Files every key anew in a table of this size, a power of two.
  private mutating func file(in size: Int) {
    slots = [Int32](repeating: -1, count: size)
    for place in keys.indices { slots[slot(of: keys[place])] = Int32(truncatingIfNeeded: place) }
  }
}

import Metrics

/// The figures of one file while it is read, summed where the layout repeats its keys.
struct Figures {
  /// Which figure: metric, body, period and part, each by its number in the lists of `Findings`.
  struct Key: Hashable {
    let metric: Int32
    let period: Int32
    let organisation: Int32
    /// The part; -1 for the whole.
    let part: Int32

    /// Two words at a time.
    func hash(into hasher: inout Hasher) {
      hasher.combine(UInt64(truncatingIfNeeded: metric) << 32 | UInt64(UInt32(bitPattern: period)))
      hasher.combine(UInt64(truncatingIfNeeded: organisation) << 32 | UInt64(UInt32(bitPattern: part)))
    }
  }

  private var places: [Key: Int] = [:]
  private(set) var keys: [Key] = []
  private var measurements: [Measurement] = []
  private var spans: [RowSpan] = []

  /// Makes room for so many figures.
  mutating func reserve(_ count: Int) {
    places.reserveCapacity(count)
    keys.reserveCapacity(count)
    measurements.reserveCapacity(count)
    spans.reserveCapacity(count)
  }

  /// Adds a measurement to a figure; `false` where the two have no sum.
  mutating func add(_ measurement: Measurement, to key: Key, line: Int, rows: Int = 1) -> Bool {
    guard let place = places[key] else {
      places[key] = keys.count
      keys.append(key)
      measurements.append(measurement)
      spans.append(RowSpan(line: line, rows: rows))
      return true
    }
    guard let sum = measurements[place].adding(measurement) else { return false }
    measurements[place] = sum
    spans[place] = RowSpan(line: min(spans[place].line, line), rows: spans[place].rows + rows)
    return true
  }

  /// What a figure has come to, and where; `nil` where there is none.
  func figure(_ key: Key) -> (measurement: Measurement, rows: RowSpan)? {
    places[key].map { (measurements[$0], spans[$0]) }
  }

  /// Every figure, in the order they first came.
  func forEach(_ body: (Key, Measurement, RowSpan) -> Void) {
    for place in keys.indices { body(keys[place], measurements[place], spans[place]) }
  }
}

/// The figures of a file while it is being read: names are kept elsewhere, and are numbers here.
package struct GatheredFigures: Sendable {
  /// What identifies a figure in a file: each name as its number in the file's lists.
  package struct Key: Equatable, Sendable {
    package let metric: Int32
    package let period: Int32
    package let organisation: Int32
    /// The part; -1 for the whole.
    package let part: Int32

    /// The key of a metric of an organisation in a period, whole or a part.
    package init(metric: Int32, period: Int32, organisation: Int32, part: Int32) {
      self.metric = metric
      self.period = period
      self.organisation = organisation
      self.part = part
    }
  }

  /// One figure, and its place in the file; a line or a number of rows that does not fit 32 bits is given as the
  /// largest that does.
  package struct Row: Sendable {
    package let key: Key
    var measurement: PackedMeasurement
    var line: Int32
    var count: Int32
  }

  /// The figures, in the order in which they first came.
  package private(set) var rows: [Row] = []
  /// Measurements that do not fit into a row, by the number that the row has instead.
  private(set) var large: [Measurement] = []

  /// No figures.
  package init() {}

  /// Makes room for a number of figures.
  package mutating func reserveCapacity(_ count: Int) { rows.reserveCapacity(count) }

  /// Adds a figure after the others.
  package mutating func append(_ measurement: Measurement, _ key: Key, _ span: RowSpan) {
    rows.append(
      Row(
        key: key, measurement: packed(measurement), line: Int32(clamping: span.line), count: Int32(clamping: span.rows))
    )
  }

  /// Replaces the measurement of a figure.
  package mutating func replace(_ place: Int, with measurement: Measurement, _ span: RowSpan) {
    if let number = rows[place].measurement.large {
      large[number] = measurement
    } else {
      rows[place].measurement = packed(measurement)
    }
    rows[place].line = Int32(clamping: span.line)
    rows[place].count = Int32(clamping: span.rows)
  }

  /// Adds a count to what a figure has come to, where that is a count too and the sum fits into its row, as nearly every sum
  /// does; `false` where nothing was added.
  package mutating func addCount(_ measurement: Measurement, to place: Int, line: Int, rows more: Int) -> Bool {
    guard case .count(let count) = measurement, rows[place].measurement.kind == .count,
      count.isInHalves, let added = Int32(exactly: count.halves)
    else { return false }
    let (sum, overflows) = rows[place].measurement.first.addingReportingOverflow(added)
    guard !overflows else { return false }
    rows[place].measurement = PackedMeasurement(kind: .count, sum, 0)
    rows[place].line = min(rows[place].line, Int32(clamping: line))
    rows[place].count = Int32(clamping: Int(rows[place].count) + more)
    return true
  }

  /// The measurement of a figure.
  package func measurement(_ place: Int) -> Measurement {
    let packed = rows[place].measurement
    return packed.large.map { large[$0] } ?? packed.measurement
  }

  /// The place of a figure in the file.
  package func span(_ place: Int) -> RowSpan { RowSpan(line: Int(rows[place].line), rows: Int(rows[place].count)) }

  private mutating func packed(_ measurement: Measurement) -> PackedMeasurement {
    if let packed = PackedMeasurement(measurement) { return packed }
    large.append(measurement)
    return PackedMeasurement(large: large.count - 1)
  }
}

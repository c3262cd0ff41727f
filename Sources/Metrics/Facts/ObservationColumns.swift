/// The columns of a file's figures: shared by all who use them, and never changed.
final class ObservationColumns: Sendable {
  let metrics: [MetricID]
  let organisations: [OrganisationCode]
  let periods: [Period]
  let parts: [BreakdownItem]
  let metric: NumberColumn
  let organisation: NumberColumn
  let period: NumberColumn
  /// The part; -1 for the whole.
  let part: NumberColumn
  private let kind: NumberColumn
  private let first: NumberColumn
  private let second: NumberColumn
  let line: NumberColumn
  let rowCount: NumberColumn
  /// Measurements that do not fit 32 bits, by the number that the row has instead.
  private let large: [Measurement]

  init(
    _ figures: GatheredFigures, metrics: [MetricID], organisations: [OrganisationCode], periods: [Period],
    parts: [BreakdownItem]
  ) {
    let rows = figures.rows
    var numbers = [Int32](repeating: 0, count: rows.count)
    self.metrics = metrics
    self.organisations = organisations
    self.periods = periods
    self.parts = parts
    metric = ObservationColumns.column(rows, &numbers) { $0.key.metric }
    organisation = ObservationColumns.column(rows, &numbers) { $0.key.organisation }
    period = ObservationColumns.column(rows, &numbers) { $0.key.period }
    part = ObservationColumns.column(rows, &numbers) { $0.key.part }
    kind = ObservationColumns.column(rows, &numbers) { Int32($0.measurement.kind.rawValue) }
    first = ObservationColumns.column(rows, &numbers) { $0.measurement.first }
    second = ObservationColumns.column(rows, &numbers) { $0.measurement.second }
    line = ObservationColumns.column(rows, &numbers) { $0.line }
    rowCount = ObservationColumns.column(rows, &numbers) { $0.count }
    large = figures.large
  }

  /// The next columns in stored bytes, with this many figures.
  init(from bytes: inout StoredReader, count: Int) throws(StoredDamage) {
    metrics = try bytes.value()
    organisations = try bytes.value()
    periods = try bytes.value()
    parts = try bytes.value()
    metric = try NumberColumn(from: &bytes, count: count)
    organisation = try NumberColumn(from: &bytes, count: count)
    period = try NumberColumn(from: &bytes, count: count)
    part = try NumberColumn(from: &bytes, count: count)
    kind = try NumberColumn(from: &bytes, count: count)
    first = try NumberColumn(from: &bytes, count: count)
    second = try NumberColumn(from: &bytes, count: count)
    line = try NumberColumn(from: &bytes, count: count)
    rowCount = try NumberColumn(from: &bytes, count: count)
    large = try bytes.value()
  }

  /// The column of the number that `value` gives for each row; `numbers` has room for as many.
  @inline(__always)
  private static func column(
    _ rows: [GatheredFigures.Row], _ numbers: inout [Int32], _ value: (GatheredFigures.Row) -> Int32
  ) -> NumberColumn {
    numbers.withUnsafeMutableBufferPointer { numbers in
      for place in rows.indices { numbers[place] = value(rows[place]) }
    }
    return NumberColumn(numbers)
  }

  func key(_ place: Int) -> GatheredFigures.Key {
    GatheredFigures.Key(
      metric: metric[place], period: period[place], organisation: organisation[place], part: part[place])
  }

  func measurement(_ place: Int) -> Measurement {
    let packed = PackedMeasurement(
      kind: PackedMeasurement.Kind(rawValue: UInt8(kind[place])) ?? .notReturned, first[place], second[place])
    return packed.large.map { large[$0] } ?? packed.measurement
  }
}

extension ObservationColumns {
  func write(to bytes: inout StoredWriter) {
    metrics.write(to: &bytes)
    organisations.write(to: &bytes)
    periods.write(to: &bytes)
    parts.write(to: &bytes)
    for column in [metric, organisation, period, part, kind, first, second, line, rowCount] { column.write(to: &bytes) }
    large.write(to: &bytes)
  }
}

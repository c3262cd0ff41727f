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
    self.metrics = metrics
    self.organisations = organisations
    self.periods = periods
    self.parts = parts
    let columns = NumberColumn.sideBySide([
      rows.map { $0.key.metric }, rows.map { $0.key.organisation }, rows.map { $0.key.period },
      rows.map { $0.key.part },
      rows.map { Int32($0.measurement.kind.rawValue) }, rows.map { $0.measurement.first },
      rows.map { $0.measurement.second }, rows.map { $0.line }, rows.map { $0.count },
    ])
    (metric, organisation, period, part) = (columns[0], columns[1], columns[2], columns[3])
    (kind, first, second, line, rowCount) = (columns[4], columns[5], columns[6], columns[7], columns[8])
    large = figures.large
  }

  /// The next columns in stored bytes, with this many figures.
  init(from bytes: inout StoredReader, count: Int) throws(StoredDamage) {
    metrics = try bytes.value()
    organisations = try bytes.value()
    periods = try bytes.value()
    parts = try bytes.value()
    let columns = try NumberColumn.read(9, of: count, from: &bytes)
    (metric, organisation, period, part) = (columns[0], columns[1], columns[2], columns[3])
    (kind, first, second, line, rowCount) = (columns[4], columns[5], columns[6], columns[7], columns[8])
    large = try bytes.value()
  }

  func key(_ place: Int) -> GatheredFigures.Key {
    GatheredFigures.Key(
      metric: metric[place], period: period[place], organisation: organisation[place], part: part[place])
  }

  func prefetch(_ place: Int) { metric.prefetch(place) }

  func measurement(_ place: Int) -> Measurement {
    let packed = PackedMeasurement(
      kind: PackedMeasurement.Kind(rawValue: UInt8(kind[place])) ?? .notReturned, first[place], second[place])
    return packed.large.map { large[$0] } ?? packed.measurement
  }
}

extension ObservationColumns {
  func write(count: Int, to bytes: inout StoredWriter) {
    metrics.write(to: &bytes)
    organisations.write(to: &bytes)
    periods.write(to: &bytes)
    parts.write(to: &bytes)
    NumberColumn.write(
      [metric, organisation, period, part, kind, first, second, line, rowCount], of: count, to: &bytes)
    large.write(to: &bytes)
  }
}

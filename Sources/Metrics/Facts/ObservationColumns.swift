/// The columns of a file's figures: shared by everyone who holds them, and never changed.
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
  /// What 32 bits do not hold, by the number that stands in its place.
  private let large: [Measurement]

  init(
    _ figures: GatheredFigures, metrics: [MetricID], organisations: [OrganisationCode], periods: [Period],
    parts: [BreakdownItem]
  ) {
    let rows = figures.rows
    func column(_ value: (GatheredFigures.Row) -> Int32) -> NumberColumn {
      NumberColumn(count: rows.count) { value(rows[$0]) }
    }
    self.metrics = metrics
    self.organisations = organisations
    self.periods = periods
    self.parts = parts
    metric = column { $0.key.metric }
    organisation = column { $0.key.organisation }
    period = column { $0.key.period }
    part = column { $0.key.part }
    kind = column { Int32($0.measurement.kind.rawValue) }
    first = column { $0.measurement.first }
    second = column { $0.measurement.second }
    line = column { $0.line }
    rowCount = column { $0.count }
    large = figures.large
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

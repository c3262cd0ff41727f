/// The figures of one file, in columns of numbers.
///
/// A national month has tens of thousands of figures of a few hundred bodies: each name is kept once, and a figure takes
/// some twenty bytes. As a collection it hands out whole observations.
public struct Observations: RandomAccessCollection, Sendable {
  /// The metrics, by their numbers.
  package let metrics: [MetricID]
  /// The bodies, by their numbers.
  package let organisations: [OrganisationCode]
  /// The periods, by their numbers.
  package let periods: [Period]
  /// The parts, by their numbers.
  package let parts: [BreakdownItem]
  private let metricColumn: NumberColumn
  private let organisationColumn: NumberColumn
  private let periodColumn: NumberColumn
  private let partColumn: NumberColumn
  private let kinds: NumberColumn
  private let firsts: NumberColumn
  private let seconds: NumberColumn
  private let lines: NumberColumn
  private let rowCounts: NumberColumn
  /// What 32 bits do not hold, by the number that stands in its place.
  private let large: [Measurement]
  public let endIndex: Int

  /// The figures that were gathered, with the names that their numbers stand for.
  package init(
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
    metricColumn = column { $0.key.metric }
    organisationColumn = column { $0.key.organisation }
    periodColumn = column { $0.key.period }
    partColumn = column { $0.key.part }
    kinds = column { Int32($0.measurement.kind.rawValue) }
    firsts = column { $0.measurement.first }
    seconds = column { $0.measurement.second }
    lines = column { $0.line }
    rowCounts = column { $0.count }
    large = figures.large
    endIndex = rows.count
  }

  /// These observations, in this order.
  public init(_ observations: some Sequence<Observation>) {
    var metrics = Numbering<MetricID>()
    var organisations = Numbering<OrganisationCode>()
    var periods = Numbering<Period>()
    var parts = Numbering<BreakdownItem>()
    var figures = GatheredFigures()
    for observation in observations {
      let key = GatheredFigures.Key(
        metric: metrics.number(of: observation.metric), period: periods.number(of: observation.period),
        organisation: organisations.number(of: observation.organisation),
        part: observation.part.map { parts.number(of: $0) } ?? -1)
      figures.append(observation.measurement, key, observation.rows)
    }
    self.init(
      figures, metrics: metrics.values, organisations: organisations.values, periods: periods.values,
      parts: parts.values)
  }

  public var startIndex: Int { 0 }
  public subscript(place: Int) -> Observation {
    let key = key(place)
    return Observation(
      metrics[Int(key.metric)], of: organisations[Int(key.organisation)], in: periods[Int(key.period)],
      part: key.part < 0 ? nil : parts[Int(key.part)], measurement(place), rows: span(place))
  }
}

/// Figures by their numbers.
extension Observations {
  /// What a figure is, for whom and when.
  package func key(_ place: Int) -> GatheredFigures.Key {
    GatheredFigures.Key(
      metric: metricColumn[place], period: periodColumn[place], organisation: organisationColumn[place],
      part: partColumn[place])
  }

  /// The number of a figure's period.
  func period(_ place: Int) -> Int { Int(periodColumn[place]) }

  /// What a figure has come to.
  func measurement(_ place: Int) -> Measurement {
    let packed = PackedMeasurement(
      kind: PackedMeasurement.Kind(rawValue: UInt8(kinds[place])) ?? .notReturned, firsts[place], seconds[place])
    return packed.large.map { large[$0] } ?? packed.measurement
  }

  /// Where a figure stands in the file.
  func span(_ place: Int) -> RowSpan { RowSpan(line: Int(lines[place]), rows: Int(rowCounts[place])) }

  /// The metrics that have a figure.
  public var metricsWithFigures: Set<MetricID> { Set(used(metricColumn).map { metrics[$0] }) }
  /// The bodies that have a figure.
  public var organisationsWithFigures: Set<OrganisationCode> { Set(used(organisationColumn).map { organisations[$0] }) }
  /// The periods that have a figure.
  public var periodsWithFigures: Set<Period> { Set(used(periodColumn).map { periods[$0] }) }

  private func used(_ column: NumberColumn) -> Set<Int> {
    var used: Set<Int> = []
    var last: Int32 = -1
    for place in indices where column[place] != last {
      last = column[place]
      used.insert(Int(last))
    }
    return used
  }
}

extension Observations: ExpressibleByArrayLiteral {
  public init(arrayLiteral observations: Observation...) { self.init(observations) }
}

extension Observations: Equatable {
  /// Whether both hold the same figures in the same order, whatever their numbers are.
  public static func == (left: Observations, right: Observations) -> Bool { left.elementsEqual(right) }
}

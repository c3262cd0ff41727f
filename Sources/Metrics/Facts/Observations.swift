/// The figures of one file, in columns of numbers.
///
/// A national month has tens of thousands of figures for a few hundred organisations. Each name is stored once, and a
/// figure takes about twenty bytes. As a collection, its elements are whole observations.
public struct Observations: RandomAccessCollection, Sendable {
  private let columns: ObservationColumns
  /// How many figures there are.
  public let endIndex: Int

  /// The figures that were gathered, with the names that their numbers refer to.
  package init(
    _ figures: GatheredFigures, metrics: [MetricID], organisations: [OrganisationCode], periods: [Period],
    parts: [BreakdownItem]
  ) {
    columns = ObservationColumns(
      figures, metrics: metrics, organisations: organisations, periods: periods, parts: parts)
    endIndex = figures.rows.count
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

  /// The metrics, by their numbers.
  package var metrics: [MetricID] { columns.metrics }
  /// The organisations, by their numbers.
  package var organisations: [OrganisationCode] { columns.organisations }
  /// The periods, by their numbers.
  package var periods: [Period] { columns.periods }
  /// The parts, by their numbers.
  package var parts: [BreakdownItem] { columns.parts }

  /// Where the first figure is: 0.
  public var startIndex: Int { 0 }
  /// One figure with its names.
  public subscript(place: Int) -> Observation {
    let key = key(place)
    return Observation(
      metrics[Int(key.metric)], of: organisations[Int(key.organisation)], in: periods[Int(key.period)],
      part: key.part < 0 ? nil : parts[Int(key.part)], measurement(place), rows: span(place))
  }
}

/// Figures by their numbers.
extension Observations {
  /// The identity of a figure: what it measures, for whom and when.
  package func key(_ place: Int) -> GatheredFigures.Key { columns.key(place) }

  /// The numbers of the metric, organisation, period and part of every figure, in order.
  var keys: (metrics: [Int32], organisations: [Int32], periods: [Int32], parts: [Int32]) {
    (
      columns.metric.numbers(endIndex), columns.organisation.numbers(endIndex), columns.period.numbers(endIndex),
      columns.part.numbers(endIndex)
    )
  }

  /// The number of a figure's period.
  func period(_ place: Int) -> Int { Int(columns.period[place]) }

  /// Asks for the memory of a figure without waiting for it.
  func prefetch(_ place: Int) { columns.prefetch(place) }

  /// The measurement of a figure.
  func measurement(_ place: Int) -> Measurement { columns.measurement(place) }

  /// The place of a figure in the file.
  func span(_ place: Int) -> RowSpan { RowSpan(line: Int(columns.line[place]), rows: Int(columns.rowCount[place])) }

  /// The metrics that have a figure.
  public var metricsWithFigures: Set<MetricID> { Set(used(columns.metric).map { metrics[$0] }) }
  /// The organisations that have a figure.
  public var organisationsWithFigures: Set<OrganisationCode> {
    Set(used(columns.organisation).map { organisations[$0] })
  }
  /// The periods that have a figure.
  public var periodsWithFigures: Set<Period> { Set(used(columns.period).map { periods[$0] }) }

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
  /// These observations, in this order.
  public init(arrayLiteral observations: Observation...) { self.init(observations) }
}

extension Observations: Equatable {
  /// Whether both hold the same figures in the same order, whatever their numbers are.
  public static func == (left: Observations, right: Observations) -> Bool { left.elementsEqual(right) }
}

extension Observations: Stored {
  package func write(to bytes: inout StoredWriter) {
    bytes.write(endIndex)
    columns.write(count: endIndex, to: &bytes)
  }

  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    endIndex = try bytes.number()
    guard (0...Int(Int32.max)).contains(endIndex) else { throw StoredDamage() }
    columns = try ObservationColumns(from: &bytes, count: endIndex)
  }
}

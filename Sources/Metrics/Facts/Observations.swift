/// The figures of one file, in columns of numbers.
///
/// A national month has tens of thousands of figures of a few hundred bodies: each name is kept once, and a figure is 36
/// bytes. As a collection it hands out whole observations.
public struct Observations: RandomAccessCollection, Sendable {
  /// What tells one figure of a file from another: each name by its number in the file's lists.
  package struct Key: Equatable, Sendable {
    package let metric: Int32
    package let period: Int32
    package let organisation: Int32
    /// The part; -1 for the whole.
    package let part: Int32

    package init(metric: Int32, period: Int32, organisation: Int32, part: Int32) {
      self.metric = metric
      self.period = period
      self.organisation = organisation
      self.part = part
    }
  }

  /// One figure, and where it stands: a line or a number of rows that 32 bits do not hold is given as the most they do.
  package struct Row: Sendable {
    package let key: Key
    fileprivate var measurement: PackedMeasurement
    fileprivate var line: Int32
    fileprivate var count: Int32
  }

  /// The metrics, by their numbers.
  package private(set) var metrics: [MetricID] = []
  /// The bodies, by their numbers.
  package private(set) var organisations: [OrganisationCode] = []
  /// The periods, by their numbers.
  package private(set) var periods: [Period] = []
  /// The parts, by their numbers.
  package private(set) var parts: [BreakdownItem] = []
  /// The figures themselves.
  package private(set) var rows: [Row] = []
  /// What does not fit into a row, by the number that stands there.
  private var large: [Measurement] = []

  /// No figures.
  package init() {}

  /// The figures with these names by their numbers, in the order they first came.
  package func named(
    metrics: [MetricID], organisations: [OrganisationCode], periods: [Period], parts: [BreakdownItem]
  ) -> Observations {
    var named = self
    named.metrics = metrics
    named.organisations = organisations
    named.periods = periods
    named.parts = parts
    return named
  }

  /// These observations, in this order.
  public init(_ observations: some Sequence<Observation>) {
    var metrics = Numbering<MetricID>()
    var organisations = Numbering<OrganisationCode>()
    var periods = Numbering<Period>()
    var parts = Numbering<BreakdownItem>()
    for observation in observations {
      let key = Key(
        metric: metrics.number(of: observation.metric), period: periods.number(of: observation.period),
        organisation: organisations.number(of: observation.organisation),
        part: observation.part.map { parts.number(of: $0) } ?? -1)
      append(observation.measurement, key, observation.rows)
    }
    self = named(
      metrics: metrics.values, organisations: organisations.values, periods: periods.values, parts: parts.values)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { rows.count }
  public subscript(place: Int) -> Observation {
    let key = rows[place].key
    return Observation(
      metrics[Int(key.metric)], of: organisations[Int(key.organisation)], in: periods[Int(key.period)],
      part: key.part < 0 ? nil : parts[Int(key.part)], measurement(place), rows: span(place))
  }

  /// What a figure has come to.
  package func measurement(_ place: Int) -> Measurement {
    let packed = rows[place].measurement
    return packed.large.map { large[$0] } ?? packed.measurement
  }

  /// Where a figure stands in the file.
  package func span(_ place: Int) -> RowSpan { RowSpan(line: Int(rows[place].line), rows: Int(rows[place].count)) }
}

/// Building.
extension Observations {
  /// Makes room for so many figures.
  package mutating func reserveCapacity(_ count: Int) { rows.reserveCapacity(count) }

  /// Adds a figure after the others.
  package mutating func append(_ measurement: Measurement, _ key: Key, _ span: RowSpan) {
    rows.append(
      Row(
        key: key, measurement: packed(measurement), line: Int32(clamping: span.line), count: Int32(clamping: span.rows))
    )
  }

  /// Replaces what a figure has come to.
  package mutating func replace(_ place: Int, with measurement: Measurement, _ span: RowSpan) {
    if let number = rows[place].measurement.large {
      large[number] = measurement
    } else {
      rows[place].measurement = packed(measurement)
    }
    rows[place].line = Int32(clamping: span.line)
    rows[place].count = Int32(clamping: span.rows)
  }

  private mutating func packed(_ measurement: Measurement) -> PackedMeasurement {
    if let packed = PackedMeasurement(measurement) { return packed }
    large.append(measurement)
    return PackedMeasurement(large: large.count - 1)
  }
}

/// What the figures speak of.
extension Observations {
  /// The metrics that have a figure.
  public var metricsWithFigures: Set<MetricID> { Set(used(\.metric).map { metrics[$0] }) }
  /// The bodies that have a figure.
  public var organisationsWithFigures: Set<OrganisationCode> { Set(used(\.organisation).map { organisations[$0] }) }
  /// The periods that have a figure.
  public var periodsWithFigures: Set<Period> { Set(used(\.period).map { periods[$0] }) }

  private func used(_ name: KeyPath<Key, Int32>) -> Set<Int> {
    var used: Set<Int> = []
    var last: Int32 = -1
    for row in rows where row.key[keyPath: name] != last {
      last = row.key[keyPath: name]
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

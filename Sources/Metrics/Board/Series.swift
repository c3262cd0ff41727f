/// Which bodies a system's figure is summed over. The two are never added.
public enum Lens: UInt8, Hashable, Sendable, CaseIterable {
  /// Those who provide care.
  case providers
  /// Those who pay for it; for delayed transfers the local authorities.
  case commissioners

  /// The roles whose rows the lens sums.
  public var roles: Set<OrganisationRole> {
    self == .providers ? [.provider] : [.commissioner, .localAuthority]
  }
  /// The other one.
  public var other: Lens { self == .providers ? .commissioners : .providers }
  /// The word for it.
  public var word: String { self == .providers ? "providers" : "commissioners" }
}

/// How a figure came to be.
public enum Origin: Hashable, Sendable {
  /// It stands in a file: the contribution's number, and the rows.
  case published(contribution: Int32, rows: RowSpan)
  /// Summed over bodies: how many returned of how many that should have.
  case rolledUp(returned: Int16, expected: Int16)
  /// Summed over time: how many of the shorter periods there are of how many there should be.
  case summedOverTime(present: Int16, expected: Int16)
  /// Summed over its own parts.
  case summedParts
  /// Carried over from the bodies it succeeded.
  case fromPredecessors
}

/// One period of a series.
public struct SeriesPoint: Hashable, Sendable {
  /// When.
  public let period: Period
  /// What was measured.
  public let measurement: Measurement
  /// How it came to be.
  public let origin: Origin

  /// A measurement at a time.
  public init(period: Period, measurement: Measurement, origin: Origin) {
    self.period = period
    self.measurement = measurement
    self.origin = origin
  }
}

/// One metric for one body over time; gaps stay gaps.
public struct Series: Hashable, Sendable {
  /// What it measures, for whom, which part of it, over which bodies.
  public struct Key: Hashable, Sendable {
    /// What is measured.
    public var metric: MetricID
    /// For whom.
    public var organisation: OrganisationCode
    /// Which part; `nil` for the whole.
    public var part: BreakdownItem?
    /// Over which bodies, where it is a roll-up; `providers` elsewhere.
    public var lens: Lens

    /// The key of a series.
    public init(
      _ metric: MetricID, _ organisation: OrganisationCode, part: BreakdownItem? = nil, lens: Lens = .providers
    ) {
      self.metric = metric
      self.organisation = organisation
      self.part = part
      self.lens = lens
    }
  }

  /// What it measures.
  public let key: Key
  /// In order of time, each period once; periods without a point are gaps.
  public let points: [SeriesPoint]

  /// A series of points in order of time.
  public init(key: Key, points: [SeriesPoint]) {
    self.key = key
    self.points = points
  }

  /// The point of a period, if there is one.
  public subscript(period: Period) -> SeriesPoint? {
    Series.point(count: points.count, in: period) { points[$0] }
  }

  /// The one of so many points, in order of time, that is of a period.
  static func point(count: Int, in period: Period, _ point: (Int) -> SeriesPoint) -> SeriesPoint? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let found = point(middle)
      if found.period == period { return found }
      if found.period < period { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Only the points of one grain.
  public func of(_ grain: Period.Grain) -> Series {
    Series(key: key, points: points.filter { $0.period.grain == grain })
  }
}

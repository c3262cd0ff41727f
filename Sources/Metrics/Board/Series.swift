/// Which organisations a system's figure is summed over. The two are never added.
public enum Perspective: UInt8, Hashable, Sendable, CaseIterable {
  /// Those who provide care.
  case providers
  /// Those who pay for it; for delayed transfers the local authorities.
  case commissioners

  /// The roles whose rows the perspective sums.
  public var roles: Set<OrganisationRole> {
    self == .providers ? [.provider] : [.commissioner, .localAuthority]
  }
  /// The other one.
  public var other: Perspective { self == .providers ? .commissioners : .providers }
  /// The word for it.
  public var word: String { self == .providers ? "providers" : "commissioners" }
}

/// How a figure came to be.
public enum Origin: Hashable, Sendable {
  /// It stands in a file: the contribution's number, and the rows.
  case published(contribution: Int32, rows: RowSpan)
  /// Summed over organisations: how many are in the sum of how many should be; of how many of the others the number is
  /// hidden, and how many of them returned a rate without counts.
  case rolledUp(returned: Int16, expected: Int16, suppressed: Int16 = 0, rates: Int16 = 0)
  /// Summed over time: how many of the shorter periods there are of how many there should be, in how many of them some
  /// organisation made no return, and how many days they cover; of a snapshot no days are said. Of a sum over
  /// organisations also how many of them are in it, in the period that lacks the most.
  case summedOverTime(
    present: Int16, expected: Int16, lacking: Int16 = 0, days: Int16 = 0, returned: Int16 = 0, members: Int16 = 0)
  /// Summed over its own parts.
  case summedParts
  /// Carried over from the organisations it succeeded.
  case fromPredecessors
}

extension Origin {
  /// Whether the whole period is in: not only some of its days, nor days without every organisation.
  public var coversPeriod: Bool {
    hasEveryPeriod && !isLacking
  }

  private var isLacking: Bool {
    if case .summedOverTime(_, _, let lacking, _, _, _) = self { return lacking > 0 }
    return false
  }

  /// Whether every shorter period is in, whoever made no return in it.
  public var hasEveryPeriod: Bool {
    if case .summedOverTime(let present, let expected, _, _, _, _) = self { return present >= expected }
    return true
  }

  /// Whether it is a sum of shorter periods.
  public var isOverTime: Bool {
    if case .summedOverTime = self { return true }
    return false
  }

  /// Whether every organisation that should have is in the sum.
  public var hasEveryOrganisation: Bool {
    switch self {
    case .rolledUp(let returned, let expected, _, _): returned >= expected
    case .summedOverTime: !isLacking
    case .published, .summedParts, .fromPredecessors: true
    }
  }

  /// How many days a figure of a period is of: those that are in, where only some are.
  public func days(of period: Period) -> Int? {
    if case .summedOverTime(let present, let expected, _, let days, _, _) = self, present < expected, days > 0 {
      return Int(days)
    }
    return period.days
  }

  /// What is missing: `3 of 4 returned, 1 suppressed`, `3 of 5 returned, 2 without counts`, `19 of 31 days`; empty where
  /// nothing is.
  public var gaps: String {
    switch self {
    case .rolledUp(let returned, let expected, let suppressed, let rates):
      guard returned < expected else { return "" }
      return "\(returned) of \(expected) returned" + (suppressed > 0 ? ", \(suppressed) suppressed" : "")
        + (rates > 0 ? ", \(rates) without counts" : "")
    case .summedOverTime(let present, let expected, let lacking, _, let returned, let members):
      guard present < expected || lacking > 0 else { return "" }
      let shorter = expected == 4 ? "quarters" : expected == 3 || expected == 12 ? "months" : "days"
      let time = "\(present) of \(expected) \(shorter)"
      guard lacking > 0 else { return time }
      return "\(returned) of \(members) returned, \(time), \(lacking) without every organisation"
    case .published, .summedParts, .fromPredecessors: return ""
    }
  }
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

/// One metric for one organisation over time; gaps stay gaps.
public struct Series: Hashable, Sendable {
  /// What it measures, for whom, which part of it, over which organisations.
  public struct Key: Hashable, Sendable {
    /// What is measured.
    public var metric: MetricID
    /// For whom.
    public var organisation: OrganisationCode
    /// Which part; `nil` for the whole.
    public var part: BreakdownItem?
    /// Over which organisations, where it is a roll-up; `providers` elsewhere.
    public var perspective: Perspective

    /// The key of a series.
    public init(
      _ metric: MetricID, _ organisation: OrganisationCode, part: BreakdownItem? = nil,
      perspective: Perspective = .providers
    ) {
      self.metric = metric
      self.organisation = organisation
      self.part = part
      self.perspective = perspective
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

/// The organisations over which a system's figure is summed. The two perspectives are never added.
public enum Perspective: UInt8, Hashable, Sendable, CaseIterable {
  /// The organisations that provide care.
  case providers
  /// The organisations that pay for care; for delayed transfers, the local authorities.
  case commissioners

  /// The roles whose rows are summed.
  public var roles: Set<OrganisationRole> { Set(OrganisationRole.allCases.filter(includes)) }
  /// Whether rows of organisations with this role are summed.
  func includes(_ role: OrganisationRole) -> Bool {
    switch role {
    case .provider: self == .providers
    case .commissioner, .localAuthority: self == .commissioners
    case .system, .group, .place, .locality, .nation: false
    }
  }
  /// The other one.
  public var other: Perspective { self == .providers ? .commissioners : .providers }
  /// Its name in words.
  public var word: String { self == .providers ? "providers" : "commissioners" }
}

/// How a figure came to be.
public enum Origin: Hashable, Sendable {
  /// Published in a file: the number of its contribution, and its rows.
  case published(contribution: Int32, rows: RowSpan)
  /// Summed over organisations: how many are in the sum, and how many should be; of the others, how many have a
  /// suppressed number, and how many returned a rate without counts.
  case rolledUp(returned: Int16, expected: Int16, suppressed: Int16 = 0, rates: Int16 = 0)
  /// Summed over time: how many of the shorter periods are in, and how many there should be; in how many of them an
  /// organisation made no return; and how many days they cover, which does not apply to a snapshot. Of a sum over
  /// organisations, also how many are in it, in the period that lacks the most.
  case summedOverTime(
    present: Int16, expected: Int16, lacking: Int16 = 0, days: Int16 = 0, returned: Int16 = 0, members: Int16 = 0)
  /// Summed over its own parts.
  case summedParts
  /// Carried over from the organisations that it succeeded.
  case fromPredecessors
}

extension Origin {
  /// Whether the whole period is in: every day, with every organisation.
  public var coversPeriod: Bool {
    hasEveryPeriod && !isLacking
  }

  private var isLacking: Bool {
    if case .summedOverTime(_, _, let lacking, _, _, _) = self { return lacking > 0 }
    return false
  }

  /// Whether every shorter period is in, whichever organisations made no return.
  public var hasEveryPeriod: Bool {
    if case .summedOverTime(let present, let expected, _, _, _, _) = self { return present >= expected }
    return true
  }

  /// Whether it is a sum of shorter periods.
  public var isOverTime: Bool {
    if case .summedOverTime = self { return true }
    return false
  }

  /// Whether every organisation that belongs to the sum is in it.
  public var hasEveryOrganisation: Bool {
    switch self {
    case .rolledUp(let returned, let expected, _, _): returned >= expected
    case .summedOverTime: !isLacking
    case .published, .summedParts, .fromPredecessors: true
    }
  }

  /// The number of days that a figure of a period covers: the days that are in, where only some are.
  public func days(of period: Period) -> Int? {
    if case .summedOverTime(let present, let expected, _, let days, _, _) = self, present < expected, days > 0 {
      return Int(days)
    }
    return period.days
  }

  /// Of how many shorter periods it is the sum, and who is missing: `28 of 28 days`; empty where it is no such sum.
  public var overTime: String {
    guard case .summedOverTime(let present, let expected, let lacking, _, let returned, let members) = self else {
      return ""
    }
    let shorter = expected == 4 ? "quarters" : expected == 3 || expected == 12 ? "months" : "days"
    let time = "\(present) of \(expected) \(shorter)"
    guard lacking > 0 else { return time }
    return "\(returned) of \(members) returned, \(time), \(lacking) without every organisation"
  }

  /// What is missing: `3 of 4 returned, 1 suppressed`, `3 of 5 returned, 2 without counts`, `19 of 31 days`; empty
  /// where nothing is.
  public var gaps: String {
    switch self {
    case .rolledUp(let returned, let expected, let suppressed, let rates):
      guard returned < expected else { return "" }
      return "\(returned) of \(expected) returned" + (suppressed > 0 ? ", \(suppressed) suppressed" : "")
        + (rates > 0 ? ", \(rates) without counts" : "")
    case .summedOverTime: return coversPeriod ? "" : overTime
    case .published, .summedParts, .fromPredecessors: return ""
    }
  }
}

/// One period of a series.
public struct SeriesPoint: Hashable, Sendable {
  /// The period.
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

/// One metric of one organisation over time; gaps stay gaps.
public struct Series: Hashable, Sendable {
  /// What identifies a series: the metric, the organisation, the part and the perspective.
  public struct Key: Hashable, Sendable {
    /// The metric.
    public var metric: MetricID
    /// The organisation.
    public var organisation: OrganisationCode
    /// Which part; `nil` for the whole.
    public var part: BreakdownItem?
    /// The perspective of a roll-up; `providers` for any other series.
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

  /// What identifies it.
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
    Series.place(count: points.count, of: period) { points[$0].period }.map { points[$0] }
  }

  /// The place of a period among a number of periods in order of time; `nil` where it is not among them.
  static func place(count: Int, of wanted: Period, _ period: (Int) -> Period) -> Int? {
    guard count > 0 else { return nil }
    // Nearly every question is about the latest, and each period that is looked at is in another file.
    let latest = period(count - 1)
    guard wanted < latest else { return wanted == latest ? count - 1 : nil }
    var low = 0
    var high = count - 1
    while low < high {
      let middle = (low + high) / 2
      let found = period(middle)
      if found == wanted { return middle }
      if found < wanted { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Only the points of one grain.
  public func of(_ grain: Period.Grain) -> Series {
    Series(key: key, points: points.filter { $0.period.grain == grain })
  }
}

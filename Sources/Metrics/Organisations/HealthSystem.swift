/// The footprint, STP or ICS that a board is about: its organisations, its own targets and metrics, and its clock.
public struct HealthSystem: Hashable, Sendable {
  /// `QHG`; `ALL` for every organisation in the extracts.
  public var code: OrganisationCode
  /// Its full name.
  public var name: String
  /// A short name for a header.
  public var shortName: String
  /// The date and time to use instead of now; `nil` for now.
  public var asAt: Moment?
  /// The cost of a day in a bed, in pounds; `nil` where the system has not stated it.
  public var costOfBedDay: Int?
  /// Its organisations, without the system itself; empty for `ALL`.
  public var organisations: [Organisation]
  /// The size that a document states for the system itself.
  public var stated: StatedSize
  /// Its own targets, and overrides of built-in ones.
  public var targets: [Target]
  /// The metrics that it defines.
  public var metrics: [Metric]
  /// The layouts that it defines.
  public var layouts: [LocalLayout]
  /// Settings of its control charts.
  public var charts: [ChartSetting]
  /// When its area began, changed or ended.
  public var area = AreaHistory()
  /// Whether what its board knows is kept.
  public var keepsHistory = false
  /// Whether organisations that lists among the extracts place in it are added to those above, as where no
  /// `system.toml` says who belongs to it.
  public var takesLookUps = false

  /// A system; everything except its code and name can be left out.
  public init(
    code: OrganisationCode, name: String, shortName: String? = nil, asAt: Moment? = nil, costOfBedDay: Int? = nil,
    organisations: [Organisation] = [], stated: StatedSize = StatedSize(), targets: [Target] = [],
    metrics: [Metric] = [], layouts: [LocalLayout] = [], charts: [ChartSetting] = []
  ) {
    self.code = code
    self.name = name
    self.shortName = shortName ?? name
    self.asAt = asAt
    self.costOfBedDay = costOfBedDay
    self.organisations = organisations
    self.stated = stated
    self.targets = targets
    self.metrics = metrics
    self.layouts = layouts
    self.charts = charts
  }

  /// Every organisation in the extracts: the system of a folder without `system.toml`.
  public static let everything = HealthSystem(code: .all, name: "All organisations", shortName: "All")
}

/// A date and time on the clock, in the reader's local time.
public struct Moment: Hashable, Comparable, Sendable {
  /// The day.
  public var day: Day
  /// Seconds since midnight: 0..<86,400.
  public var second: Int

  /// A moment of a day.
  public init(day: Day, second: Int = 0) {
    self.day = day
    self.second = min(max(0, second), 86_399)
  }

  /// `2018-03-20T09:00`, optionally with seconds, or a day alone; `nil` for any other text.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "T" || $0 == " " })
    guard let first = parts.first, let day = Day(first), parts.count <= 2 else { return nil }
    var seconds = 0
    if parts.count == 2 {
      let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
      let numbers = clock.compactMap { Period.digits($0, count: 2) }
      guard (2...3).contains(clock.count), numbers.count == clock.count, numbers[0] < 24,
        numbers.allSatisfy({ $0 < 60 })
      else { return nil }
      seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }
    self.init(day: day, second: seconds)
  }

  /// The moment this many seconds later.
  public func advanced(bySeconds seconds: Int) -> Moment {
    let total = second + seconds
    let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    return Moment(day: day.advanced(by: days), second: total - days * 86_400)
  }

  /// `09:12`.
  public var clock: String { NHSYear.twoDigits(second / 3600) + ":" + NHSYear.twoDigits(second / 60 % 60) }

  /// `09:12:07`.
  public var clockWithSeconds: String { clock + ":" + NHSYear.twoDigits(second % 60) }

  /// `15 Nov`.
  public var date: String {
    let (_, month, number) = day.civil
    return "\(number) \(Month.names[month - 1].prefix(3))"
  }

  /// `15 Nov 09:12`.
  public var title: String { "\(date) \(clock)" }

  /// Seconds from an earlier moment to this one; negative where that one is later.
  public func seconds(since earlier: Moment) -> Int {
    earlier.day.days(until: day) * 86_400 + second - earlier.second
  }

  /// Earlier moments sort first.
  public static func < (left: Moment, right: Moment) -> Bool { (left.day, left.second) < (right.day, right.second) }
}

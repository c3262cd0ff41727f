/// An ISO week, Monday to Sunday; it belongs to the year of its Thursday.
public struct Week: Hashable, Comparable, Sendable {
  /// The day the week starts on.
  public let monday: Day

  /// The week that starts on this Monday.
  init(monday: Day) { self.monday = monday }

  /// The week with this number in this ISO year, or `nil` when that year has no such week.
  public init?(year: Int, week: Int) {
    // 4 January always lies in week 1.
    guard (1...53).contains(week), let fourth = Day(year: year, month: 1, day: 4) else { return nil }
    let candidate = Week(monday: fourth.week.monday.advanced(by: (week - 1) * 7))
    guard candidate.isoYear == year else { return nil }
    self = candidate
  }

  /// The ISO year of the week.
  public var isoYear: Int { monday.advanced(by: 3).civil.year }
  /// The number of the week in its ISO year: 1...53.
  public var number: Int {
    guard let fourth = Day(year: isoYear, month: 1, day: 4) else { return 1 }
    return fourth.week.monday.days(until: monday) / 7 + 1
  }
  /// The Sunday the week ends on.
  public var sunday: Day { monday.advanced(by: 6) }
  /// The week that is `weeks` later, or earlier when negative.
  public func advanced(by weeks: Int) -> Week { Week(monday: monday.advanced(by: weeks * 7)) }
  /// Earlier weeks sort first.
  public static func < (left: Week, right: Week) -> Bool { left.monday < right.monday }
}

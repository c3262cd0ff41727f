/// A calendar day, without a time or a zone.
///
/// Days of the proleptic Gregorian calendar, counted from 1 January 1970.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; negative before it.
  public let number: Int32

  /// The day that is `number` days after 1 January 1970.
  public init(number: Int32) { self.number = number }

  /// The given day, or `nil` when the calendar has no such day.
  ///
  /// Years 1...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.lengthOfMonth(year: year, month: month)
    else { return nil }
    // Howard Hinnant's days-from-civil: years start in March so that the leap day ends the year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1...12) and day of the month (1...31).
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of the week: 1 is Monday, 7 Sunday.
  public var weekday: Int {
    let remainder = (Int(number) + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  /// The month the day belongs to.
  public var month: Month {
    let (year, month, _) = civil
    return Month(index: Int32(year * 12 + month - 1))
  }

  /// The ISO week the day belongs to.
  public var week: Week { Week(monday: Day(number: number - Int32(weekday - 1))) }

  /// The day that is `days` later, or earlier when negative.
  public func advanced(by days: Int) -> Day { Day(number: number + Int32(days)) }

  /// Whole days from this day to another; negative when the other is earlier.
  public func days(until other: Day) -> Int { Int(other.number) - Int(number) }

  /// Earlier days sort first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The number of days in a month of a year; 28...31.
  public static func lengthOfMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

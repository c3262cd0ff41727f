/// A calendar month of a year.
public struct Month: Hashable, Comparable, Sendable {
  /// Months since January of year 0.
  public let index: Int32

  /// The month that lies `index` months after January of year 0.
  public init(index: Int32) { self.index = index }

  /// The month with this number (1...12) in this year (1...9999), or `nil` when there is none.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    index = Int32(year * 12 + month - 1)
  }

  /// The calendar year.
  public var year: Int { Int(index) / 12 }
  /// The number of the month in its year: 1...12.
  public var number: Int { Int(index) % 12 + 1 }
  /// The number of the month in the NHS year, which starts in April: 1...12.
  public var numberInNHSYear: Int { (number + 8) % 12 + 1 }
  /// The NHS year, April to March, that the month belongs to.
  public var nhsYear: NHSYear { NHSYear(firstYear: Int32(number >= 4 ? year : year - 1)) }
  /// The first day of the month.
  public var firstDay: Day { Day(year: year, month: number, day: 1) ?? Day(number: 0) }
  /// The last day of the month.
  public var lastDay: Day { firstDay.advanced(by: days - 1) }
  /// The number of days in the month: 28...31.
  public var days: Int { Day.lengthOfMonth(year: year, month: number) }

  /// The month that is `months` later, or earlier when negative.
  public func advanced(by months: Int) -> Month { Month(index: index + Int32(months)) }
  /// Whole months from this one to another; negative when the other is earlier.
  public func months(until other: Month) -> Int { Int(other.index) - Int(index) }
  /// Earlier months sort first.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }

  /// The English names of the months, January first.
  public static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  /// The full English name, `February`.
  public var name: String { Month.names[number - 1] }
  /// The first three letters of the name, `Feb`.
  public var shortName: String { String(name.prefix(3)) }

  /// The number (1...12) of a month by its English name or its first three letters, in any case; `nil` when none.
  public static func number(named text: some StringProtocol) -> Int? {
    // Every word of a period is looked up, so letters are compared as bytes: months have English ones alone.
    let count = text.utf8.count
    return names.firstIndex { name in
      (count == 3 || count == name.utf8.count) && zip(name.utf8, text.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }.map { $0 + 1 }
  }
}

/// The year by which the NHS plans and reports, April to March.
public struct NHSYear: Hashable, Comparable, Sendable {
  /// The calendar year of its April.
  public let firstYear: Int32

  /// The NHS year whose April is in this calendar year.
  public init(firstYear: Int32) { self.firstYear = firstYear }

  /// `2017/18`.
  public var text: String { "\(firstYear)/\(NHSYear.twoDigits(Int(firstYear) + 1))" }
  /// Its April.
  public var firstMonth: Month { Month(index: firstYear * 12 + 3) }
  /// Its March.
  public var lastMonth: Month { firstMonth.advanced(by: 11) }
  /// The month with this number, 1 (April) to 12 (March); `nil` for any other number.
  public func month(_ number: Int) -> Month? {
    (1...12).contains(number) ? firstMonth.advanced(by: number - 1) : nil
  }
  /// Earlier years sort first.
  public static func < (left: NHSYear, right: NHSYear) -> Bool { left.firstYear < right.firstYear }

  static func twoDigits(_ number: Int) -> String {
    let rest = number % 100
    return rest < 10 ? "0\(rest)" : "\(rest)"
  }
}

/// Three months of an NHS year: quarter 1 is April to June.
public struct Quarter: Hashable, Comparable, Sendable {
  /// The NHS year the quarter is in.
  public let year: NHSYear
  /// 1...4.
  public let number: UInt8

  /// The quarter with this number in this NHS year, or `nil` when there is none.
  public init?(year: NHSYear, number: Int) {
    guard (1...4).contains(number) else { return nil }
    self.year = year
    self.number = UInt8(number)
  }

  /// Its first month.
  public var firstMonth: Month { year.firstMonth.advanced(by: (Int(number) - 1) * 3) }
  /// Its last month.
  public var lastMonth: Month { firstMonth.advanced(by: 2) }
  /// Earlier quarters sort first.
  public static func < (left: Quarter, right: Quarter) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

/// The period of time of a figure.
///
/// Days roll up to weeks and months, and months to quarters and years; weeks do not roll up. There are no time zones.
public enum Period: Hashable, Sendable {
  /// A calendar day.
  case day(Day)
  /// An ISO week.
  case week(Week)
  /// A calendar month.
  case month(Month)
  /// A quarter of an NHS year.
  case quarter(Quarter)
  /// An NHS year, April to March.
  case year(NHSYear)
  /// From April to the end of this month.
  case yearToDate(Month)
  /// A figure whose document states no period; it is never charted and never called current.
  case undated

  /// The length of periods of one kind, starting with the shortest.
  public enum Grain: UInt8, Comparable, Sendable, CaseIterable {
    case day, week, month, quarter, year, yearToDate, undated
    /// Shorter grains sort first.
    public static func < (left: Grain, right: Grain) -> Bool { left.rawValue < right.rawValue }
    /// Its name: `day`, `week`, `month`.
    public var word: String {
      switch self {
      case .day: "day"
      case .week: "week"
      case .month: "month"
      case .quarter: "quarter"
      case .year: "year"
      case .yearToDate: "year to date"
      case .undated: "undated"
      }
    }
  }

  /// Its length.
  public var grain: Grain {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .yearToDate: .yearToDate
    case .undated: .undated
    }
  }

  /// The last day it covers; `nil` when undated.
  public var lastDay: Day? {
    switch self {
    case .day(let day): day
    case .week(let week): week.sunday
    case .month(let month), .yearToDate(let month): month.lastDay
    case .quarter(let quarter): quarter.lastMonth.lastDay
    case .year(let year): year.lastMonth.lastDay
    case .undated: nil
    }
  }

  /// The first day it covers; `nil` when undated.
  public var firstDay: Day? {
    switch self {
    case .day(let day): day
    case .week(let week): week.monday
    case .month(let month): month.firstDay
    case .yearToDate(let month): month.nhsYear.firstMonth.firstDay
    case .quarter(let quarter): quarter.firstMonth.firstDay
    case .year(let year): year.firstMonth.firstDay
    case .undated: nil
    }
  }

  /// The number of days it covers; `nil` when undated.
  public var days: Int? {
    guard let firstDay, let lastDay else { return nil }
    return firstDay.days(until: lastDay) + 1
  }

  /// The month that it is, or in which it ends; `nil` when undated.
  public var month: Month? {
    switch self {
    case .day(let day): day.month
    case .week(let week): week.sunday.month
    case .month(let month), .yearToDate(let month): month
    case .quarter(let quarter): quarter.lastMonth
    case .year(let year): year.lastMonth
    case .undated: nil
    }
  }

  /// The period of the same kind `steps` later, or earlier when negative; an undated period is unchanged.
  public func advanced(by steps: Int) -> Period {
    switch self {
    case .day(let day): return .day(day.advanced(by: steps))
    case .week(let week): return .week(week.advanced(by: steps))
    case .month(let month): return .month(month.advanced(by: steps))
    case .yearToDate(let month): return .yearToDate(month.advanced(by: steps))
    case .year(let year): return .year(NHSYear(firstYear: year.firstYear + Int32(steps)))
    case .quarter(let quarter):
      let index = Int(quarter.year.firstYear) * 4 + Int(quarter.number) - 1 + steps
      return Quarter(year: NHSYear(firstYear: Int32(index / 4)), number: index % 4 + 1).map(Period.quarter) ?? self
    case .undated: return .undated
    }
  }

  /// The period of the given grain that contains this one, or `nil` where one does not roll up to the other.
  public func rolledUp(to grain: Grain) -> Period? {
    if grain == self.grain { return self }
    switch (self, grain) {
    case (.day(let day), .week): return .week(day.week)
    case (.day(let day), .month): return .month(day.month)
    case (.month(let month), .quarter):
      return Quarter(year: month.nhsYear, number: (month.numberInNHSYear + 2) / 3).map(Period.quarter)
    case (.month(let month), .year): return .year(month.nhsYear)
    case (.quarter(let quarter), .year): return .year(quarter.year)
    default: return nil
    }
  }
}

extension Period: Comparable {
  /// Undated periods sort first, then by the last day, then the shorter period first.
  public static func < (left: Period, right: Period) -> Bool {
    // Usually both are of the same kind, and no calendar is needed.
    switch (left, right) {
    case (.month(let mine), .month(let theirs)): return mine < theirs
    case (.day(let mine), .day(let theirs)): return mine < theirs
    default: break
    }
    guard let leftEnd = left.lastDay else { return right.lastDay != nil }
    guard let rightEnd = right.lastDay else { return false }
    return leftEnd == rightEnd ? left.grain < right.grain : leftEnd < rightEnd
  }
}

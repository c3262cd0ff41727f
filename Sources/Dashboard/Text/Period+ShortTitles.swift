import Metrics

/// A period in few cells.
extension Period {
  /// The period itself; for the year to a month, as money is stated, that month.
  var calendarPeriod: Period { if case .yearToDate(let month) = self { .month(month) } else { self } }

  /// Whether a figure of it says its own period beside `shown`, the period that stands above it.
  func isOwn(beside shown: Period?) -> Bool { calendarPeriod != shown?.calendarPeriod }

  /// In the fewest cells that tell it from others beside it: `26 Nov`, `wk 48`, `Feb 18`.
  var briefTitle: String {
    switch self {
    case .day(let day): day.dateTitle
    case .week(let week): "wk \(week.number)"
    default: columnTitle
    }
  }

  /// In few cells where nothing near says the year: `Feb 18`, `19 Mar 18`, `M12 17/18`.
  var datedTitle: String {
    guard case .day(let day) = self else { return columnTitle }
    return day.dateTitle + " " + Period.twoDigits(day.civil.year)
  }

  /// Short enough for a narrow column: `Oct 16`, `14 Feb Wed`, `M11 17/18`.
  var columnTitle: String {
    switch self {
    case .month(let month): return "\(month.shortName) \(Period.twoDigits(month.year))"
    case .yearToDate(let month):
      let year = Int(month.nhsYear.firstYear)
      return "M\(month.numberInNHSYear) \(Period.twoDigits(year))/\(Period.twoDigits(year + 1))"
    case .day(let day):
      return day.dateTitle + " " + ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday - 1]
    case .week, .quarter, .year, .undated: return title
    }
  }

  private static func twoDigits(_ year: some BinaryInteger) -> String {
    year % 100 < 10 ? "0\(year % 100)" : "\(year % 100)"
  }
}

extension Day {
  /// The day and month: `26 Nov`.
  fileprivate var dateTitle: String {
    Period.day(self).title.split(separator: " ").prefix(2).joined(separator: " ")
  }
}

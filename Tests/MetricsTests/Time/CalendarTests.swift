import Metrics
import Testing

struct CalendarTests {
  @Test func `every day of five centuries follows the one before it`() {
    var day = Given.day("1800-01-01")
    var (year, month, number) = (1800, 1, 1)
    while year < 2300 {
      let civil = day.civil
      #expect((civil.year, civil.month, civil.day) == (year, month, number))
      guard civil.year == year, civil.month == month, civil.day == number else { return }
      day = day.advanced(by: 1)
      number += 1
      if number > Day.lengthOfMonth(year: year, month: month) { (number, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
  }

  @Test(arguments: [("1970-01-01", 4), ("2018-02-14", 3), ("2018-03-20", 2), ("1969-12-28", 7), ("2000-02-29", 2)])
  func `a day knows its weekday`(text: String, weekday: Int) { #expect(Given.day(text).weekday == weekday) }

  @Test(arguments: [
    ("2018-02-14", "2018-W07"), ("2016-01-01", "2015-W53"), ("2018-12-31", "2019-W01"), ("2021-01-03", "2020-W53"),
    ("2024-12-30", "2025-W01"),
  ])
  func `an ISO week belongs to the year of its Thursday`(day: String, week: String) {
    #expect(Period.week(Given.day(day).week).text == week)
    #expect(Given.period(week).rolledUp(to: .month) == nil)
  }

  @Test(arguments: [
    ("2017-04", "2017/18", 1), ("2018-03", "2017/18", 12), ("2018-02", "2017/18", 11), ("2017-12", "2017/18", 9),
    ("1999-04", "1999/00", 1),
  ])
  func `the NHS year runs from April to March`(month: String, year: String, number: Int) {
    #expect(Given.month(month).nhsYear.text == year)
    #expect(Given.month(month).numberInNHSYear == number)
    #expect(Given.month(month).nhsYear.month(number) == Given.month(month))
  }

  @Test(arguments: [("2017-04", 1), ("2017-06", 1), ("2017-07", 2), ("2017-12", 3), ("2018-01", 4), ("2018-03", 4)])
  func `a month rolls up to its quarter and its year`(month: String, quarter: Int) {
    #expect(Given.period(month).rolledUp(to: .quarter) == Given.period("2017/18 Q\(quarter)"))
    #expect(Given.period(month).rolledUp(to: .year) == Given.period("2017/18"))
  }

  @Test(arguments: [
    ("2018-02-14", 1), ("2018-W07", 7), ("2018-02", 28), ("2016-02", 29), ("2017/18 Q1", 91), ("2017/18", 365),
    ("2015/16", 366), ("2017/18 YTD M2", 61), ("9999-12", 31),
  ])
  func `a period knows how many days it covers`(text: String, days: Int) { #expect(Given.period(text).days == days) }

  @Test(arguments: [
    ("2018-02-28", 1, "2018-03-01"), ("2018-W52", 1, "2019-W01"), ("2018-01", -1, "2017-12"),
    ("2017/18 Q4", 1, "2018/19 Q1"), ("2017/18 Q1", -1, "2016/17 Q4"), ("2017/18", 1, "2018/19"),
    ("2017/18 YTD M12", 1, "2018/19 YTD M1"), ("", 5, ""),
  ])
  func `a period advances by its own kind`(text: String, steps: Int, then: String) {
    #expect(Given.period(text).advanced(by: steps) == Given.period(then))
  }

  @Test func `periods sort by their end, undated first, the shorter first`() {
    let inOrder = [
      "", "2018-02-14", "2018-W07", "2018-02-28", "2018-02", "2018-03-31", "2018-03", "2017/18 Q4", "2017/18",
    ]
    #expect(inOrder.map(Given.period).shuffled().sorted() == inOrder.map(Given.period))
  }

  @Test(arguments: ["2018-02-14", "2018-W07", "2018-02", "2017/18 Q3", "2017/18", "2017/18 YTD M11"])
  func `a period ends in the month of its last day`(text: String) {
    #expect(Given.period(text).month == Given.period(text).lastDay?.month)
  }
}

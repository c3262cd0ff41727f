import Metrics
import Testing

struct PeriodTextTests {
  @Test(arguments: [
    ("2018-02-14", "2018-02-14"), ("2018-W07", "2018-W07"), ("2018-w07", "2018-W07"), ("2018-02", "2018-02"),
    ("February 2018", "2018-02"), ("feb 2018", "2018-02"), ("2017/18 Q3", "2017/18 Q3"), ("2017/18", "2017/18"),
    ("1999/00", "1999/00"), ("2017/18 M11", "2018-02"), ("2017/18 M1", "2017-04"),
    ("2017/18 YTD M11", "2017/18 YTD M11"),
    ("", ""), ("  ", ""), (" 2018-02 ", "2018-02"), ("2020-02-29", "2020-02-29"), ("2020-W53", "2020-W53"),
  ])
  func `every form of a period is read, and written as the JSON writes it`(text: String, written: String) {
    #expect(Period(text)?.text == written)
  }

  @Test(arguments: [
    "2018-2-14", "2018-02-30", "2019-02-29", "2018-13", "2018-00", "2018-W54", "2019-W53", "2018-W00", "2018-W7",
    "18-02",
    "2017/19", "2017/8", "2017/+8", "+017/18", "2007/+8", "9999/00", "2017/18 Q5", "2017/18 Q0", "2017/18 Q+3",
    "2017/18 M13", "2017/18 M0", "2017/18 M011", "2017/18 M+3", "2017/18 YTD", "2017/18 YTD Q3", "2017/18 YTD M13",
    "Smarch 2018", "Fe 2018", "2018 February", "February 18", "2018", "201802", "14/02/2018", "2018-02-14T09:00",
    "2017/18 M11 x", "２０１８-02",
  ])
  func `what only looks like a period is refused`(text: String) { #expect(Period(text) == nil) }

  @Test(arguments: [
    ("2018-02-14", "14 Feb 2018"), ("2018-W07", "week 7 2018"), ("2018-02", "Feb 2018"), ("2017/18 Q3", "Q3 2017/18"),
    ("2017/18", "2017/18"), ("2017/18 YTD M11", "M11 2017/18 to date"), ("", "undated"),
  ])
  func `a period has a title that people read`(text: String, title: String) { #expect(Period(text)?.title == title) }

  @Test func `a published year has a dash, an own one a stroke`() {
    #expect(NHSYear(published: "2016-17") == NHSYear("2016/17"))
    #expect(NHSYear(published: "2016/17") == nil)
    #expect(NHSYear(published: "2016-18") == nil)
  }
}

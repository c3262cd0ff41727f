import Metrics
import Testing

struct MomentTests {
  @Test(arguments: [
    ("2018-03-20T09:00", 32_400), ("2018-03-20 09:00", 32_400), ("2018-03-20T09:00:30", 32_430), ("2018-03-20", 0),
    ("2018-03-20T23:59:59", 86_399),
  ])
  func `a moment is a day, or a day and a clock`(text: String, second: Int) {
    #expect(Moment(text) == Moment(day: Given.day("2018-03-20"), second: second))
  }

  @Test(arguments: [
    "", "2018-03-20T", "T2018-03-20", "2018-03-20TT09:00", "2018-03-20T9:00", "2018-03-20T24:00", "2018-03-20T09:60",
    "2018-03-20T09:00:60", "2018-03-20T+9:00", "2018-03-20T09", "2018-03-20T09:00Z", "2018-03T09:00", "09:00",
    "2018-02-30T09:00",
  ])
  func `what only looks like a moment is refused`(text: String) { #expect(Moment(text) == nil) }

  @Test func `moments advance over midnight, both ways`() {
    let evening = Moment("2018-02-28T23:59:30")
    #expect(evening?.advanced(bySeconds: 45) == Moment("2018-03-01T00:00:15"))
    #expect(Moment("2018-03-01T00:00:15")?.advanced(bySeconds: -45) == evening)
    #expect(evening?.title == "28 Feb 23:59")
  }
}

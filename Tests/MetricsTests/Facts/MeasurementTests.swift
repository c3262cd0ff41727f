import Metrics
import Testing

struct MeasurementTests {
  @Test(arguments: [
    (Measurement.notReturned, Given.share(3, 4), Measurement?.some(Given.share(3, 4))),
    (Given.share(3, 4), .notReturned, Given.share(3, 4)), (.notReturned, .notReturned, .notReturned),
    (Given.share(3, 4), Given.share(5, 6), Given.share(8, 10)), (.suppressed, Given.share(3, 4), .suppressed),
    (.count(Count(3)), .suppressed, .suppressed), (.notReturned, .suppressed, .suppressed),
    (.count(Count(halves: 3)), .count(Count(2)), .count(Count(halves: 7))),
    (Given.rate("90.0"), Given.rate("80.0"), nil), (Given.rate("90.0"), Given.share(1, 2), nil),
    (.count(Count(1)), Given.share(1, 2), nil),
    (.mean(total: 60, of: 1), .mean(total: 30, of: 2), .mean(total: 90, of: 3)),
  ])
  func `what is missing adds nothing, what is hidden hides the sum, rates have none`(
    left: Measurement, right: Measurement, sum: Measurement?
  ) { #expect(left.adding(right) == sum) }

  @Test func `nobody out of nobody is a return without a value`() {
    let empty = Given.share(0, 0)
    #expect(empty.isReturned)
    #expect(!empty.isKnown)
    #expect(empty.value == nil)
    #expect(!Measurement.suppressed.isReturned)
    #expect(!Measurement.notReturned.isReturned)
    #expect(Measurement.mean(total: 0, of: 0).value == nil)
  }

  @Test(arguments: [
    (Given.share(311, 352), "311 of 352"), (Given.rate("90.46"), "90.46%"), (.suppressed, "*"),
    (.notReturned, "no return"),
    (.money(Given.millions("(9.4)")), "(9.4m)"), (.count(Count(halves: 215)), "107.5"),
    (.mean(total: 0, of: 0), "no incidents"),
  ])
  func `a sentence quotes a measurement`(measurement: Measurement, text: String) { #expect(measurement.text == text) }
}

import Metrics
import Testing

struct DecimalTests {
  @Test(arguments: [
    ("90.46", 9046, 2), ("-12.50", -1250, 2), ("+5", 5, 0), (".5", 5, 1), ("5.", 5, 0), ("100.0", 1000, 1),
    ("007", 7, 0),
    ("9223372036854775807", Int.max, 0), ("0.000000000001", 1, 12),
  ])
  func `a decimal keeps the places it was published with`(text: String, unscaled: Int, places: Int) {
    #expect(Decimal(text) == Decimal(unscaled, places: places))
  }

  @Test(arguments: [
    "", "-", "+", ".", "-.", "1.2.3", "1,000", " 1", "1e3", "12-", "--1", "٣", "9223372036854775808", "0.0000000000001",
    "NaN",
  ])
  func `what is no plain decimal is refused`(text: String) { #expect(Decimal(text) == nil) }

  @Test(arguments: [("90.46", "90.46"), ("95", "95"), ("-0.5", "-0.5"), ("100.0", "100.0"), ("1350", "1,350")])
  func `a decimal is written with its own places`(text: String, written: String) {
    #expect(Given.decimal(text).text == written)
  }
}

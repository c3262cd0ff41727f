import Metrics
import Testing

@testable import Dashboard
@testable import Reports

/// Numbers and strings of JSON.
@Suite struct JSONTests {
  @Test(arguments: [
    (Ratio(95), "95"), (Ratio(-3), "-3"), (Ratio(1, 2), "0.5"), (Ratio(-1, 8), "-0.125"), (Ratio(4523, 50), "90.46"),
    (Ratio(1, 1000), "0.001"), (Ratio(1, 3), "0.3333333333333333"), (Ratio(Int.max), "9223372036854775807"),
    (Ratio(Int.max, 1_000_000), "9223372036854.775807"),
  ])
  func `a number is exact where a decimal can be, else the shortest that reads back the same`(
    ratio: Ratio, text: String
  ) {
    #expect(JSON.number(ratio).line == text)
  }

  @Test(arguments: [
    ("plain é £ ▼", "\"plain é £ ▼\""), ("\"\\\n\t\r", "\"\\\"\\\\\\n\\t\\r\""),
    ("\u{1B}\u{7F}\u{9B}", "\"\\u001b\\u007f\\u009b\""), ("\u{202E}\u{2028}\u{200B}", "\"\\u202e\\u2028\\u200b\""),
    ("\u{E0001}", "\"\\udb40\\udc01\""),
  ])
  func `a string holds nothing that a terminal could obey`(text: String, quoted: String) {
    #expect(JSON.quoted(text) == quoted)
  }

  @Test func `empty lists and objects are written whole`() {
    #expect(JSON.object([("a", .list([])), ("b", .null)]).lines == "{\n  \"a\": [],\n  \"b\": null\n}")
  }
}

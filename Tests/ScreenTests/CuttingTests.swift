import Screen
import Testing

/// What is left of a line that is too long.
struct CuttingTests {
  @Test(arguments: [
    ("interim 2,000", 11, "interim…"), ("interim 2,000", 12, "interim…"), ("interim 2,000", 13, "interim 2,000"),
    ("88.4%", 4, "…"), ("(17.0) £m", 5, "…"), ("(17.0) £m", 8, "(17.0)…"), ("Fellgate", 5, "Fell…"),
    ("RZ1 23 of 40", 8, "RZ1 23 …"), ("RZ1 23 of 40", 7, "RZ1 …"), ("a - b", 4, "a -…"), ("7", 0, ""),
  ])
  func `a figure is never cut through: it goes whole, and words go first`(text: String, limit: Int, expected: String) {
    #expect(StyledText(text).truncated(to: limit).plain == expected)
  }
}

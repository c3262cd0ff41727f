import Metrics
import Testing

struct CountTests {
  @Test(arguments: [("107.5", 215), ("107", 214), ("107.50", 215), ("0", 0), ("0.5", 1), ("-3", -6)])
  func `a whole or a half is a count`(text: String, halves: Int) {
    #expect(Count(Given.decimal(text))?.halves == halves)
  }

  @Test(arguments: ["107.25", "0.1", "9223372036854775807"])
  func `a third of a patient is none, nor is one beyond the largest number`(text: String) {
    #expect(Count(Given.decimal(text)) == nil)
  }

  @Test func `counts stop at the largest number rather than wrapping`() {
    #expect(Count(Int.max).halves == Int.max)
    #expect(Count(Int.min).halves == -Int.max)
    #expect((Count(Int.max) + Count(1)).halves == Int.max)
    #expect((Count(Int.min) - Count(1)).halves == -Int.max)
  }

  @Test(arguments: [
    (Count(1234), "1,234"), (Count(halves: 215), "107.5"), (Count(halves: 1), "0.5"), (Count.zero, "0"),
  ])
  func `halves are shown only where there are any`(count: Count, text: String) { #expect(count.text == text) }
}

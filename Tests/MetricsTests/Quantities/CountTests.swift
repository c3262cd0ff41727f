import Testing

@testable import Metrics

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
    #expect(Count(Int.max).parts == Int.max)
    #expect(Count(Int.min).parts == -Int.max)
    #expect((Count(Int.max) + Count(1)).parts == Int.max)
    #expect((Count(Int.min) - Count(1)).parts == -Int.max)
    #expect(Count(halves: Int.min).parts == -Int.max)
  }

  @Test(arguments: [
    ("1969.5384615384", 1_969_538_462, "1,969.5"), ("0.02197802", 21_978, "0.0"), ("20", 20_000_000, "20"),
    ("0.5", 500_000, "0.5"),
  ])
  func `a mean of days has six decimals, and one is shown`(text: String, parts: Int, shown: String) {
    let count = Count(mean: Given.decimal(text))
    #expect(count.parts == parts && count.text == shown)
    #expect(count.isInHalves == (parts % 500_000 == 0))
    #expect(count.ratio == Ratio(parts, 1_000_000))
  }

  @Test func `means are added up and divided exactly, and are kept as they are`() throws {
    let (occupied, open) = (Count(parts: 1_859_978_022), Count(parts: 1_969_538_462))
    let share = Measurement.share(within: occupied, of: open)
    #expect(share.value == Ratio(1_859_978_022, 1_969_538_462) * Ratio(100))
    #expect(Measurement.count(open).adding(.count(Count(20))) == .count(Count(parts: 1_989_538_462)))
    for measurement in [share, .count(open), .count(Count(halves: 3))] {
      var bytes = StoredWriter()
      measurement.write(to: &bytes)
      let stored = bytes.bytes
      let read = try stored.withUnsafeBytes { bytes in
        var reader = StoredReader(bytes)
        return try Measurement(from: &reader)
      }
      #expect(read == measurement)
      // A mean does not fit the columns of most figures, and is stored beside them.
      #expect(PackedMeasurement(measurement) == nil || PackedMeasurement(measurement)?.measurement == measurement)
    }
  }

  @Test(arguments: [
    (Count(1234), "1,234"), (Count(halves: 215), "107.5"), (Count(halves: 1), "0.5"), (Count.zero, "0"),
  ])
  func `halves are shown only where there are any`(count: Count, text: String) { #expect(count.text == text) }
}

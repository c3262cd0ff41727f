import Testing

@testable import Metrics

/// Counts that are packed come out as they went in.
@Suite struct PackedCountsTests {
  @Test(
    arguments: [
      [], [0], [127, 128, 16_383, 16_384, 2_097_151, 2_097_152, 268_435_455, 268_435_456, .max],
      Array(repeating: 0, count: 105), [.max, 0, .max],
    ] as [[UInt32]])
  func `counts come out as they went in, from memory and from storage`(counts: [UInt32]) throws {
    let packed = PackedCounts(counts)
    #expect(packed.counts == counts && packed == PackedCounts(packed.counts))
    var stored = StoredWriter()
    packed.write(to: &stored)
    let read = try stored.bytes.withUnsafeBytes { bytes in
      var reader = StoredReader(bytes)
      return try PackedCounts(from: &reader)
    }
    #expect(read == packed && read.counts == counts)
  }

  @Test func `a thousand lists of every size of count come out as they went in`() {
    for length in 0..<1000 {
      let counts = (0..<length % 130).map { _ in UInt32.random(in: 0...(UInt32.max >> UInt32.random(in: 0..<32))) }
      #expect(PackedCounts(counts).counts == counts)
    }
  }
}

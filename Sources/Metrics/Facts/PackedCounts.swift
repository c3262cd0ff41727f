/// Counts one after the other, each in as few bytes as it needs, in the form in which they are stored.
///
/// Most weeks of a waiting list have few patients. A national board of ten years has 63,000 lists of 105 weeks, which
/// take less than half the memory that they would take as whole numbers.
struct PackedCounts: Hashable, Sendable {
  private let count: Int
  private let bytes: [UInt8]

  /// These counts.
  init(_ counts: [UInt32]) {
    var stored = StoredWriter()
    for count in counts { stored.write(Int(count)) }
    count = counts.count
    // Without the room that was not needed.
    bytes = Array(stored.bytes[...])
  }

  /// The counts, in order.
  var counts: [UInt32] {
    bytes.withUnsafeBytes { bytes in
      var reader = StoredReader(bytes)
      return [UInt32](unsafeUninitializedCapacity: count) { counts, filled in
        // What was packed, or looked at when it was read from storage, can be read.
        while filled < count, let number = try? reader.number() {
          counts[filled] = UInt32(truncatingIfNeeded: number)
          filled += 1
        }
      }
    }
  }
}

extension PackedCounts: Stored {
  package func write(to bytes: inout StoredWriter) {
    bytes.write(count)
    bytes.write(unmarked: self.bytes)
  }

  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    let count = try bytes.count()
    self.count = count
    self.bytes = Array(try bytes.unsignedNumbers(count))
  }
}

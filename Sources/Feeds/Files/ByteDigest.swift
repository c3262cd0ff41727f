/// A digest of the bytes of a file: files with different bytes have different digests, except by chance.
struct ByteDigest: Hashable, Sendable {
  let one: UInt64, other: UInt64
  /// How many bytes there were.
  let length: UInt64

  init(one: UInt64, other: UInt64, length: UInt64) {
    (self.one, self.other, self.length) = (one, other, length)
  }

  /// The digest of these bytes.
  init(of bytes: UnsafeRawBufferPointer) {
    var running = RunningDigest()
    running.add(bytes)
    self = running.digest
  }

  /// Reads a file to its end; `nil` where it cannot be read any more.
  init?(of file: FoundFile) {
    var running = RunningDigest()
    do throws(FeedFault) {
      try file.readBlocks { block in
        running.add(block)
        return true
      }
    } catch {
      return nil
    }
    self = running.digest
  }

  /// The digest as 32 hexadecimal digits, without the length.
  var hexadecimal: String {
    [one, other].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

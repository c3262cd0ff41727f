/// A value that can be kept as bytes and made again from them, on the same machine by the same program.
///
/// The bytes are no format for exchange: whoever keeps them also keeps which program wrote them, and a checksum.
package protocol Stored {
  /// Writes the value after what is written already.
  func write(to bytes: inout StoredWriter)
  /// Reads the value that was written next.
  init(from bytes: inout StoredReader) throws(StoredDamage)
}

/// Bytes end too soon, or say what no value writes.
package struct StoredDamage: Error {
  package init() {}
}

/// Bytes that values are written to, one after the other.
package struct StoredWriter {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Writes a whole number, in as few bytes as it needs: seven bits a byte, the lowest first.
  package mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes bytes with their number before them.
  package mutating func write(raw: some Collection<UInt8>) {
    write(raw.count)
    bytes.append(contentsOf: raw)
  }
}

/// Bytes that values are read from, in the order in which they were written.
package struct StoredReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  /// Reads from bytes that outlive it.
  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether everything has been read.
  package var isAtEnd: Bool { place == bytes.count }

  /// Reads a whole number.
  package mutating func number() throws(StoredDamage) -> Int {
    var (number, shift): (UInt64, UInt64) = (0, 0)
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: number >> 1) ^ -Int(truncatingIfNeeded: number & 1) }
      shift += 7
    }
    throw StoredDamage()
  }

  /// Reads how many things follow: never more than there are bytes left, so that nothing is made room for in vain.
  package mutating func count() throws(StoredDamage) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - place else { throw StoredDamage() }
    return count
  }

  /// Reads bytes that were written with their number before them.
  package mutating func raw() throws(StoredDamage) -> UnsafeRawBufferPointer {
    let count = try count()
    defer { place += count }
    return UnsafeRawBufferPointer(rebasing: bytes[place..<(place + count)])
  }

  /// Reads a value of the kind that is wanted.
  package mutating func value<Value: Stored>(_ kind: Value.Type = Value.self) throws(StoredDamage) -> Value {
    try Value(from: &self)
  }
}

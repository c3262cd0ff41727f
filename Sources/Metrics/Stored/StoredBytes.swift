/// A value that can be stored as bytes and restored from them, on the same machine by the same program.
///
/// The bytes are not an exchange format: whoever stores them must also store the identity of the program, and a
/// checksum.
package protocol Stored {
  /// Writes the value after what has been written already.
  func write(to bytes: inout StoredWriter)
  /// Reads the next value.
  init(from bytes: inout StoredReader) throws(StoredDamage)
}

/// The bytes end too soon, or contain something that no value writes.
package struct StoredDamage: Error {
  package init() {}
}

/// Bytes to which values are written, one after the other.
package struct StoredWriter {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Writes a whole number in as few bytes as it needs: seven bits in each byte, the lowest first.
  package mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes bytes, preceded by their number.
  package mutating func write(raw: some Collection<UInt8>) {
    write(raw.count)
    bytes.append(contentsOf: raw)
  }
}

extension StoredWriter {
  /// Writes bytes whose number the reader knows, or finds out.
  mutating func write(unmarked raw: some Collection<UInt8>) { bytes.append(contentsOf: raw) }
}

/// Bytes from which values are read, in the order in which they were written.
package struct StoredReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  /// A reader of bytes that must outlive it.
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

  /// Reads a number of items, which can never exceed the bytes left, so that no room is made for nothing.
  package mutating func count() throws(StoredDamage) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - place else { throw StoredDamage() }
    return count
  }

  /// Reads past so many whole numbers of 32 bits, none of them negative, and returns the bytes in which they stand. A file
  /// has the bands of hundreds of waiting lists.
  package mutating func unsignedNumbers(_ count: Int) throws(StoredDamage) -> UnsafeRawBufferPointer {
    let start = place
    for _ in 0..<count {
      var (number, shift): (UInt64, UInt64) = (0, 0)
      var byte: UInt8 = 0x80
      while byte >= 0x80, place < bytes.count, shift < 64 {
        byte = bytes[place]
        place += 1
        number |= UInt64(byte & 0x7F) << shift
        shift += 7
      }
      // An odd number stands for a negative one.
      guard byte < 0x80, number & 1 == 0, number >> 1 <= UInt32.max else { throw StoredDamage() }
    }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<place])
  }

  /// Reads bytes that are preceded by their number.
  package mutating func raw() throws(StoredDamage) -> UnsafeRawBufferPointer {
    let count = try count()
    defer { place += count }
    return UnsafeRawBufferPointer(rebasing: bytes[place..<(place + count)])
  }

  /// Reads a value of this type.
  package mutating func value<Value: Stored>(_ kind: Value.Type = Value.self) throws(StoredDamage) -> Value {
    try Value(from: &self)
  }
}

/// A list of 32-bit whole numbers, each in as few bytes as their range needs: none where all are equal.
struct NumberColumn: Sendable {
  private let base: Int32
  /// Bytes per number: 0...4, the lowest byte first.
  private let width: Int
  /// The bits that belong to a number, among the 32 that are read.
  private let mask: UInt32
  /// The numbers, then padding: any number can be read as 32 bits.
  private let bytes: [UInt8]

  private static let padding = 4

  private init(base: Int32, width: Int, bytes: [UInt8]) {
    (self.base, self.width, self.bytes) = (base, width, bytes)
    mask = width == 4 ? .max : 1 << UInt32(width * 8) - 1
  }

  /// These numbers.
  init(_ numbers: [Int32]) {
    var (least, most) = (Int32.max, Int32.min)
    for number in numbers {
      least = min(least, number)
      most = max(most, number)
    }
    let base = numbers.isEmpty ? 0 : least
    let range = numbers.isEmpty ? 0 : UInt32(truncatingIfNeeded: Int(most) - Int(least))
    let width = (UInt32.bitWidth - range.leadingZeroBitCount + 7) / 8
    let count = numbers.count * width
    let bytes = [UInt8](unsafeUninitializedCapacity: count + NumberColumn.padding) { bytes, filled in
      // Each width has its own loop: a national month has nine columns of 24,000 numbers.
      switch width {
      case 0: break
      case 1: NumberColumn.write(numbers, above: base, width: 1, to: bytes)
      case 2: NumberColumn.write(numbers, above: base, width: 2, to: bytes)
      case 3: NumberColumn.write(numbers, above: base, width: 3, to: bytes)
      default: NumberColumn.write(numbers, above: base, width: 4, to: bytes)
      }
      for place in count..<(count + NumberColumn.padding) { bytes[place] = 0 }
      filled = count + NumberColumn.padding
    }
    self.init(base: base, width: width, bytes: bytes)
  }

  @inline(__always)
  private static func write(
    _ numbers: [Int32], above base: Int32, width: Int, to bytes: UnsafeMutableBufferPointer<UInt8>
  ) {
    for place in numbers.indices {
      let above = UInt32(bitPattern: numbers[place] &- base)
      for byte in 0..<width { bytes[place * width + byte] = UInt8(truncatingIfNeeded: above >> UInt32(byte * 8)) }
    }
  }

  /// The first `count` numbers, which must exist, one after the other: much faster than asking for each.
  func numbers(_ count: Int) -> [Int32] {
    precondition(count >= 0 && count * width <= bytes.count - NumberColumn.padding)
    if width == 0 { return Array(repeating: base, count: count) }
    return bytes.withUnsafeBytes { bytes in
      // Each width has its own loop.
      switch width {
      case 1: NumberColumn.read(bytes, count, above: base, width: 1, mask: 0xFF)
      case 2: NumberColumn.read(bytes, count, above: base, width: 2, mask: 0xFFFF)
      case 3: NumberColumn.read(bytes, count, above: base, width: 3, mask: 0xFF_FFFF)
      default: NumberColumn.read(bytes, count, above: base, width: 4, mask: .max)
      }
    }
  }

  @inline(__always)
  private static func read(
    _ bytes: UnsafeRawBufferPointer, _ count: Int, above base: Int32, width: Int, mask: UInt32
  ) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: count) { numbers, filled in
      for place in 0..<count {
        let above = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place * width, as: UInt32.self))
        numbers[place] = base &+ Int32(truncatingIfNeeded: above & mask)
      }
      filled = count
    }
  }

  /// The number at a place, which must exist.
  @inline(__always)
  subscript(place: Int) -> Int32 {
    let start = place * width
    precondition(place >= 0 && start <= bytes.count - NumberColumn.padding)
    let above = bytes.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt32.self)) }
    return base &+ Int32(truncatingIfNeeded: above & mask)
  }
}

extension NumberColumn {
  func write(to bytes: inout StoredWriter) {
    base.write(to: &bytes)
    bytes.write(width)
    bytes.write(raw: self.bytes)
  }

  /// The next column in stored bytes, with this many numbers.
  init(from bytes: inout StoredReader, count: Int) throws(StoredDamage) {
    let (base, width): (Int32, Int) = (try bytes.value(), try bytes.number())
    let raw = try bytes.raw()
    guard (0...4).contains(width), raw.count == count * width + NumberColumn.padding else { throw StoredDamage() }
    self.init(base: base, width: width, bytes: Array(raw))
  }
}

/// Whole numbers of 32 bits one after the other, each in as few bytes as their range needs: none where all are the same.
struct NumberColumn: Sendable {
  private let base: Int32
  /// Bytes a number: 0...4, the lowest byte first.
  private let width: Int
  private let bytes: [UInt8]

  /// These numbers.
  init(_ numbers: [Int32]) {
    var (least, most) = (Int32.max, Int32.min)
    for number in numbers {
      least = min(least, number)
      most = max(most, number)
    }
    let base = numbers.isEmpty ? 0 : least
    self.base = base
    let range = numbers.isEmpty ? 0 : UInt32(truncatingIfNeeded: Int(most) - Int(least))
    let width = (UInt32.bitWidth - range.leadingZeroBitCount + 7) / 8
    self.width = width
    // An array of nothing is shared by all threads, and would be written to.
    guard numbers.count * width > 0 else {
      bytes = []
      return
    }
    bytes = [UInt8](unsafeUninitializedCapacity: numbers.count * width) { bytes, filled in
      // Each width has a loop of its own: a national month has nine columns of 24,000 numbers.
      switch width {
      case 1: NumberColumn.write(numbers, above: base, width: 1, to: bytes)
      case 2: NumberColumn.write(numbers, above: base, width: 2, to: bytes)
      case 3: NumberColumn.write(numbers, above: base, width: 3, to: bytes)
      default: NumberColumn.write(numbers, above: base, width: 4, to: bytes)
      }
      filled = numbers.count * width
    }
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

  subscript(place: Int) -> Int32 {
    let start = place * width
    var above: UInt32 = 0
    switch width {
    case 0: break
    case 1: above = UInt32(bytes[start])
    case 2: above = UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8
    case 3: above = UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2]) << 16
    default:
      above = UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8
      above |= UInt32(bytes[start + 2]) << 16 | UInt32(bytes[start + 3]) << 24
    }
    return Int32(truncatingIfNeeded: Int(base) + Int(above))
  }
}

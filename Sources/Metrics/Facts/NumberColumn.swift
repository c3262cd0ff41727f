/// Whole numbers of 32 bits one after the other, each in as few bytes as their range needs: none where all are the same.
struct NumberColumn: Sendable {
  private let base: Int32
  /// Bytes a number: 0...4, the lowest byte first.
  private let width: Int
  private let bytes: [UInt8]

  /// The numbers that `value` gives for 0 up to `count`.
  init(count: Int, _ value: (Int) -> Int32) {
    var (least, most) = (Int32.max, Int32.min)
    for place in 0..<count {
      let number = value(place)
      least = min(least, number)
      most = max(most, number)
    }
    let base = count == 0 ? 0 : least
    self.base = base
    let range = count == 0 ? 0 : UInt32(truncatingIfNeeded: Int(most) - Int(least))
    let width = (UInt32.bitWidth - range.leadingZeroBitCount + 7) / 8
    self.width = width
    // An array of nothing is shared by all threads, and would be written to.
    guard count * width > 0 else {
      bytes = []
      return
    }
    bytes = [UInt8](unsafeUninitializedCapacity: count * width) { bytes, filled in
      for place in 0..<count {
        let above = UInt32(truncatingIfNeeded: Int(value(place)) - Int(base))
        for byte in 0..<width { bytes[place * width + byte] = UInt8(truncatingIfNeeded: above >> UInt32(byte * 8)) }
      }
      filled = count * width
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

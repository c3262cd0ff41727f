/// Looks for the end of ordinary fields and rows eight or thirty-two bytes at a time.
///
/// Ordinary is what needs no care: ASCII without quotes and control characters. What is not ordinary is `nil`, and so is
/// what does not end within the block.
enum OrdinaryBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// The high bit of each byte that is not ordinary, and perhaps of some above the first such.
  @inline(__always)
  private static func unusual(_ word: UInt64) -> UInt64 {
    let quotes = word ^ (ones &* 0x22)
    return (word | ((word &- ones &* 0x20) & ~word) | ((quotes &- ones) & ~quotes)) & highs
  }

  /// The high bit of each byte that is a comma.
  @inline(__always)
  private static func commas(_ word: UInt64) -> UInt64 {
    let difference = word ^ (ones &* 0x2C)
    return ~((difference & lows) &+ lows | difference) & highs
  }

  /// Where the comma after a field without quotes stands.
  @inline(__always)
  static func endOfField(_ block: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    var index = start
    while index &+ 8 <= block.count {
      let word = block.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let comma = commas(word)
      let found = comma | unusual(word)
      if found != 0 {
        let bit = found & (0 &- found)
        return comma & bit == 0 ? nil : index &+ found.trailingZeroBitCount >> 3
      }
      index &+= 8
    }
    while index < block.count {
      let byte = block[index]
      if byte == 0x2C { return index }
      if byte < 0x20 || byte >= 0x80 || byte == 0x22 { return nil }
      index &+= 1
    }
    return nil
  }

  /// Where the comma after a field stands that may be quoted.
  static func endOfQuotableField(_ block: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    guard start < block.count, block[start] == 0x22 else { return endOfField(block, start) }
    var index = start &+ 1
    while index < block.count {
      let byte = block[index]
      index &+= 1
      if byte == 0x22 {
        guard index < block.count else { return nil }
        if block[index] == 0x2C { return index }
        if block[index] != 0x22 { return nil }
        index &+= 1
      } else if byte < 0x20 || byte >= 0x80 {
        return nil
      }
    }
    return nil
  }

  /// Where the next row starts, after exactly so many commas.
  static func endOfRow(_ block: UnsafeRawBufferPointer, from start: Int, commas expected: Int) -> Int? {
    var index = start
    var counted = SIMD32<UInt8>(repeating: 0)
    // No lane may count beyond 255.
    let last = min(block.count &- 32, start &+ 255 &* 32)
    while index <= last {
      let bytes = block.loadUnaligned(fromByteOffset: index, as: SIMD32<UInt8>.self)
      // Signed, what is below a space is a control character or not ASCII.
      let low = unsafeBitCast(bytes, to: SIMD32<Int8>.self) .< SIMD32<Int8>(repeating: 0x20)
      let quotes = bytes .== SIMD32<UInt8>(repeating: 0x22)
      let special = unsafeBitCast(low, to: SIMD4<UInt64>.self) | unsafeBitCast(quotes, to: SIMD4<UInt64>.self)
      if (special.x | special.y | special.z | special.w) != 0 { break }
      // A lane that matches is -1.
      counted = counted &- unsafeBitCast(bytes .== SIMD32<UInt8>(repeating: 0x2C), to: SIMD32<UInt8>.self)
      index &+= 32
    }
    var found = sumOfLanes(counted)
    while index &+ 8 <= block.count {
      let word = block.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let unusual = unusual(word)
      if unusual != 0 {
        let before = (unusual & (0 &- unusual)) &- 1
        found &+= (commas(word) & before).nonzeroBitCount
        return found == expected ? lineEnd(block, index &+ unusual.trailingZeroBitCount >> 3) : nil
      }
      found &+= commas(word).nonzeroBitCount
      index &+= 8
    }
    while index < block.count {
      let byte = block[index]
      if byte < 0x20 || byte >= 0x80 || byte == 0x22 { return found == expected ? lineEnd(block, index) : nil }
      if byte == 0x2C { found &+= 1 }
      index &+= 1
    }
    return nil
  }

  /// What follows the end of a line, LF or CRLF, that stands here.
  @inline(__always)
  static func lineEnd(_ block: UnsafeRawBufferPointer, _ index: Int) -> Int? {
    if block[index] == 0x0A { return index &+ 1 }
    guard block[index] == 0x0D, index &+ 1 < block.count, block[index &+ 1] == 0x0A else { return nil }
    return index &+ 2
  }

  /// The sum of 32 bytes.
  private static func sumOfLanes(_ lanes: SIMD32<UInt8>) -> Int {
    let words = unsafeBitCast(lanes, to: SIMD4<UInt64>.self)
    func sum(_ word: UInt64) -> UInt64 {
      let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ ((word >> 8) & 0x00FF_00FF_00FF_00FF)
      return (pairs &* 0x0001_0001_0001_0001) >> 48
    }
    return Int(sum(words.x) &+ sum(words.y) &+ sum(words.z) &+ sum(words.w))
  }

  /// Whether these bytes stand here.
  @inline(__always)
  static func stand(_ bytes: [UInt8], in block: UnsafeRawBufferPointer, at position: Int) -> Bool {
    let length = bytes.count
    guard length > 0, position &+ length <= block.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      var index = 0
      while index &+ 32 <= length {
        let left = bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
        let right = block.loadUnaligned(fromByteOffset: position &+ index, as: SIMD4<UInt64>.self)
        let difference = left ^ right
        if (difference.x | difference.y | difference.z | difference.w) != 0 { return false }
        index &+= 32
      }
      while index &+ 8 <= length {
        if bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          != block.loadUnaligned(fromByteOffset: position &+ index, as: UInt64.self)
        {
          return false
        }
        index &+= 8
      }
      while index < length {
        if bytes[index] != block[position &+ index] { return false }
        index &+= 1
      }
      return true
    }
  }
}

/// Reads counts that are digits or nothing, each with its comma, into a row of numbers.
///
/// Most are nothing: a run of commas is passed eight at a time.
enum OrdinaryCounts {
  /// Reads so many counts; their sum, or `nil` when something else stands there, or the block ends too soon.
  static func read(
    _ block: UnsafeRawBufferPointer, _ position: inout Int, into counts: inout [UInt32]
  ) -> Int? {
    let start = position
    let found = counts.withUnsafeMutableBufferPointer { read(block, start, into: $0) }
    guard let found else { return nil }
    position = found.end
    return found.sum
  }

  private static func read(
    _ block: UnsafeRawBufferPointer, _ start: Int, into counts: UnsafeMutableBufferPointer<UInt32>
  ) -> (end: Int, sum: Int)? {
    counts.update(repeating: 0)
    let commas: UInt64 = 0x2C2C_2C2C_2C2C_2C2C
    // A count has at most seven digits and its comma, so that a word always holds one.
    let last = block.count &- 8
    let all = counts.count
    var (index, place, sum) = (start, 0, 0)
    while place < all {
      guard index <= last else { return nil }
      var word = block.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // The empty counts before the next one with digits; the word ends in eight of them at most.
      let empty = (word ^ commas).trailingZeroBitCount >> 3
      place &+= empty
      index &+= empty
      if place >= all { return (index &- (place &- all), sum) }
      if empty == 8 { continue }
      word >>= UInt64(truncatingIfNeeded: empty &* 8)
      var value = word & 0xFF &- 0x30
      guard value <= 9 else { return nil }
      var length = 2
      word >>= 8
      while word & 0xFF != 0x2C {
        let digit = word & 0xFF &- 0x30
        // Past what was shifted out there is nothing: the count is read again from a word of its own.
        if digit > 9 { break }
        value = value &* 10 &+ digit
        word >>= 8
        length &+= 1
      }
      guard word != 0 else {
        if empty == 0 { return nil }
        continue
      }
      guard word & 0xFF == 0x2C else { return nil }
      counts[place] = UInt32(truncatingIfNeeded: value)
      sum &+= Int(truncatingIfNeeded: value)
      index &+= length
      place &+= 1
    }
    return (index, sum)
  }
}

/// What the bytes of a file come to: two files of other bytes have other ones, by chance aside.
struct ByteDigest: Hashable, Sendable {
  private let one: UInt64, other: UInt64
  private let length: UInt64

  /// Reads a file to its end; `nil` where it cannot be read any more.
  init?(of file: FoundFile) {
    var (one, other): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15)
    var length: UInt64 = 0
    var rest: (bytes: UInt64, count: UInt64) = (0, 0)
    func mix(_ word: UInt64) {
      // FNV-1a over words of eight bytes, and a second one that multiplies by another prime and turns the bits round.
      one = (one ^ word) &* 0x100_0000_01B3
      other = (other ^ (word << 31 | word >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      other ^= other >> 29
    }
    do throws(FeedFault) {
      try file.readBlocks { block in
        length += UInt64(block.count)
        var place = 0
        while place < block.count {
          if rest.count == 0, block.count - place >= 8 {
            mix(block.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
            continue
          }
          rest.bytes |= UInt64(block[place]) << (rest.count * 8)
          rest.count += 1
          place += 1
          if rest.count == 8 {
            mix(rest.bytes)
            rest = (0, 0)
          }
        }
        return true
      }
    } catch {
      return nil
    }
    mix(rest.bytes)
    (self.one, self.other, self.length) = (one, other, length)
  }
}

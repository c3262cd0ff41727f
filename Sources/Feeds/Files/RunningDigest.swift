/// A digest of bytes that come in blocks: different bytes give another digest, except by chance.
///
/// It protects against damage, not against somebody who wants two files to look alike.
struct RunningDigest {
  private var one: UInt64 = 0xCBF2_9CE4_8422_2325
  private var other: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var length: UInt64 = 0
  /// The bytes that do not fill a word yet.
  private var rest: (bytes: UInt64, count: UInt64) = (0, 0)

  /// Adds a block after the ones before it; how the bytes are divided into blocks makes no difference.
  mutating func add(_ block: UnsafeRawBufferPointer) {
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
  }

  /// The digest of everything that was added.
  var digest: ByteDigest {
    var whole = self
    whole.mix(rest.bytes)
    return ByteDigest(one: whole.one, other: whole.other, length: length)
  }

  private mutating func mix(_ word: UInt64) {
    // FNV-1a over words of eight bytes, and a second digest that multiplies by another prime and rotates the bits.
    one = (one ^ word) &* 0x100_0000_01B3
    other = (other ^ (word << 31 | word >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    other ^= other >> 29
  }
}

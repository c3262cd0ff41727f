/// A zip of parts, stored as they are; one that is given packed says so.
struct ZipBytes {
  private struct Member {
    let name: [UInt8]
    let start: Int, method: Int, crc: UInt32, packed: Int, size: Int
  }

  private var bytes: [UInt8] = []
  private var members: [Member] = []

  /// Adds a part as it is.
  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  mutating func add(_ name: String, _ content: [UInt8]) {
    add(name, packed: content, method: 0, crc: ZipBytes.crc(content), size: content.count)
  }

  /// Adds a part that unpacks to a head, then so many copies of a text of four bytes: packed 158 times as small, by hand.
  mutating func add(_ name: String, head: String, repeating text: String, runs: Int) {
    precondition(text.utf8.count == 4)
    var bits = Deflate()
    for byte in (head + text).utf8 { bits.literal(byte) }
    for _ in 0..<runs { bits.copy258() }
    let copied = (0..<(runs * 258)).map { Array(text.utf8)[$0 % 4] }
    let content = Array((head + text).utf8) + copied
    add(name, packed: bits.finished(), method: 8, crc: ZipBytes.crc(content), size: content.count)
  }

  private mutating func add(_ name: String, packed: [UInt8], method: Int, crc: UInt32, size: Int) {
    let member = Member(
      name: Array(name.utf8), start: bytes.count, method: method, crc: crc, packed: packed.count, size: size)
    bytes += [0x50, 0x4B, 3, 4] + little(20, 2) + ZipBytes.common(member) + member.name + packed
    members.append(member)
  }

  /// The whole zip.
  func finished() -> [UInt8] {
    var all = bytes
    for member in members {
      all += [0x50, 0x4B, 1, 2] + little(20, 2) + little(20, 2) + ZipBytes.common(member)
      all += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(member.start, 4) + member.name
    }
    let count = little(members.count, 2)
    all += [0x50, 0x4B, 5, 6] + little(0, 4) + count + count + little(all.count - bytes.count, 4)
    return all + little(bytes.count, 4) + little(0, 2)
  }

  private static func common(_ member: Member) -> [UInt8] {
    little(0, 2) + little(member.method, 2) + little(0, 4) + little(Int(member.crc), 4) + little(member.packed, 4)
      + little(member.size, 4) + little(member.name.count, 2) + little(0, 2)
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in value & 1 != 0 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}

/// The fixed codes of deflate, as far as a bomb needs them.
private struct Deflate {
  private var bytes: [UInt8] = []
  private var bits: UInt32 = 0, count: UInt32 = 0

  init() { write(0b011, 3) }

  mutating func literal(_ byte: UInt8) { writeCode(0x30 + UInt32(byte), 8) }

  /// The 258 bytes after the ones four back.
  mutating func copy258() {
    writeCode(0b1100_0101, 8)
    writeCode(3, 5)
  }

  mutating func finished() -> [UInt8] {
    writeCode(0, 7)
    write(0, 7)
    return bytes
  }

  private mutating func writeCode(_ code: UInt32, _ length: UInt32) {
    for place in (0..<length).reversed() { write(code >> place & 1, 1) }
  }

  private mutating func write(_ value: UInt32, _ length: UInt32) {
    bits |= value << count
    count += length
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      count -= 8
    }
  }
}

/// A number in so many bytes, the lowest first.
func little(_ number: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
}

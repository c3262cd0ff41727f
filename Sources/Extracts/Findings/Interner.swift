/// Texts as small numbers: equal bytes have equal numbers, in the order in which they first came.
struct Interner {
  private var slots = [Int32](repeating: -1, count: 64)
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var last = -1

  /// How many texts there are.
  var count: Int { ends.count }

  /// The number of a trimmed field, and whether it is new.
  mutating func number(of record: Record, _ field: Int) -> (number: Int, isNew: Bool) {
    let range = record.trimmed(field)
    return record.content.withUnsafeBytes { number(of: UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// The number of a text from the source or from a message, and whether it is new.
  mutating func number(of text: String) -> (number: Int, isNew: Bool) {
    var text = text
    return text.withUTF8 { number(of: UnsafeRawBufferPointer($0)) }
  }

  /// The number of these bytes, and whether it is new.
  mutating func number(of text: UnsafeRawBufferPointer) -> (number: Int, isNew: Bool) {
    if last >= 0, isEqual(last, text) { return (last, false) }
    var slot = Int(truncatingIfNeeded: Interner.hash(text)) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isEqual(Int(slots[slot]), text) {
        last = Int(slots[slot])
        return (last, false)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(ends.count)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    last = ends.count - 1
    if ends.count * 2 > slots.count { grow() }
    return (last, true)
  }

  /// The number of bytes that have been met before; `nil` for any others.
  func known(_ text: UnsafeRawBufferPointer) -> Int? {
    var slot = Int(truncatingIfNeeded: Interner.hash(text)) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isEqual(Int(slots[slot]), text) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Calls a closure with each text, in the order in which they first came.
  func forEach(_ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { all in
      for number in 0..<ends.count { body(UnsafeRawBufferPointer(rebasing: all[range(number)])) }
    }
  }

  /// FNV-1a over the bytes.
  static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  private func isEqual(_ number: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    let range = range(number)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBytes { all in
      for offset in 0..<text.count where all[range.lowerBound + offset] != text[offset] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    bytes.withUnsafeBytes { all in
      for number in 0..<ends.count {
        let text = UnsafeRawBufferPointer(rebasing: all[range(number)])
        var slot = Int(truncatingIfNeeded: Interner.hash(text)) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(number)
      }
    }
  }
}

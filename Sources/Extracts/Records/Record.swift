/// One record of a file: the bytes of its fields without quotes, and the line on which it starts.
///
/// `RecordSplitter` fills a record; the record is used, cleared and filled again, so that reading a file allocates
/// nothing.
struct Record {
  /// The bytes of all fields, with a separator between them.
  var content: [UInt8] = []
  /// The end of each field in `content`.
  var ends: [Int] = []
  /// The line on which the record starts, counted from 1.
  var line = 1
  /// Whether its numbers have decimal commas, as in files whose fields are separated by semicolons.
  var hasDecimalCommas = false
  /// Whether it has a byte that is not ASCII.
  var hasHighBytes = false

  /// The number of fields.
  var count: Int { ends.count }

  /// Makes room for the next record.
  mutating func clear() {
    content.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hasHighBytes = false
  }

  /// The place of a field's bytes, untrimmed; empty for a field that the record does not have.
  func range(_ field: Int) -> Range<Int> {
    guard field < ends.count else { return 0..<0 }
    return (field == 0 ? 0 : ends[field - 1] + 1)..<ends[field]
  }

  /// The place of a field's bytes, without the spaces and no-break spaces around it.
  func trimmed(_ field: Int) -> Range<Int> {
    let range = range(field)
    var (start, end) = (range.lowerBound, range.upperBound)
    // Nearly every field begins and ends with a letter or digit.
    while start < end, !Record.isPlain(content[start]) {
      let width = spaceWidth(startingAt: start, before: end)
      if width == 0 { break }
      start += width
    }
    while start < end, !Record.isPlain(content[end - 1]) {
      let width = spaceWidth(endingAt: end - 1, after: start)
      if width == 0 { break }
      end -= width
    }
    return start..<end
  }

  /// Whether a byte is ASCII, and neither a space nor a control character.
  private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x21 < 0x5F }

  private func spaceWidth(startingAt index: Int, before end: Int) -> Int {
    switch content[index] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where index + 1 < end && content[index + 1] == 0xA0: 2
    case 0xA0: 1
    default: 0
    }
  }

  private func spaceWidth(endingAt index: Int, after start: Int) -> Int {
    switch content[index] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xA0:
      if index == start || content[index - 1] < 0x80 { return 1 }
      return content[index - 1] == 0xC2 ? 2 : 0
    default: return 0
    }
  }

  /// Whether a field has nothing but spaces.
  func isBlank(_ field: Int) -> Bool { trimmed(field).isEmpty }

  /// Whether no field has anything in it.
  var isBlank: Bool { (0..<count).allSatisfy(isBlank) }

  /// Whether it is not a row but what old programs and full disks leave at the end of a file: Ctrl-Z, or zeros.
  var isFiller: Bool { ends.count == 1 && !content.isEmpty && content.allSatisfy { $0 == 0x1A || $0 == 0 } }

  /// A field as text, decoded and trimmed.
  func text(_ field: Int) -> String { TextEncoding.text(content[trimmed(field)]) }

  /// All fields as text, decoded but not trimmed: the row as its file has it.
  var texts: [String] { (0..<count).map { TextEncoding.text(content[range($0)]) } }

  /// Whether a field has exactly these bytes.
  func field(_ field: Int, isExactly bytes: [UInt8]) -> Bool {
    let range = range(field)
    guard range.count == bytes.count else { return false }
    for offset in bytes.indices where content[range.lowerBound + offset] != bytes[offset] { return false }
    return true
  }

  /// Whether a field is this text, in any case.
  func field(_ field: Int, isLowercased text: StaticString) -> Bool {
    let range = trimmed(field)
    guard range.count == text.utf8CodeUnitCount else { return false }
    for (offset, index) in range.enumerated() {
      let byte = content[index]
      let lowered = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lowered != text.utf8Start[offset] { return false }
    }
    return true
  }
}

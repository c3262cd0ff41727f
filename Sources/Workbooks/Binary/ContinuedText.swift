/// Texts in a record and in the records that continue it; a text may be divided anywhere.
struct ContinuedText {
  private let records: RecordReader
  private var place: Int

  /// Begins at a place in the record that was read last.
  init(_ records: RecordReader, at place: Int) {
    self.records = records
    self.place = place
  }

  /// Reads a text into UTF-8; the number of its characters is in two bytes, or in one.
  mutating func next(countBytes: Int = 2, into text: inout [UInt8]) throws(WorkbookFault) {
    text.removeAll(keepingCapacity: true)
    let count = countBytes == 2 ? try word() : Int(try byte())
    let flags = try byte()
    let runs = flags & 8 != 0 ? try word() : 0
    let extra = flags & 4 != 0 ? try word() | (try word()) << 16 : 0
    try characters(count, isWide: flags & 1 != 0, into: &text)
    // Formatting and pronunciation.
    try skip(runs * 4 + extra)
  }

  private mutating func characters(_ count: Int, isWide: Bool, into text: inout [UInt8]) throws(WorkbookFault) {
    var (left, isWide, pending) = (count, isWide, UInt16(0))
    while left > 0 {
      if place >= records.count {
        // A text that continues in the next record states there again whether it is wide.
        try nextRecord()
        isWide = records.byte(0) & 1 != 0
        place = 1
      }
      let there = isWide ? (records.count - place) / 2 : records.count - place
      guard there > 0 else { throw .damaged("a text in it is cut in the middle of a character") }
      let taken = min(left, there)
      if isWide || pending != 0 || !records.appendASCII(place, taken, to: &text) {
        for index in 0..<taken {
          let unit = isWide ? UInt16(records.word(place + index * 2)) : UInt16(records.byte(place + index))
          ContinuedText.append(unit, &pending, to: &text)
        }
      }
      place += isWide ? taken * 2 : taken
      left -= taken
    }
    if pending != 0 { text.append(contentsOf: "\u{FFFD}".utf8) }
  }

  /// Writes a unit of UTF-16; the first half of a surrogate pair waits for the second.
  @inline(__always)
  private static func append(_ unit: UInt16, _ pending: inout UInt16, to text: inout [UInt8]) {
    if pending == 0, unit < 0x80 {
      text.append(UInt8(unit))
      return
    }
    if pending != 0 {
      let first = pending
      pending = 0
      if unit & 0xFC00 == 0xDC00 {
        append(scalar: 0x10000 + (UInt32(first & 0x3FF) << 10) + UInt32(unit & 0x3FF), to: &text)
        return
      }
      append(scalar: 0xFFFD, to: &text)
    }
    switch unit & 0xFC00 {
    case 0xD800: pending = unit
    case 0xDC00: append(scalar: 0xFFFD, to: &text)
    default: append(scalar: UInt32(unit), to: &text)
    }
  }

  private static func append(scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: text.append(UInt8(scalar))
    case 0x80..<0x800: text += [UInt8(0xC0 | scalar >> 6), UInt8(0x80 | scalar & 0x3F)]
    case 0x800..<0x10000:
      text += [UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F)]
    default:
      text += [
        UInt8(0xF0 | scalar >> 18), UInt8(0x80 | scalar >> 12 & 0x3F), UInt8(0x80 | scalar >> 6 & 0x3F),
        UInt8(0x80 | scalar & 0x3F),
      ]
    }
  }

  private mutating func byte() throws(WorkbookFault) -> UInt8 {
    if place >= records.count {
      try nextRecord()
      place = 0
    }
    defer { place += 1 }
    return records.byte(place)
  }

  private mutating func word() throws(WorkbookFault) -> Int { Int(try byte()) | Int(try byte()) << 8 }

  private mutating func skip(_ count: Int) throws(WorkbookFault) {
    var left = count
    while left > 0 {
      if place >= records.count {
        try nextRecord()
        place = 0
      }
      let taken = min(left, records.count - place)
      place += taken
      left -= taken
    }
  }

  private func nextRecord() throws(WorkbookFault) {
    guard try records.continues(), records.count > 0 else { throw .damaged("its texts are cut short") }
  }
}

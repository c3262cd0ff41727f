/// The records of a workbook's stream, one after the other: a number, a length, and that many bytes.
final class RecordReader {
  private let stream: BinaryStream
  // Nothing else has these while a record is read: checking that at each of a hundred thousand cells took a sixth of the time.
  /// The number of the record that was read last.
  @exclusivity(unchecked) private(set) var kind = 0
  /// How many bytes it has.
  @exclusivity(unchecked) private(set) var count = 0
  /// Its bytes, and room for those of any record.
  @exclusivity(unchecked) private var content = [UInt8](repeating: 0, count: 1 << 16)

  init(_ stream: BinaryStream) { self.stream = stream }

  /// Moves to a place in the stream.
  func seek(_ position: Int) { stream.seek(position) }

  /// Reads the next record; `false` at the end of the stream.
  func next() throws(WorkbookFault) -> Bool {
    let head = try stream.take(4) {
      ($0.loadUnaligned(as: UInt16.self), $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
    }
    guard let head else { return false }
    kind = Int(UInt16(littleEndian: head.0))
    let taken: Int? = try stream.take(Int(UInt16(littleEndian: head.1))) { bytes in
      content.withUnsafeMutableBytes { $0.copyMemory(from: bytes) }
      return bytes.count
    }
    guard let taken else { throw .damaged("it is cut short") }
    count = taken
    return true
  }

  /// Reads the next record if it continues this one; returns whether it does.
  func continues() throws(WorkbookFault) -> Bool {
    let position = stream.position
    let head = try stream.take(2) { $0.loadUnaligned(as: UInt16.self) }
    stream.seek(position)
    guard let head, UInt16(littleEndian: head) == RecordKind.continuation else { return false }
    return try next()
  }

  @inline(__always)
  func byte(_ place: Int) -> UInt8 { place < count ? content[place] : 0 }

  @inline(__always)
  func word(_ place: Int) -> Int { Int(byte(place)) | Int(byte(place + 1)) << 8 }

  @inline(__always)
  func long(_ place: Int) -> UInt32 { UInt32(word(place)) | UInt32(word(place + 2)) << 16 }

  /// Appends bytes where all of them are ASCII, as in nearly every text; `false` with nothing appended where one is
  /// not.
  func appendASCII(_ place: Int, _ count: Int, to text: inout [UInt8]) -> Bool {
    precondition(place + count <= self.count)
    return content.withUnsafeBufferPointer { bytes in
      let run = bytes[place..<(place + count)]
      guard run.allSatisfy({ $0 < 0x80 }) else { return false }
      text.append(contentsOf: run)
      return true
    }
  }

  @inline(__always)
  func double(_ place: Int) -> Double {
    guard place + 8 <= count else {
      return Double(bitPattern: UInt64(long(place)) | UInt64(long(place + 4)) << 32)
    }
    return content.withUnsafeBytes {
      Double(bitPattern: UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    }
  }
}

/// The numbers of the records that are read.
enum RecordKind {
  static let formula = 0x06, end = 0x0A, dateMode = 0x22, filePass = 0x2F, columnInfo = 0x7D, sheet = 0x85
  static let continuation: UInt16 = 0x3C
  static let multipleRK = 0xBD, richText = 0xD6, cellFormat = 0xE0, sharedTexts = 0xFC, sharedText = 0xFD
  static let number = 0x203, text = 0x204, boolean = 0x205, formulaText = 0x207, row = 0x208, rk = 0x27E
  static let formatOld = 0x406, format = 0x41E, beginning = 0x809
}

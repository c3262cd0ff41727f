/// Splits bytes into records by the rules of RFC 4180, and, for files that bend those rules, as Excel and Python's
/// `csv` do.
///
/// A field that starts with a quote runs to the closing quote. `""` inside it is a quote. What follows the closing
/// quote still belongs to the field. A quote inside an unquoted field is an ordinary character. LF, CR and CRLF end a
/// record.
struct RecordSplitter {
  private enum State {
    case recordStart, fieldStart, bare, quoted, quoteInQuoted
  }

  /// What separates fields: a comma, semicolon or tab.
  let separator: UInt8
  /// The line being read, counted from 1.
  private(set) var line = 1
  /// The line on which the last quoted field was opened.
  private(set) var quoteLine = 1
  /// How many bytes were examined; bytes that were read twice are counted twice.
  private(set) var bytesRead = 0
  private var state = State.recordStart
  private var sawCarriageReturn = false
  /// Where a quoted field of the record first continues on another line; `nil` where none does.
  private var fold: Fold?

  /// The first line end inside quotes.
  private struct Fold {
    /// The place of the bytes after it in the current block.
    var start: Int
    /// The line after it.
    var line: Int
    /// Whether it is a carriage return, which may be the first half of a line end.
    let isReturn: Bool
    /// The bytes after it that were in earlier blocks.
    var bytes: [UInt8] = []
  }

  init(separator: UInt8, line: Int = 1) {
    self.separator = separator
    self.line = line
  }

  /// A splitter for bytes that begin inside a quoted field.
  init(insideQuotesWith separator: UInt8) {
    self.init(separator: separator)
    state = .quoted
  }

  /// Whether the bytes so far end inside a quoted field.
  var isInsideQuotes: Bool { state == .quoted }
  /// Whether the bytes so far end inside a record.
  var isInsideRecord: Bool { state != .recordStart }
  /// Whether the bytes so far end with the line end of a record; a carriage return may be only half of one.
  var isBetweenRecords: Bool { state == .recordStart && !sawCarriageReturn }

  /// Reads up to the end of a record; `false` when the block ends first and the record continues in the next block.
  ///
  /// Empty lines are not records.
  mutating func next(
    in block: UnsafeRawBufferPointer, from position: inout Int, into record: inout Record
  ) -> Bool {
    if fold != nil {
      if state == .recordStart { fold = nil } else { fold?.start = position }
    }
    let start = position
    let isWhole = read(block, &position, &record)
    bytesRead += position - start
    if let start = fold?.start {
      fold?.bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: block[start..<position]))
    }
    return isWhole
  }

  private mutating func read(
    _ block: UnsafeRawBufferPointer, _ position: inout Int, _ record: inout Record
  ) -> Bool {
    while position < block.count {
      let byte = block[position]
      switch state {
      case .quoted:
        readQuoted(block, &position, &record)
        continue
      case .recordStart:
        if skipLineEnd(byte) {
          position += 1
          continue
        }
        record.line = line
        state = .fieldStart
        continue
      case .fieldStart where byte == 0x22:
        quoteLine = line
        state = .quoted
        position += 1
        continue
      case .quoteInQuoted where byte == 0x22:
        record.content.append(byte)
        state = .quoted
        position += 1
        continue
      case .fieldStart, .quoteInQuoted, .bare:
        state = .bare
      }
      if readBare(block, &position, &record) { return true }
    }
    return false
  }

  /// Closes the last record of a file; `false` when there is none, or when it ends inside quotes.
  mutating func finish(into record: inout Record) -> Bool {
    guard isInsideRecord, !isInsideQuotes else { return false }
    record.ends.append(record.content.count)
    state = .recordStart
    return true
  }

  /// Counts a line that ends before a record has begun.
  private mutating func skipLineEnd(_ byte: UInt8) -> Bool {
    if byte == 0x0A {
      if !sawCarriageReturn { line += 1 }
      sawCarriageReturn = false
      return true
    }
    sawCarriageReturn = byte == 0x0D
    if sawCarriageReturn { line += 1 }
    return sawCarriageReturn
  }

  /// Reads up to the quote that may close the field.
  private mutating func readQuoted(
    _ block: UnsafeRawBufferPointer, _ position: inout Int, _ record: inout Record
  ) {
    let start = position
    var index = position
    var high: UInt8 = 0
    while index < block.count {
      let byte = block[index]
      if byte == 0x22 { break }
      high |= byte
      index += 1
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D || !sawCarriageReturn { line += 1 }
        sawCarriageReturn = byte == 0x0D
        if fold == nil { fold = Fold(start: index, line: line, isReturn: sawCarriageReturn) }
      } else {
        sawCarriageReturn = false
      }
    }
    record.content.append(contentsOf: UnsafeRawBufferPointer(rebasing: block[start..<index]))
    if high >= 0x80 { record.hasHighBytes = true }
    position = index
    if index < block.count {
      position += 1
      sawCarriageReturn = false
      state = .quoteInQuoted
    }
  }

  /// Reads unquoted fields to the end of the record, or to a field that starts with a quote; returns whether the record
  /// has ended.
  private mutating func readBare(
    _ block: UnsafeRawBufferPointer, _ position: inout Int, _ record: inout Record
  ) -> Bool {
    let (start, length) = (position, record.content.count)
    var index = position
    var high: UInt64 = 0
    var end: UInt8 = 0
    while index < block.count, end == 0 {
      // Eight bytes at a time: most of them are neither separators nor line ends.
      let bytes = EightBytes(block, at: index)
      var marks = bytes.marks(of: separator)
      while marks != 0 {
        let place = index + marks.trailingZeroBitCount / 8
        marks &= marks - 1
        record.ends.append(length + place - start)
        let byte = block[place]
        if byte != separator || place + 1 == block.count || block[place + 1] == 0x22 {
          end = byte
          high |= bytes.first(place + 1 - index)
          index = place + 1
          break
        }
      }
      if end == 0 {
        high |= bytes.word
        index += bytes.count
      }
    }
    record.content.append(contentsOf: UnsafeRawBufferPointer(rebasing: block[start..<index]))
    if high & 0x8080_8080_8080_8080 != 0 { record.hasHighBytes = true }
    position = index
    if end == 0 { return false }
    if end == separator {
      state = .fieldStart
      return false
    }
    sawCarriageReturn = end == 0x0D
    if sawCarriageReturn, index < block.count, block[index] == 0x0A {
      position += 1
      sawCarriageReturn = false
    }
    line += 1
    state = .recordStart
    return true
  }

  /// Counts lines that were read by other code.
  mutating func skip(lines: Int) {
    fold?.line += lines
    line += lines
    quoteLine += lines
  }
}

/// The next bytes of a block, as one number: eight of them, or as many as there are.
private struct EightBytes {
  /// The first byte is the lowest; those beyond the block are zero.
  let word: UInt64
  /// How many bytes are of the block.
  let count: Int

  init(_ block: UnsafeRawBufferPointer, at index: Int) {
    count = min(8, block.count - index)
    if count == 8 {
      word = UInt64(littleEndian: block.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    } else {
      word = block[index...].enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64($1.offset * 8) }
    }
  }

  /// The highest bit of each byte that is a separator or part of a line end.
  func marks(of separator: UInt8) -> UInt64 {
    EightBytes.zeros(word ^ EightBytes.ones &* UInt64(separator)) | EightBytes.zeros(word ^ EightBytes.ones &* 0x0A)
      | EightBytes.zeros(word ^ EightBytes.ones &* 0x0D)
  }

  /// The first of the bytes alone.
  func first(_ count: Int) -> UInt64 { count == 8 ? word : word & (1 << UInt64(count * 8) - 1) }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The highest bit of each byte that is zero, and no other bit.
  private static func zeros(_ word: UInt64) -> UInt64 {
    let low = ones &* 0x7F
    return ~(((word & low) &+ low) | word | low)
  }
}

/// A record that continues on further lines because a quoted field does.
extension RecordSplitter {
  /// The lines of the record after the first line end inside quotes, as the file has them, and the number of the first
  /// of them; `nil` where no quoted field continues on another line.
  var furtherLines: (bytes: [UInt8], line: Int)? { fold.map { ($0.bytes, $0.line) } }

  /// Returns to the start of those lines, to read them as records of their own.
  mutating func rewind() {
    guard let fold else { return }
    (line, state, sawCarriageReturn) = (fold.line, .recordStart, fold.isReturn)
    self.fold = nil
  }
}

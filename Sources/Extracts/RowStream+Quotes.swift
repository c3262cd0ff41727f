/// Rows that an unclosed quote has swallowed.
extension RowStream {
  /// How often in a file a record among the swallowed lines is tried as a whole: a name on two lines below such a
  /// quote.
  private static let wholesToTry = 64

  /// The lines that a quote has swallowed into the record although they are rows of their own; `nil` where it has
  /// swallowed none.
  ///
  /// A name that continues on a second line leaves the row with as many fields as the header, and neither of its lines
  /// is a row by itself.
  mutating func linesTaken() -> (bytes: [UInt8], line: Int)? {
    guard record.line > header.line, let further = splitter.furtherLines, !record.isBlank else { return nil }
    if !hasFieldsOfHeader(record) { return further }
    let firstLine = record.content.prefix { $0 != 0x0A && $0 != 0x0D }
    guard firstLine.filter({ $0 == splitter.separator }).count >= header.namedCount - 1 else { return nil }
    return hasRow(among: further.bytes) ? further : nil
  }

  private func hasFieldsOfHeader(_ record: Record) -> Bool { (try? checkFieldCount(record, isLast: true)) != nil }

  /// Whether one of some lines is a row that the layout reads.
  private mutating func hasRow(among lines: [UInt8]) -> Bool {
    // The builder's findings so far are not used: a copy of them would be made at the first row.
    var (reader, builder, row) = (blank.reader, blank.builder, Record())
    row.hasDecimalCommas = record.hasDecimalCommas
    bytesReadAgain += lines.count
    return lines.split { $0 == 0x0A || $0 == 0x0D }.contains { line in
      var splitter = RecordSplitter(separator: splitter.separator)
      var position = 0
      row.clear()
      _ = line.withUnsafeBytes { splitter.next(in: $0, from: &position, into: &row) }
      return splitter.finish(into: &row) && hasFieldsOfHeader(row) && (try? reader.read(row, into: &builder)) != nil
    }
  }

  /// Leaves out the row in which a quote was opened, and reads the lines that it swallowed as rows of their own.
  mutating func readAgain(_ lines: (bytes: [UInt8], line: Int), isLast: Bool) {
    let end = isLast ? splitter.line : splitter.line - 1
    leaveOut(lines.line - 1, taking: end - lines.line + 1)
    splitter.rewind()
    record.clear()
    lines.bytes.withUnsafeBytes { readTaken($0, to: end) }
  }

  /// Reads the lines that a quote swallowed, up to the line on which it was closed.
  ///
  /// A further quote opened in one of them swallows all lines after it, up to the same end, because the end of a record
  /// that began in quotes does not depend on where it began. So each line is read once by itself, and the number of
  /// fields it adds to a record that swallows it is known beforehand. No line is read repeatedly, however many quotes
  /// are open.
  private mutating func readTaken(_ block: UnsafeRawBufferPointer, to end: Int) {
    var (inQuotes, taken) = (RecordSplitter(insideQuotesWith: splitter.separator), Record())
    var fieldsBelow = RowStream.fields(in: block, insideQuotesWith: splitter.separator)
    var position = 0
    while splitter.line < end, position < block.count {
      let lineEnd = RowStream.lineEnd(in: block, from: position)
      let upToEnd = UnsafeRawBufferPointer(rebasing: block[..<lineEnd])
      var place = position
      taken.clear()
      bytesReadAgain += lineEnd - position
      _ = inQuotes.next(in: upToEnd, from: &place, into: &taken)
      fieldsBelow -= taken.count
      if splitter.next(in: upToEnd, from: &position, into: &record) {
        readRecord(isLast: false)
        record.clear()
      } else if splitter.isInsideQuotes {
        if isOneRecord(fieldsBelow: fieldsBelow, in: block, from: &position) { return }
        leaveOut(record.line, taking: end - record.line)
        splitter.rewind()
        record.clear()
        position = lineEnd
      }
    }
    readRows(UnsafeRawBufferPointer(rebasing: block[position...]), keepsRemainder: false)
  }

  /// Whether the record whose first line was read is one row together with all lines below it, judged by its number of
  /// fields and by those lines; if so, it is read.
  private mutating func isOneRecord(
    fieldsBelow: Int, in block: UnsafeRawBufferPointer, from position: inout Int
  ) -> Bool {
    guard (header.namedCount...max(header.namedCount, header.count)).contains(record.count + fieldsBelow),
      wholesTried < RowStream.wholesToTry
    else { return false }
    wholesTried += 1
    guard splitter.next(in: block, from: &position, into: &record) else { return false }
    if linesTaken() != nil { return false }
    readRecord(isLast: false)
    record.clear()
    return true
  }

  private mutating func leaveOut(_ line: Int, taking lines: Int) {
    rowsRead += 1
    rowsSkipped += 1
    builder.problems.add(.quoteTakesRows(lines: lines), line: line)
  }

  /// How many fields end in lines that begin inside quotes.
  private static func fields(in block: UnsafeRawBufferPointer, insideQuotesWith separator: UInt8) -> Int {
    var (splitter, record, position) = (RecordSplitter(insideQuotesWith: separator), Record(), 0)
    return splitter.next(in: block, from: &position, into: &record) ? record.count : record.count + 1
  }

  /// The end of the line, including its line feed or carriage return.
  private static func lineEnd(in block: UnsafeRawBufferPointer, from position: Int) -> Int {
    (block[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? block.count - 1) + 1
  }
}

/// Reads a sheet with expat, except for its ordinary rows: those are nearly all of them, and are read several times as
/// fast without it.
///
/// Expat reads what is above and below the rows, and every whole row that is not ordinary. It sees a sheet without the
/// other rows, and both ways give the same result.
final class OrdinaryRows {
  /// The longest row that is examined, unless the whole part is shorter.
  private static let longestRow = 1 << 20
  private let longest: Int
  /// The number of zeros after the bytes, so that a word can be compared without a check for the end.
  private static let margin = 32

  private let part: PartBytes
  private let xml: XMLStream
  private let handler: SheetPartHandler
  private let buffer: UnsafeMutableRawBufferPointer
  /// The number of bytes in the buffer, and the next byte to be used.
  private var count = 0, place = 0
  private var isAtEnd = false

  init(_ part: PartBytes, _ xml: XMLStream, _ handler: SheetPartHandler) {
    (self.part, self.xml, self.handler) = (part, xml, handler)
    longest = Int(min(part.size, UInt64(OrdinaryRows.longestRow - 1))) + 1
    buffer = .allocate(byteCount: longest + OrdinaryRows.margin, alignment: 64)
  }

  deinit { buffer.deallocate() }

  /// Reads the part to its end, or for as long as its rows are wanted.
  func read() throws(WorkbookFault) {
    if try readHead() { try readRows() }
    if !handler.part.writer.isStopped { try readRest() }
  }

  /// Reads what is above the rows; returns whether the rows begin in the ordinary way.
  private func readHead() throws(WorkbookFault) -> Bool {
    try fill()
    guard let start = find("<sheetData>", from: 0) else { return false }
    try hand(to: start + 11)
    return handler.isBetweenRows && !xml.isStopped
  }

  /// Reads rows up to the first thing that is not a row.
  private func readRows() throws(WorkbookFault) {
    while !xml.isStopped {
      let rowBefore = handler.part.writer.currentRow
      var scanner = RowScanner(buffer.assumingMemoryBound(to: UInt8.self).baseAddress!, place, count)
      let outcome = scanner.read(into: &handler.part)
      switch outcome {
      case .row:
        place = scanner.place
        if handler.part.writer.isStopped { return }
        continue
      case .partial, .unusual, .end: handler.part.abandon(to: rowBefore)
      }
      if outcome == .end { return }
      if outcome == .partial, try fill() { continue }
      guard try readWithCare() else { return }
    }
  }

  /// Lets expat read the row that begins here; returns whether there is a row, and it ends like others.
  private func readWithCare() throws(WorkbookFault) -> Bool {
    place = skipBlanks(from: place)
    guard starts(with: "<row", at: place) else { return false }
    while true {
      if let end = find("</row>", from: place) {
        // A comment could contain what looks like the end of a row.
        if find("<!", from: place, before: end) != nil || find("<?", from: place, before: end) != nil { return false }
        try hand(to: end + 6)
        return handler.isBetweenRows
      }
      guard try fill() else { return false }
    }
  }

  /// Passes on everything that is still to come.
  private func readRest() throws(WorkbookFault) {
    while !xml.isStopped {
      try hand(to: count)
      guard try fill() else { break }
    }
    if !xml.isStopped {
      _ = try xml.room(1)
      try xml.read(0, isLast: true)
    }
  }

  /// Reads more bytes after the current ones; returns whether any came: there may be no room, or no more bytes.
  @discardableResult
  private func fill() throws(WorkbookFault) -> Bool {
    if place > 0 {
      UnsafeMutableRawBufferPointer(rebasing: buffer[..<(count - place)])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[place..<count]))
      count -= place
      place = 0
    }
    let room = min(longest - count, max(128 * 1024 - count, 64 * 1024))
    guard room > 0, !isAtEnd else { return false }
    let came = try part.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count..<(count + room)]))
    count += came
    isAtEnd = came == 0
    for index in count..<(count + OrdinaryRows.margin) { buffer[index] = 0 }
    return came > 0
  }

  /// Passes bytes to expat, up to a place.
  private func hand(to end: Int) throws(WorkbookFault) {
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[place..<end])
    place = end
    try xml.read(bytes)
  }

  private func skipBlanks(from start: Int) -> Int {
    var index = start
    while index < count, [0x20, 0x09, 0x0A, 0x0D].contains(buffer[index]) { index += 1 }
    return index
  }

  private func starts(with word: StaticString, at start: Int) -> Bool {
    (0..<word.utf8CodeUnitCount).allSatisfy { start + $0 < count && buffer[start + $0] == word.utf8Start[$0] }
  }

  /// The first place of a word; `nil` where it does not occur.
  private func find(_ word: StaticString, from start: Int, before end: Int? = nil) -> Int? {
    let last = (end ?? count) - word.utf8CodeUnitCount
    guard start <= last else { return nil }
    return (start...last).first { index in
      buffer[index] == word.utf8Start[0] && starts(with: word, at: index)
    }
  }
}

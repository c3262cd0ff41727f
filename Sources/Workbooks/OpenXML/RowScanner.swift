/// Reads a row of a sheet in the form in which nearly all writers write it: `<row r="5" …><c r="A5" s="1"
/// t="s"><v>17</v></c>…</row>`.
///
/// Everything that it accepts is ASCII, well-formed, and means the same to expat. Anything that could mean something
/// else is unusual, and is left to expat with the whole row: entities, comments, blanks in odd places, attributes of a
/// cell that it does not know, a value that is refused.
struct RowScanner {
  /// The result of an attempt.
  enum Outcome {
    /// A row was read.
    case row
    /// The bytes end within the row.
    case partial
    /// The row is left to expat.
    case unusual
    /// There are no more rows here.
    case end
  }

  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  /// The next byte.
  private(set) var place: Int
  private var isPartial = false

  /// - Parameter bytes: the bytes, followed by some zeros, which nothing here accepts.
  init(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ count: Int) {
    (self.bytes, self.place, self.count) = (bytes, place, count)
  }

  /// Reads one row.
  mutating func read(into part: inout SheetPart) -> Outcome {
    while [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
    if take("</sheetData>") { return .end }
    guard take("<row"), let row = rowNumber() else { return failure }
    do throws(WorkbookFault) {
      try part.begin(row: row)
      if !take("/>") {
        guard take(">") else { return failure }
        while !take("</row>") {
          guard try readCell(into: &part) else { return failure }
        }
      }
      try part.endRow()
      return .row
    } catch {
      return .unusual
    }
  }

  private var failure: Outcome { isPartial || place >= count ? .partial : .unusual }

  /// Accepts a word; where the bytes end within it, that is recorded.
  @inline(__always)
  private mutating func take(_ word: StaticString) -> Bool {
    for index in 0..<word.utf8CodeUnitCount where bytes[place + index] != word.utf8Start[index] {
      if place + index >= count { isPartial = true }
      return false
    }
    place += word.utf8CodeUnitCount
    return true
  }

  /// The number of a row, from its attributes; `nil` where it has none, or where the row is hidden.
  private mutating func rowNumber() -> Int? {
    var row: Int?
    let isFine = takeAttributes { name, value in
      if name.count == 1, name[0] == 0x72 {
        guard (1...7).contains(value.count), value.allSatisfy({ $0 &- 0x30 <= 9 }) else { return false }
        row = value.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return row != 0
      }
      return !(name.count == 6 && name[0] == 0x68)
    }
    return isFine ? row : nil
  }

  /// Accepts attributes: each a blank, a name and a value in double quotes, with no name twice.
  private mutating func takeAttributes(
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    typealias Name = (start: Int, end: Int)
    return withUnsafeTemporaryAllocation(of: Name.self, capacity: 16) { names in
      var named = 0
      while bytes[place] == 0x20 {
        place += 1
        let start = place
        guard isLetter(bytes[place]) else { return false }
        while isLetter(bytes[place]) || bytes[place] &- 0x30 <= 10 { place += 1 }
        let name = UnsafeBufferPointer(start: bytes + start, count: place - start)
        guard named < 16, take("=\"") else { return false }
        for earlier in names[..<named] where earlier.end - earlier.start == name.count {
          if name.elementsEqual(UnsafeBufferPointer(start: bytes + earlier.start, count: name.count)) { return false }
        }
        names[named] = (start, start + name.count)
        named += 1
        let valueStart = place
        while isPlain(bytes[place]) { place += 1 }
        let value = UnsafeBufferPointer(start: bytes + valueStart, count: place - valueStart)
        guard take("\""), body(name, value) else { return false }
      }
      return true
    }
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether a character means itself in a value or a text.
  @inline(__always)
  private func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x20 < 0x5F && byte != 0x22 && byte != 0x26 && byte != 0x3C && byte != 0x3E
  }

  /// Reads a cell; `false` where it is not ordinary.
  private mutating func readCell(into part: inout SheetPart) throws(WorkbookFault) -> Bool {
    guard take("<c r=\""), let column = column() else { return false }
    var (style, kind, hasStyle, hasKind) = (0, SheetPart.Kind.number, false, false)
    while bytes[place] == 0x20 {
      if !hasStyle, take(" s=\"") {
        hasStyle = true
        let start = place
        while bytes[place] &- 0x30 <= 9, place - start < 7 {
          style = style * 10 + Int(bytes[place] - 0x30)
          place += 1
        }
        guard place > start, take("\"") else { return false }
      } else if !hasKind, take(" t=\"") {
        hasKind = true
        guard let found = takeKind() else { return false }
        kind = found
      } else {
        return false
      }
    }
    if take("/>") { return true }
    guard take(">") else { return false }
    if take("<f"), !takeFormula() { return false }
    var value = UnsafeBufferPointer(start: bytes + place, count: 0)
    if take("<v>") {
      let start = place
      while isPlain(bytes[place]) || bytes[place] == 0x22 { place += 1 }
      value = UnsafeBufferPointer(start: bytes + start, count: place - start)
      guard take("</v>") else { return false }
    } else if take("<is><t>") {
      kind = .text
      let start = place
      while isPlain(bytes[place]) || bytes[place] == 0x22 { place += 1 }
      value = UnsafeBufferPointer(start: bytes + start, count: place - start)
      guard take("</t></is>") else { return false }
    }
    guard take("</c>") else { return false }
    try part.put(column, style, kind, value)
    return true
  }

  /// The column of a reference such as `AB17"`.
  @inline(__always)
  private mutating func column() -> Int? {
    var column = 0
    let start = place
    while bytes[place] &- 0x41 < 26, place - start < 4 {
      column = column * 26 + Int(bytes[place]) - 0x40
      place += 1
    }
    guard place > start else { return nil }
    while bytes[place] &- 0x30 <= 9 { place += 1 }
    return take("\"") ? column : nil
  }

  private mutating func takeKind() -> SheetPart.Kind? {
    if take("s\"") { return .shared }
    if take("n\"") { return .number }
    if take("str\"") || take("inlineStr\"") { return .text }
    if take("b\"") { return .boolean }
    return take("e\"") ? .error : nil
  }

  /// Skips a formula after its `<f`: only its end matters.
  private mutating func takeFormula() -> Bool {
    guard takeAttributes({ _, _ in true }) else { return false }
    if take("/>") { return true }
    guard take(">") else { return false }
    while true {
      while isPlain(bytes[place]) || bytes[place] == 0x22 { place += 1 }
      if bytes[place] == 0x26 {
        guard take("&amp;") || take("&quot;") || take("&lt;") || take("&gt;") || take("&apos;") else { return false }
      } else {
        return take("</f>")
      }
    }
  }
}

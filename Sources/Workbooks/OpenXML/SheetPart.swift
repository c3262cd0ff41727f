/// The part of a sheet while it is being read: the cell, the row and what has been written.
struct SheetPart {
  /// The longest plausible text of a cell; Excel stops at 32,767 characters.
  static let textLimit = 1 << 20

  /// How the value of a cell is stored.
  enum Kind {
    case number, shared, text, boolean, error, instant
  }

  private let cells: CellWriter
  private let texts: TextStore
  private(set) var writer: SheetWriter
  private var column = 0
  private var style = 0
  private var kind = Kind.number
  private(set) var value: [UInt8] = []
  private var isInPronunciation = false

  init(_ cells: CellWriter, _ texts: TextStore, _ writer: SheetWriter) {
    self.cells = cells
    self.texts = texts
    self.writer = writer
  }

  /// The start of an element; returns whether its characters are used.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) -> Bool {
    if name.is("c") {
      try startCell(attributes)
    } else if name.is("v") {
      value.removeAll(keepingCapacity: true)
      return true
    } else if name.is("row") {
      try startRow(attributes)
    } else if name.is("t") {
      return !isInPronunciation && kind == .text
    } else if name.is("is") {
      kind = .text
      value.removeAll(keepingCapacity: true)
    } else if name.is("rPh") {
      isInPronunciation = true
    } else if name.is("col") {
      hideColumns(attributes)
    }
    return false
  }

  /// The end of an element; returns whether its characters were used.
  mutating func end(_ name: XMLName) throws(WorkbookFault) -> Bool {
    if name.is("c") {
      try endCell()
    } else if name.is("v") || name.is("t") {
      return true
    } else if name.is("row") {
      try writer.endRow()
    } else if name.is("rPh") {
      isInPronunciation = false
    }
    return false
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
    value.append(contentsOf: bytes)
    guard value.count <= SheetPart.textLimit else { throw .damaged("a text in it is longer than any cell can hold") }
  }

  mutating func finish() throws(WorkbookFault) -> SheetShape {
    try writer.finish()
    return writer.shape
  }

  private mutating func startRow(_ attributes: XMLAttributes) throws(WorkbookFault) {
    // A row without a number is below the one before.
    let row = attributes.number("r") ?? writer.currentRow + 1
    guard row > 0 else { throw .damaged("it has a row 0") }
    try writer.begin(row: row, isHidden: attributes.isTrue("hidden"))
    column = 0
  }

  private mutating func startCell(_ attributes: XMLAttributes) throws(WorkbookFault) {
    var (column, style, kind) = (column + 1, 0, Kind.number)
    attributes.forEach { name, text in
      if name.is("r") {
        column = SheetPart.column(text) ?? column
      } else if name.is("s") {
        style = XMLAttributes.number(text) ?? 0
      } else if name.is("t") {
        kind = SheetPart.kind(text)
      }
    }
    (self.column, self.style, self.kind) = (column, style, kind)
    value.removeAll(keepingCapacity: true)
    if writer.currentRow == 0 { try writer.begin(row: 1) }
  }

  private mutating func endCell() throws(WorkbookFault) {
    let taken = value
    value = []
    let result = taken.withUnsafeBufferPointer { bytes in
      Result { () throws(WorkbookFault) in try put(column, style, kind, bytes) }
    }
    value = taken
    value.removeAll(keepingCapacity: true)
    try result.get()
  }

  /// Writes a cell of the row from its value in the file.
  @inline(__always)
  mutating func put(
    _ column: Int, _ style: Int, _ kind: Kind, _ value: UnsafeBufferPointer<UInt8>
  ) throws(WorkbookFault) {
    guard !value.isEmpty else { return }
    self.column = column
    switch kind {
    case .number:
      let format = cells.format(style)
      try writer.put(column) { cells.append(value, format, to: &$0) }
    case .shared:
      guard let number = SheetPart.whole(value), let isEmpty = texts.isEmpty(number) else {
        throw .damaged("row \(writer.currentRow) has a text that is not among its shared texts")
      }
      if !isEmpty { try writer.put(column) { texts.append(number, to: &$0) } }
    case .text, .error:
      var text = Array(value)
      FieldText.decodeEscapes(&text)
      try writer.put(column) { FieldText.append(text, to: &$0) }
    case .boolean:
      let text = Array(value)
      let word = text == [0x31] ? Array("TRUE".utf8) : text == [0x30] ? Array("FALSE".utf8) : text
      try writer.put(column) { FieldText.append(word, to: &$0) }
    case .instant: try writer.put(column) { CellWriter.append(instant: Array(value), to: &$0) }
    }
  }

  /// Begins a row that was found without expat.
  mutating func begin(row: Int) throws(WorkbookFault) {
    try writer.begin(row: row)
    column = 0
  }

  /// Ends a row that was found without expat.
  mutating func endRow() throws(WorkbookFault) { try writer.endRow() }

  /// Drops a row that was begun, so that the strict path can read it.
  mutating func abandon(to row: Int) { writer.abandon(to: row) }

  private mutating func hideColumns(_ attributes: XMLAttributes) {
    guard attributes.isTrue("hidden"), let first = attributes.number("min"), let last = attributes.number("max"),
      first > 0, first <= last, first <= WorkbookLimits.columns
    else { return }
    writer.shape.hide(columns: first...min(last, WorkbookLimits.columns))
  }

  /// The column of a reference, `28` for `AB17`; `nil` where it has none.
  @inline(__always)
  private static func column(_ reference: UnsafePointer<CChar>) -> Int? {
    var (place, column) = (reference, 0)
    while true {
      let letter = Int(place.pointee) & ~0x20
      guard (0x41...0x5A).contains(letter) else { return column == 0 ? nil : column }
      column = min(column * 26 + letter - 0x40, Int(Int32.max))
      place += 1
    }
  }

  @inline(__always)
  private static func kind(_ text: UnsafePointer<CChar>) -> Kind {
    switch UInt8(bitPattern: text[0]) {
    case UInt8(ascii: "s"): text[1] == 0 ? .shared : .text
    case UInt8(ascii: "i"): .text
    case UInt8(ascii: "b"): .boolean
    case UInt8(ascii: "e"): .error
    case UInt8(ascii: "d"): .instant
    default: .number
    }
  }

  private static func whole(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !text.isEmpty, text.count < 10 else { return nil }
    var number = 0
    for byte in text {
      guard byte &- 0x30 <= 9 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}

/// Passes the elements of a sheet to its part.
final class SheetPartHandler: XMLHandler {
  var part: SheetPart
  /// Whether the rows have begun and not ended, and no row is open.
  private(set) var isBetweenRows = false

  init(_ part: SheetPart) { self.part = part }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    isBetweenRows = name.is("sheetData")
    do throws(WorkbookFault) {
      if try part.start(name, attributes) { listen(true) }
    } catch {
      fault = error
    }
  }

  override func end(_ name: XMLName) {
    isBetweenRows = name.is("row")
    do throws(WorkbookFault) {
      if try part.end(name) { listen(false) }
      if part.writer.isStopped { stop() }
    } catch {
      fault = error
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    do throws(WorkbookFault) { try part.append(bytes) } catch { fault = error }
  }

  func finish() throws(WorkbookFault) -> SheetShape { try part.finish() }
}

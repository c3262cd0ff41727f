/// A sheet of an open document while it is being read.
///
/// Rows and cells state how often they are repeated; blank ones, which fill a sheet to its end, are only counted.
struct TableContent {
  /// How the value of a cell is stored.
  private enum Kind {
    case none, number, percent, date, month, time, boolean, text
  }

  private(set) var writer: SheetWriter
  private var row = 0, rowsRepeated = 1
  private var column = 0, columnsRepeated = 1
  private var headedColumns = 0
  private var kind = Kind.none
  private var value: [UInt8] = []
  private var text: [UInt8] = []
  private var hasParagraph = false
  /// The depth inside a cell, inside a paragraph of it, and inside a note or drawing that is not part of its text.
  private var cellDepth = 0, paragraphDepth = 0, noteDepth = 0
  private var isCovered = false
  private var styles = MonthStyles()
  private var rowStyle: String?

  init(_ writer: SheetWriter) { self.writer = writer }

  /// The start of an element; returns whether its characters are used.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) -> Bool {
    if cellDepth > 0 { return startInCell(name, attributes) }
    if styles.start(name, attributes) { return false }
    if name.is("table-cell") || name.is("covered-table-cell") {
      startCell(attributes, isCovered: name.is("covered-table-cell"))
    } else if name.is("table-row") {
      try startRow(attributes)
    } else if name.is("table-column") {
      addColumns(attributes)
    }
    return false
  }

  /// The end of an element; returns whether characters are no longer used.
  mutating func end(_ name: XMLName) throws(WorkbookFault) -> Bool {
    if cellDepth > 0 {
      cellDepth -= 1
      if cellDepth == 0 {
        try endCell()
        return true
      }
      if noteDepth > 0 {
        noteDepth -= 1
        return false
      }
      if paragraphDepth > 0 {
        paragraphDepth -= 1
        return paragraphDepth == 0
      }
      return false
    }
    if name.is("table-row") { try endRow() }
    styles.end(name)
    return false
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
    guard paragraphDepth > 0, noteDepth == 0 else { return }
    text.append(contentsOf: bytes)
    guard text.count <= SheetPart.textLimit else { throw .damaged("a text in it is longer than any cell can hold") }
  }

  mutating func finish() throws(WorkbookFault) -> SheetShape {
    try writer.finish()
    return writer.shape
  }

  private static func repetitions(_ attributes: XMLAttributes, _ name: StaticString) -> Int {
    max(1, attributes.number(name) ?? 1)
  }

  private mutating func addColumns(_ attributes: XMLAttributes) {
    let count = TableContent.repetitions(attributes, "number-columns-repeated")
    let first = headedColumns + 1
    styles.addColumns(count, style: attributes.text("default-cell-style-name"))
    headedColumns = min(headedColumns + count, WorkbookLimits.columns)
    if attributes.text("visibility").map({ $0 != "visible" }) ?? false, first <= headedColumns {
      writer.shape.hide(columns: first...headedColumns)
    }
  }

  private mutating func startRow(_ attributes: XMLAttributes) throws(WorkbookFault) {
    rowsRepeated = TableContent.repetitions(attributes, "number-rows-repeated")
    isRowHidden = attributes.text("visibility").map { $0 != "visible" } ?? false
    rowStyle = attributes.text("default-cell-style-name")
    row += 1
    column = 0
    hasBegun = false
  }

  private var isRowHidden = false
  private var hasBegun = false

  private mutating func endRow() throws(WorkbookFault) {
    if hasBegun { try writer.endRow(repeated: rowsRepeated - 1) }
    row += rowsRepeated - 1
  }

  private mutating func startCell(_ attributes: XMLAttributes, isCovered: Bool) {
    cellDepth = 1
    self.isCovered = isCovered
    columnsRepeated = TableContent.repetitions(attributes, "number-columns-repeated")
    value.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    (hasParagraph, paragraphDepth, noteDepth) = (false, 0, 0)
    let valueName: StaticString
    switch attributes.text("value-type") {
    case "float", "currency": (kind, valueName) = (.number, "value")
    case "percentage": (kind, valueName) = (.percent, "value")
    case "date":
      let isMonth = styles.isMonth(attributes.text("style-name") ?? rowStyle, column: column + 1)
      (kind, valueName) = (isMonth ? .month : .date, "date-value")
    case "time": (kind, valueName) = (.time, "time-value")
    case "boolean": (kind, valueName) = (.boolean, "boolean-value")
    case "string", "error": (kind, valueName) = (.text, "string-value")
    default: (kind, valueName) = (.none, "value")
    }
    if kind != .none, let found = attributes.text(valueName) { value.append(contentsOf: found.utf8) }
  }

  /// The start of an element in a cell: paragraphs are its text, notes and drawings are not.
  private mutating func startInCell(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
    cellDepth += 1
    if noteDepth > 0 || name.is("annotation") || name.is("shape") || name.is("frame") || name.is("table") {
      noteDepth += 1
      return false
    }
    if paragraphDepth > 0 {
      paragraphDepth += 1
      if name.is("s") {
        let count = min(TableContent.repetitions(attributes, "c"), 32_767)
        text.append(contentsOf: repeatElement(0x20, count: count))
      } else if name.is("tab") {
        text.append(0x09)
      } else if name.is("line-break") {
        text.append(0x0A)
      }
      return false
    }
    guard name.is("p") else { return false }
    if hasParagraph { text.append(0x0A) }
    hasParagraph = true
    paragraphDepth = 1
    return true
  }

  private mutating func endCell() throws(WorkbookFault) {
    let first = column + 1
    column += columnsRepeated
    guard !isCovered, kind != .none else { return }
    let field = field()
    guard !field.isEmpty else { return }
    // A billion columns are refused before the first is written.
    guard column <= WorkbookLimits.columns else { throw .beyondSheet("column \(column)") }
    if !hasBegun {
      try writer.begin(row: row, isHidden: isRowHidden)
      hasBegun = true
    }
    for place in first...column { try writer.put(place) { $0.append(contentsOf: field) } }
  }

  /// The value as a field; where the file states none, the text that the cell shows.
  private func field() -> [UInt8] {
    var field: [UInt8] = []
    switch kind {
    case .none: break
    case .number, .percent:
      let isNumber = value.withUnsafeBufferPointer { PlainNumber.append($0, isPercent: kind == .percent, to: &field) }
      if !isNumber { FieldText.append(value.isEmpty ? text : value, to: &field) }
    case .date, .month:
      CellWriter.append(instant: value.isEmpty ? text : value, to: &field)
      if kind == .month { SerialDate.shortenToMonth(&field) }
    case .time:
      if let milliseconds = TableContent.milliseconds(of: value) {
        SerialDate.append(milliseconds: milliseconds, to: &field)
      } else {
        FieldText.append(value.isEmpty ? text : value, to: &field)
      }
    case .boolean:
      field.append(contentsOf: (value == Array("true".utf8) ? "TRUE" : "FALSE").utf8)
    case .text: FieldText.append(hasParagraph ? text : value, to: &field)
    }
    return field
  }

  /// The length of time `PT36H05M07.5S`, in thousandths of a second; `nil` for anything else.
  static func milliseconds(of text: [UInt8]) -> Int? {
    guard text.starts(with: [0x50, 0x54]) else { return nil }
    var (total, number, places, scale) = (0, 0, 0, 1000)
    var (hasPoint, hasDigit) = (false, false)
    for byte in text.dropFirst(2) {
      switch byte {
      case 0x30...0x39:
        hasDigit = true
        if hasPoint {
          places += 1
          if places > 3 { continue }
          scale /= 10
        }
        number = number * 10 + Int(byte - 0x30)
        guard number < 1_000_000_000 else { return nil }
      case 0x2E, 0x2C:
        guard hasDigit, !hasPoint else { return nil }
        hasPoint = true
      case 0x48, 0x4D, 0x53:
        guard hasDigit, !hasPoint || byte == 0x53 else { return nil }
        total += number * (byte == 0x48 ? 3_600_000 : byte == 0x4D ? 60_000 : scale)
        (number, places, scale, hasPoint, hasDigit) = (0, 0, 1000, false, false)
      default: return nil
      }
    }
    return hasDigit ? nil : total
  }
}

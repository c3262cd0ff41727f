/// The records of one sheet while they are being read.
struct BinarySheet {
  private let records: RecordReader
  private let cells: CellWriter
  private let texts: TextStore
  private var writer: SheetWriter
  private var row = 0
  /// The rows that are hidden; the file lists them before their cells.
  private var hiddenRows: Set<Int> = []
  /// The column of a formula whose text is in a later record.
  private var waiting: Int?
  private var text: [UInt8] = []

  init(_ records: RecordReader, _ cells: CellWriter, _ texts: TextStore, _ writer: SheetWriter) {
    self.records = records
    self.cells = cells
    self.texts = texts
    self.writer = writer
  }

  /// Reads to the end of the sheet.
  mutating func read() throws(WorkbookFault) -> SheetShape {
    // A chart in the sheet has its own begin and end records.
    var depth = 1
    while try records.next() {
      switch records.kind {
      case RecordKind.beginning: depth += 1
      case RecordKind.end:
        depth -= 1
        if depth == 0 {
          try writer.finish()
          return writer.shape
        }
      default: if depth == 1 { try readRecord() }
      }
      if writer.isStopped { return writer.shape }
    }
    throw .damaged("it is cut short")
  }

  private mutating func readRecord() throws(WorkbookFault) {
    switch records.kind {
    case RecordKind.sharedText:
      let number = Int(records.long(6))
      guard let isEmpty = texts.isEmpty(number) else {
        throw .damaged("row \(records.word(0) + 1) has a text that is not among its shared texts")
      }
      try begin()
      if !isEmpty { try writer.put(records.word(2) + 1) { texts.append(number, to: &$0) } }
    case RecordKind.number:
      try begin()
      try put(records.double(6), column: records.word(2), format: records.word(4))
    case RecordKind.rk:
      try begin()
      try put(BinarySheet.number(rk: records.long(6)), column: records.word(2), format: records.word(4))
    case RecordKind.multipleRK: try readMultiple()
    case RecordKind.formula: try readFormula()
    case RecordKind.formulaText: try readFormulaText()
    case RecordKind.boolean:
      try begin()
      try put(records.byte(6), isError: records.byte(7) != 0, column: records.word(2))
    case RecordKind.text, RecordKind.richText:
      try begin()
      let column = records.word(2) + 1
      var reader = ContinuedText(records, at: 6)
      try reader.next(into: &text)
      try put(text: column)
    case RecordKind.row:
      if records.word(12) & 0x20 != 0 { hiddenRows.insert(records.word(0)) }
    case RecordKind.columnInfo:
      let (first, last) = (records.word(0) + 1, records.word(2) + 1)
      if records.word(8) & 1 != 0, first <= last, first <= WorkbookLimits.columns {
        writer.shape.hide(columns: first...min(last, WorkbookLimits.columns))
      }
    default: break
    }
  }

  /// Begins the row of the record, where it is not that of the record before.
  private mutating func begin() throws(WorkbookFault) {
    waiting = nil
    let number = records.word(0)
    guard number + 1 != row else { return }
    row = number + 1
    try writer.begin(row: row, isHidden: hiddenRows.contains(number))
  }

  private mutating func put(_ value: Double, column: Int, format: Int) throws(WorkbookFault) {
    let format = cells.format(format)
    try writer.put(column + 1) { cells.append(value, format, to: &$0) }
  }

  private mutating func put(_ code: UInt8, isError: Bool, column: Int) throws(WorkbookFault) {
    let text = isError ? BinarySheet.error(code) : code == 0 ? "FALSE" : "TRUE"
    try writer.put(column + 1) { $0.append(contentsOf: text.utf8) }
  }

  private mutating func put(text column: Int) throws(WorkbookFault) {
    let text = text
    try writer.put(column) { FieldText.append(text, to: &$0) }
  }

  /// Several numbers side by side: six bytes each, followed by the last column.
  private mutating func readMultiple() throws(WorkbookFault) {
    try begin()
    let first = records.word(2)
    for number in 0..<max(0, (records.count - 6) / 6) {
      let place = 4 + number * 6
      try put(BinarySheet.number(rk: records.long(place + 2)), column: first + number, format: records.word(place))
    }
  }

  /// The result of a formula when the workbook was saved.
  private mutating func readFormula() throws(WorkbookFault) {
    try begin()
    let column = records.word(2)
    guard records.word(12) == 0xFFFF else {
      return try put(records.double(6), column: column, format: records.word(4))
    }
    switch records.byte(6) {
    case 0: waiting = column + 1
    case 1: try put(records.byte(8), isError: false, column: column)
    case 2: try put(records.byte(8), isError: true, column: column)
    default: break
    }
  }

  /// The text that a formula gave; the definition of a shared formula may come first.
  private mutating func readFormulaText() throws(WorkbookFault) {
    guard let column = waiting else { return }
    waiting = nil
    var reader = ContinuedText(records, at: 0)
    try reader.next(into: &text)
    try put(text: column)
  }

  /// A number in four bytes: a whole number, or the upper half of a binary one, possibly multiplied by a hundred.
  static func number(rk bits: UInt32) -> Double {
    let value =
      bits & 2 != 0
      ? Double(Int32(bitPattern: bits) >> 2) : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    return bits & 1 != 0 ? value / 100 : value
  }

  /// An error as a cell shows it.
  private static func error(_ code: UInt8) -> String {
    switch code {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    case 0x2B: "#GETTING_DATA"
    default: "#N/A"
    }
  }
}

/// An `.xls` workbook of Excel 97 to 2003: records in one stream, first those of the workbook, then those of each
/// sheet.
final class BinaryWorkbook {
  private(set) var sheets: [Sheet] = []
  private let limits: WorkbookLimits
  private let records: RecordReader
  /// The start of each sheet.
  private var starts: [Int] = []
  private var written: [Int: CellFormat] = [:]
  private var formats: [CellFormat] = []
  private var is1904 = false
  private var texts: TextStore

  init(path: String, limits: WorkbookLimits) throws(WorkbookFault) {
    self.limits = limits
    texts = TextStore(limit: limits.texts)
    let file = try CompoundFile(path: path)
    guard let entry = file.entry("Workbook"), entry.isStream else { throw BinaryWorkbook.otherContent(file) }
    records = RecordReader(try BinaryStream(file, entry))
    guard try records.next(), records.kind == RecordKind.beginning else {
      throw .damaged("its stream does not begin like a workbook's")
    }
    guard records.word(0) == 0x0600 else { throw .old }
    try readWorkbook()
    guard !sheets.isEmpty else { throw .damaged("its list of sheets is empty") }
  }

  /// What a compound file without a workbook of Excel 97 contains instead.
  private static func otherContent(_ file: CompoundFile) -> WorkbookFault {
    if file.entry("EncryptedPackage") != nil || file.entry("EncryptionInfo") != nil { return .encrypted }
    if file.entry("Book") != nil { return .old }
    if file.entry("WordDocument") != nil { return .somethingElse("a Word document") }
    if file.entry("PowerPoint Document") != nil { return .somethingElse("a presentation") }
    if file.entry("__properties_version1.0") != nil { return .somethingElse("an e-mail") }
    return .somethingElse("a file of another Office program")
  }

  /// Reads what all sheets share.
  private func readWorkbook() throws(WorkbookFault) {
    var text: [UInt8] = []
    while try records.next() {
      switch records.kind {
      case RecordKind.filePass: throw .encrypted
      case RecordKind.dateMode: is1904 = records.word(0) == 1
      case RecordKind.format where records.count > 4:
        let id = records.word(0)
        var reader = ContinuedText(records, at: 2)
        try reader.next(into: &text)
        if written.count < 100_000 { written[id] = CellFormat(code: String(decoding: text, as: UTF8.self)) }
      case RecordKind.cellFormat where formats.count < 100_000:
        let id = records.word(2)
        // A format may come after the cells that use it.
        formatNumbers.append(id)
      case RecordKind.sheet: try addSheet()
      case RecordKind.sharedTexts: try readTexts()
      case RecordKind.end:
        formats = formatNumbers.map { written[$0] ?? CellFormat(builtIn: $0) }
        return
      default: break
      }
    }
    throw .damaged("it is cut short")
  }

  private var formatNumbers: [Int] = []

  private func addSheet() throws(WorkbookFault) {
    let (start, state, type) = (Int(records.long(0)), records.byte(4) & 3, records.byte(5))
    var name: [UInt8] = []
    var reader = ContinuedText(records, at: 6)
    try reader.next(countBytes: 1, into: &name)
    starts.append(start)
    sheets.append(
      Sheet(
        name: String(decoding: name, as: UTF8.self), place: sheets.count,
        visibility: state == 0 ? .visible : state == 1 ? .hidden : .veryHidden,
        kind: type == 0 ? .table : type == 2 ? .chart : .macro))
    guard sheets.count <= limits.sheets else { throw .tooMany("sheets", limit: limits.sheets) }
  }

  private func readTexts() throws(WorkbookFault) {
    let count = Int(records.long(4))
    var reader = ContinuedText(records, at: 8)
    var text: [UInt8] = []
    for _ in 0..<count {
      try reader.next(into: &text)
      try texts.append(text)
    }
  }

  /// Passes on the rows of a sheet.
  func read(_ sheet: Sheet, into receive: @escaping (UnsafeRawBufferPointer) -> Bool) throws(WorkbookFault)
    -> SheetShape
  {
    records.seek(starts[sheet.place])
    guard try records.next(), records.kind == RecordKind.beginning else {
      throw .damaged("its sheet \"\(sheet.name)\" is not where it should be")
    }
    // The list of sheets may describe a sheet wrongly.
    guard records.word(2) == 0x0010 else { return SheetShape() }
    let cells = CellWriter(formats: formats, dates: SerialDate(is1904: is1904))
    var content = BinarySheet(records, cells, texts, SheetWriter(limits: limits, receive: receive))
    return try content.read()
  }
}

import Metrics

/// The rows of a file below its header while they are being read: splitter, layout and findings.
struct RowStream {
  /// The longest record that is plausible; a longer one has a quote that was not closed.
  private static let recordLimit = 1 << 20
  /// The longest start of a row that is kept until the next block arrives.
  private static let remainderLimit = 1 << 12
  private let file: SourceFile
  let header: Header
  private let isSelecting: Bool
  private let isFast: Bool
  var splitter: RecordSplitter
  var record = Record()
  /// The start of a row whose end has not arrived yet.
  private var remainder: [UInt8] = []
  var reader: any RowReader
  var builder: ContributionBuilder
  /// A reader and a builder that have read nothing, to try rows with.
  let blank: (reader: any RowReader, builder: ContributionBuilder)
  var rowsRead = 0
  var rowsSkipped = 0
  private var encoding = TextEncoding.utf8
  private var sourceRows: [SourceRow] = []
  private var partRows: [SourceRow] = []
  /// How many bytes were examined besides those of the file's own records.
  var bytesReadAgain = 0
  /// How often a record among swallowed lines was tried as a whole.
  var wholesTried = 0
  private var isComplete = true
  /// Whether the last row read so far has too few fields, as it has while its writer is still writing.
  private var endsShort = false
  /// Whether the rest of the file makes no difference.
  private(set) var isStopped = false

  init(
    file: SourceFile, header: Header, separator: UInt8, reader: any RowReader,
    selection: RowSelection?, isStrict: Bool, knownCodes: [String: OrganisationCode] = [:]
  ) {
    self.file = file
    self.header = header
    isSelecting = selection != nil
    isFast = !isStrict && selection == nil && separator == UInt8(ascii: ",")
    splitter = RecordSplitter(separator: separator)
    record.hasDecimalCommas = separator == UInt8(ascii: ";")
    builder = ContributionBuilder(file: file, header: header, selection: selection, knownCodes: knownCodes)
    self.reader = reader
    blank = (reader, builder)
    if separator != UInt8(ascii: ",") {
      builder.problems.add(.unusualSeparator(RowStream.name(of: separator)), .warning, line: header.line)
    }
  }

  /// Begins below the header, at the record that starts the next bytes.
  mutating func start() { splitter.skip(lines: header.line) }

  /// Reads the rows of a block.
  mutating func read(_ block: UnsafeRawBufferPointer) {
    if isStopped { return }
    var rest = block
    if !remainder.isEmpty {
      // The row that two blocks share is read like any other where it ends in this block.
      let end = block.firstIndex(of: 0x0A).map { $0 + 1 } ?? block.count
      let row = takeRemainder() + block[..<end]
      row.withUnsafeBytes { readRows($0, keepsRemainder: false) }
      rest = UnsafeRawBufferPointer(rebasing: block[end...])
    }
    readRows(rest, keepsRemainder: true)
    if record.content.count > RowStream.recordLimit {
      builder.problems.add(.recordTooLong, line: record.line)
      isStopped = true
      isComplete = false
    }
  }

  mutating func readRows(_ block: UnsafeRawBufferPointer, keepsRemainder: Bool) {
    var position = 0
    while true {
      readOrdinaryRows(block, &position)
      if keepsRemainder, keepRemainder(block, position) { return }
      guard splitter.next(in: block, from: &position, into: &record) else { return }
      if let lines = linesTaken() {
        readAgain(lines, isLast: false)
      } else {
        readRecord(isLast: false)
        record.clear()
      }
    }
  }

  /// Keeps the start of a row whose end is in the next block; `false` where there is no such start, or where the fast
  /// path cannot read it anyway.
  private mutating func keepRemainder(_ block: UnsafeRawBufferPointer, _ position: Int) -> Bool {
    guard (1...RowStream.remainderLimit).contains(block.count - position), canBeJoined, splitter.isBetweenRecords,
      splitter.line > header.line,
      !block[position...].contains(where: { $0 == 0x0A || $0 == 0x0D })
    else { return false }
    remainder.append(contentsOf: UnsafeRawBufferPointer(rebasing: block[position...]))
    return true
  }

  private mutating func takeRemainder() -> [UInt8] {
    defer { remainder = [] }
    return remainder
  }

  /// Lets the layout read the rows that it can read faster than record by record.
  private mutating func readOrdinaryRows(_ block: UnsafeRawBufferPointer, _ position: inout Int) {
    guard isFast, !splitter.isInsideRecord, splitter.line > header.line else { return }
    let rows = reader.readOrdinaryRows(block, from: &position, line: splitter.line, into: &builder)
    splitter.skip(lines: rows)
    rowsRead += rows
    if rows > 0 { endsShort = false }
  }

  /// How many bytes were examined record by record; bytes that were read twice are counted twice.
  var bytesRead: Int { splitter.bytesRead + bytesReadAgain }
  /// Whether the part that has been read ends at the end of a record.
  var isBetweenRecords: Bool { remainder.isEmpty && splitter.isBetweenRecords && !isStopped }
  /// Whether a later part of the file can be read at the same time.
  var canBeJoined: Bool { isFast && reader.canBeJoined }

  /// Adds what another stream with the same header has read from the rest of the file. Returns `false` and adds nothing
  /// where the rest is out of the ordinary and must be read after this.
  mutating func join(_ later: RowStream) -> Bool {
    let lines = splitter.line - header.line - 1
    var joined = builder
    guard isBetweenRecords, !later.isStopped, later.rowsSkipped == 0,
      let numbers = joined.join(later.builder, lines: lines), reader.join(later.reader, numbers)
    else { return false }
    builder = joined
    splitter = later.splitter
    splitter.skip(lines: lines)
    record = later.record
    record.line += lines
    remainder = later.remainder
    rowsRead += later.rowsRead
    endsShort = later.endsShort || endsShort && later.rowsRead == 0
    if later.encoding != .utf8 { encoding = later.encoding }
    return true
  }

  /// Ends the file; the waiting lists of only these organisations are kept, where they are given.
  mutating func finish(banded: Set<OrganisationCode>?) -> ExtractResult {
    takeRemainder().withUnsafeBytes { readRows($0, keepsRemainder: false) }
    if !isStopped { readLastRecord() }
    if rowsRead == 0 {
      builder.problems.add(.noRows(reader.title), line: header.line)
      isComplete = false
    }
    if RowStream.isTruncation(rowsRead) || RowStream.isTruncation(rowsRead + 1) {
      builder.problems.add(.truncated(rows: rowsRead), .warning)
    }
    reader.finish(into: &builder)
    let contribution = Contribution(
      file: file, layout: reader.title, isLocal: reader.isLocal, encoding: encoding.rawValue, rowsRead: rowsRead,
      rowsSkipped: rowsSkipped,
      observations: builder.observations, organisations: builder.organisations,
      waitingLists: builder.waitingLists.filter { banded?.contains($0.organisation) ?? true },
      finance: builder.finance, targets: builder.targets,
      statedTotals: builder.statedTotals, documents: builder.documents, problems: builder.problems.all)
    return ExtractResult(
      contribution: contribution, isComplete: isComplete, endsShort: endsShort, columns: header.titles,
      sourceRows: selectedRows)
  }

  /// The rows of the figure that was asked for: its own rows, otherwise those of the parts that count.
  private var selectedRows: [SourceRow] {
    if !sourceRows.isEmpty { return sourceRows }
    let counted = builder.countedParts
    return counted.isEmpty ? partRows : partRows.filter { counted.contains($0.line) }
  }

  /// Reads a last record without a line end.
  private mutating func readLastRecord() {
    while !splitter.isInsideQuotes, splitter.finish(into: &record) {
      guard let lines = linesTaken() else { return readRecord(isLast: true) }
      readAgain(lines, isLast: true)
    }
    if splitter.isInsideQuotes {
      builder.problems.add(.unclosedQuote, line: splitter.quoteLine)
      isComplete = false
      if record.line > header.line {
        rowsRead += 1
        rowsSkipped += 1
      }
    }
  }

  /// Reads one record; those up to the header are skipped.
  mutating func readRecord(isLast: Bool) {
    guard record.line > header.line, !record.isBlank else { return }
    if record.isFiller {
      // An old end-of-file mark means nothing; zeros mean that something was not written.
      if record.content.first == 0 {
        builder.problems.add(.zeros, .warning, line: record.line)
        isComplete = false
      }
      return
    }
    if record.hasHighBytes, encoding == .utf8 { encoding = TextEncoding.of(record.content) }
    if header.isRepeated(by: record) {
      if !reader.repeatsHeader { builder.problems.add(.repeatedHeader, .warning, line: record.line) }
      return
    }
    rowsRead += 1
    builder.isSelected = false
    builder.isSelectedAsPart = false
    endsShort = false
    do throws(Fault) {
      try checkFieldCount(record, isLast: isLast)
      try reader.read(record, into: &builder)
    } catch {
      rowsSkipped += 1
      if case .endsInside = error.cause { isComplete = false }
      // A row without its last fields may be complete; one that cannot be read without them was cut off.
      if record.count < header.namedCount { endsShort = true }
      if error.cause != .saidOnce {
        builder.problems.add(
          error.cause, error.cause.severity, line: record.line, field: error.field,
          title: error.field.map { header.title($0) } ?? "")
      }
    }
    if isSelecting, builder.isSelected || builder.isSelectedAsPart { keepRow() }
  }

  /// Keeps the row for the reader who asked for it.
  private mutating func keepRow() {
    let row = SourceRow(line: record.line, fields: record.texts)
    if builder.isSelected { sourceRows.append(row) } else { partRows.append(row) }
  }

  /// Checks that a row has as many fields as the header. Empty fields beyond the header are harmless, and so are
  /// missing fields under nameless columns. In a sheet of a workbook no extra comma can have moved a row, so fields
  /// beyond the header simply have no name.
  func checkFieldCount(_ record: Record, isLast: Bool) throws(Fault) {
    if record.count < (isLast ? header.namedCount : reader.fewestFields ?? header.namedCount) {
      throw Fault(
        isLast ? .endsInside(record.count, of: header.namedCount) : .fewFields(record.count, of: header.namedCount))
    }
    if file.sheet == nil, record.count > header.count,
      (header.count..<record.count).contains(where: { !record.isBlank($0) })
    {
      throw Fault(.manyFields(record.count, of: header.count))
    }
  }

  /// The name that messages use for a separator.
  private static func name(of separator: UInt8) -> String {
    switch separator {
    case 0x09: "tabs"
    case UInt8(ascii: "|"): "vertical bars"
    default: "semicolons"
    }
  }

  /// Whether this is the number of rows at which spreadsheets stop.
  static func isTruncation(_ rows: Int) -> Bool { rows == 65_535 || rows == 1_048_575 }
}

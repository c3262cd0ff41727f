/// An `.ods` workbook: all its sheets are in one part, one after the other.
///
/// The start of each is kept, so that when one is read the others are unpacked but not parsed again.
final class OpenDocumentWorkbook {
  private static let part = "content.xml"
  let sheets: [Sheet]
  private let package: Package
  private let limits: WorkbookLimits

  init(_ package: Package, limits: WorkbookLimits) throws(WorkbookFault) {
    self.package = package
    self.limits = limits
    let handler = SheetListHandler(limit: limits.sheets)
    try package.read(OpenDocumentWorkbook.part, handler)
    guard !handler.sheets.isEmpty else { throw .damaged("its list of sheets is empty") }
    let first = handler.ranges[0].lowerBound
    sheets = zip(handler.sheets, handler.ranges).map { Sheet($0, at: Sheet.Location(first: first, bytes: $1)) }
  }

  /// Passes on the rows of a sheet.
  func read(
    _ sheet: Sheet, into receive: @escaping (UnsafeRawBufferPointer) -> Bool
  ) throws(WorkbookFault) -> SheetShape {
    try OpenDocumentWorkbook.read(sheet, of: package, limits: limits, into: receive)
  }

  /// Passes on the rows of a sheet whose place is known.
  static func read(
    _ sheet: Sheet, of package: Package, limits: WorkbookLimits,
    into receive: @escaping (UnsafeRawBufferPointer) -> Bool
  ) throws(WorkbookFault) -> SheetShape {
    guard let location = sheet.location else { throw .damaged("its sheet \"\(sheet.name)\" has no place") }
    let handler = TableHandler(TableContent(SheetWriter(limits: limits, receive: receive)))
    // Some of the date styles are there.
    if package.contains("styles.xml") { try package.read("styles.xml", handler) }
    let xml = try XMLStream(handler, of: OpenDocumentWorkbook.part)
    let bytes = try package.open(OpenDocumentWorkbook.part)
    // What comes before the first sheet is read for every sheet, because it opens the elements around it.
    let wanted = [0..<location.first, location.bytes]
    var start = 0
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 64)
    defer { block.deallocate() }
    while start < wanted[1].upperBound, !xml.isStopped {
      let count = try bytes.read(into: block)
      guard count > 0 else { throw .damaged("its part \(OpenDocumentWorkbook.part) is cut short") }
      for range in wanted {
        let part = range.clamped(to: start..<(start + count))
        if !part.isEmpty {
          try xml.read(UnsafeRawBufferPointer(rebasing: block[(part.lowerBound - start)..<(part.upperBound - start)]))
        }
      }
      start += count
    }
    return try handler.finish()
  }
}

/// The names of the sheets, whether their style hides them, and their places.
private final class SheetListHandler: XMLHandler {
  private(set) var sheets: [Sheet] = []
  private(set) var ranges: [Range<Int>] = []
  private let limit: Int
  private var hiddenStyles: Set<String> = []
  private var style: String?
  private var depth = 0

  init(limit: Int) { self.limit = limit }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("table") {
      depth += 1
      guard depth == 1 else { return }
      ranges.append(place..<place)
      let isHidden = attributes.text("style-name").map(hiddenStyles.contains) ?? false
      sheets.append(
        Sheet(
          name: attributes.text("name") ?? "", place: sheets.count, visibility: isHidden ? .hidden : .visible))
      if sheets.count > limit { fault = .tooMany("sheets", limit: limit) }
    } else if depth == 0, name.is("style") {
      style = attributes.text("name")
    } else if depth == 0, name.is("table-properties"), attributes.text("display") == "false", let style {
      if hiddenStyles.count < 100_000 { hiddenStyles.insert(style) }
    }
  }

  override func end(_ name: XMLName) {
    guard name.is("table") else { return }
    depth -= 1
    if depth == 0, let start = ranges.last?.lowerBound { ranges[ranges.count - 1] = start..<max(start, place) }
  }
}

/// Passes the elements of a sheet to its reader.
private final class TableHandler: XMLHandler {
  private var content: TableContent
  private var depth = 0

  init(_ content: TableContent) { self.content = content }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("table") { depth += 1 }
    guard depth != 1 || !name.is("table") else { return }
    do throws(WorkbookFault) {
      if try content.start(name, attributes) { listen(true) }
    } catch {
      fault = error
    }
  }

  override func end(_ name: XMLName) {
    if name.is("table") { depth -= 1 }
    do throws(WorkbookFault) {
      if try content.end(name) { listen(false) }
      if content.writer.isStopped { stop() }
    } catch {
      fault = error
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    do throws(WorkbookFault) { try content.append(bytes) } catch { fault = error }
  }

  func finish() throws(WorkbookFault) -> SheetShape { try content.finish() }
}

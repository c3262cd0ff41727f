/// An `.ods` workbook: all its sheets stand in one part, one after the other.
final class OpenDocumentWorkbook {
  let sheets: [Sheet]
  private let package: Package
  private let limits: WorkbookLimits

  init(_ package: Package, limits: WorkbookLimits) throws(WorkbookFault) {
    self.package = package
    self.limits = limits
    let handler = SheetListHandler(limit: limits.sheets)
    try package.read("content.xml", handler)
    guard !handler.sheets.isEmpty else { throw .damaged("its list of sheets is empty") }
    sheets = handler.sheets
  }

  /// Hands on the rows of a sheet.
  func read(_ sheet: Sheet, into receive: @escaping (UnsafeRawBufferPointer) -> Bool) throws(WorkbookFault) -> SheetShape {
    let handler = TableHandler(TableContent(SheetWriter(limits: limits, receive: receive)), place: sheet.place)
    try package.read("content.xml", handler)
    return try handler.finish()
  }
}

/// The names of the sheets, and which are hidden by their style.
private final class SheetListHandler: XMLHandler {
  private(set) var sheets: [Sheet] = []
  private let limit: Int
  private var hiddenStyles: Set<String> = []
  private var style: String?
  private var depth = 0

  init(limit: Int) { self.limit = limit }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("table") {
      depth += 1
      guard depth == 1 else { return }
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
    if name.is("table") { depth -= 1 }
  }
}

/// Tells the wanted one of several sheets of its elements.
private final class TableHandler: XMLHandler {
  private var content: TableContent
  private let place: Int
  private var tables = 0
  private var depth = 0
  private var isWanted = false

  init(_ content: TableContent, place: Int) {
    self.content = content
    self.place = place
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("table") {
      depth += 1
      if depth == 1 {
        isWanted = tables == place
        tables += 1
        return
      }
    }
    guard isWanted else { return }
    do throws(WorkbookFault) {
      if try content.start(name, attributes) { listen(true) }
    } catch {
      fault = error
    }
  }

  override func end(_ name: XMLName) {
    if name.is("table") {
      depth -= 1
      if depth == 0 { isWanted = false }
    }
    guard isWanted else { return }
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

/// An `.xlsx` or `.xlsm` workbook: its list of sheets, its formats and its shared texts.
final class OpenXMLWorkbook {
  let sheets: [Sheet]
  private let package: Package
  private let limits: WorkbookLimits
  /// The part of each sheet; `nil` where the workbook names one that its list of parts does not have.
  private let parts: [String?]
  private let cells: CellWriter
  /// The part with the shared texts; `nil` where the workbook has none.
  private let textsPart: String?
  private var texts: TextStore?
  /// Whether every row is read by the strict path, including those that the fast path would read identically.
  private let isStrict: Bool

  init(_ package: Package, part: String, limits: WorkbookLimits, isStrict: Bool) throws(WorkbookFault) {
    self.isStrict = isStrict
    self.package = package
    self.limits = limits
    let handler = WorkbookPartHandler(limit: limits.sheets)
    try package.read(part, handler)
    let relationships = try Relationships(package, of: part)
    var (sheets, parts) = ([Sheet](), [String?]())
    for (place, entry) in handler.sheets.enumerated() {
      let target = relationships.target(id: entry.id)
      let kind: Sheet.Kind =
        switch target?.type.split(separator: "/").last {
        case "chartsheet": .chart
        case "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet": .macro
        default: .table
        }
      sheets.append(Sheet(name: entry.name, place: place, visibility: entry.visibility, kind: kind))
      parts.append(target?.part)
    }
    guard !sheets.isEmpty else { throw .damaged("its list of sheets is empty") }
    (self.sheets, self.parts) = (sheets, parts)
    let styles = StylesHandler()
    if let part = relationships.target(typed: "/styles"), package.contains(part) { try package.read(part, styles) }
    cells = CellWriter(formats: styles.formats, dates: SerialDate(is1904: handler.is1904))
    let textsPart = relationships.target(typed: "/sharedStrings")
    self.textsPart = textsPart.flatMap { package.contains($0) ? $0 : nil }
  }

  /// Passes on the rows of a sheet.
  func read(_ sheet: Sheet, into receive: @escaping (UnsafeRawBufferPointer) -> Bool) throws(WorkbookFault)
    -> SheetShape
  {
    guard let part = parts[sheet.place], package.contains(part) else {
      throw .damaged("the part of its sheet \"\(sheet.name)\" is missing")
    }
    let texts = try sharedTexts()
    let handler = SheetPartHandler(SheetPart(cells, texts, SheetWriter(limits: limits, receive: receive)))
    if isStrict {
      try package.read(part, handler)
    } else {
      let rows = OrdinaryRows(try package.open(part), try XMLStream(handler, of: part), handler)
      try rows.read()
    }
    return try handler.finish()
  }

  private func sharedTexts() throws(WorkbookFault) -> TextStore {
    if let texts { return texts }
    let handler = SharedTextsHandler(limit: limits.texts)
    if let textsPart { try package.read(textsPart, handler) }
    texts = handler.store
    return handler.store
  }
}

/// The list of sheets, and whether days are counted from 1904.
private final class WorkbookPartHandler: XMLHandler {
  private(set) var sheets: [(name: String, id: String, visibility: Sheet.Visibility)] = []
  private(set) var is1904 = false
  private let limit: Int
  private var isInList = false

  init(limit: Int) { self.limit = limit }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("workbookPr") {
      // Some writers state it as `false`, so that its presence alone means nothing.
      is1904 = attributes.isTrue("date1904")
    } else if name.is("sheets") {
      isInList = true
    } else if isInList, name.is("sheet") {
      let visibility: Sheet.Visibility =
        switch attributes.text("state") {
        case "hidden": .hidden
        case "veryHidden": .veryHidden
        default: .visible
        }
      sheets.append((attributes.text("name") ?? "", attributes.text("id") ?? "", visibility))
      if sheets.count > limit { fault = .tooMany("sheets", limit: limit) }
    }
  }

  override func end(_ name: XMLName) {
    if name.is("sheets") { isInList = false }
  }
}

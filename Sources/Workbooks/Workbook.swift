/// A workbook whose sheets are read one after the other, row by row, as the bytes of a CSV.
///
/// Only the list of sheets, the number formats and the shared texts are kept in memory, never a whole sheet. Each row
/// of the sheet is a line of the CSV, including empty rows, so that a line's number is the row's. The format of a cell
/// decides how its value is written: dates as `2026-03-01`, months as `2026-03`, times as `36:00:00`, percentages as
/// `77.0391%`, everything else as it is.
public final class Workbook {
  /// The sheets in the order of their tabs, including charts and macros.
  public let sheets: [Sheet]
  /// What kind of file it is.
  public let kind: WorkbookKind

  private enum Source {
    case openXML(OpenXMLWorkbook)
    case openDocument(OpenDocumentWorkbook)
    case binary(BinaryWorkbook)
  }

  private let source: Source

  /// Opens the workbook at a path; its first bytes decide what it is, never its name.
  public convenience init(path: String, limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookFault) {
    try self.init(path: path, limits: limits, isStrict: false)
  }

  /// A workbook whose rows can all be read by the strict path, including those that the fast path would read
  /// identically.
  init(path: String, limits: WorkbookLimits = WorkbookLimits(), isStrict: Bool) throws(WorkbookFault) {
    switch try FileStart(path: path).container() {
    case .zip:
      let package = try Package(path: path, limits: limits)
      switch try package.content() {
      case .openXML(let part):
        let book = try OpenXMLWorkbook(package, part: part, limits: limits, isStrict: isStrict)
        (source, sheets, kind) = (.openXML(book), book.sheets, .openXML)
      case .openDocument:
        let book = try OpenDocumentWorkbook(package, limits: limits)
        (source, sheets, kind) = (.openDocument(book), book.sheets, .openDocument)
      }
    case .compound:
      let book = try BinaryWorkbook(path: path, limits: limits)
      (source, sheets, kind) = (.binary(book), book.sheets, .binary)
    }
  }

  /// Opens a workbook that was listed before, for one of its sheets alone.
  ///
  /// - Parameter sheet: a sheet from the list of the same version of the file.
  public static func read(
    _ sheet: Sheet, at path: String, limits: WorkbookLimits = WorkbookLimits(),
    into receive: (UnsafeRawBufferPointer) -> Bool
  ) throws(WorkbookFault) -> SheetShape {
    // All sheets of an open document are in one part, which need not be listed again.
    if sheet.location != nil, try FileStart(path: path).container() == .zip {
      let package = try Package(path: path, limits: limits)
      let result = withoutActuallyEscaping(receive) { receive in
        Result { () throws(WorkbookFault) in
          try OpenDocumentWorkbook.read(sheet, of: package, limits: limits, into: receive)
        }
      }
      return try result.get()
    }
    let workbook = try Workbook(path: path, limits: limits)
    guard workbook.sheets.indices.contains(sheet.place), workbook.sheets[sheet.place] == sheet else {
      throw .damaged("its sheet \"\(sheet.name)\" is not where it was")
    }
    return try workbook.read(sheet, into: receive)
  }

  /// Passes the bytes of a sheet to `receive` in blocks, for as long as it wants more; returns the shape of the sheet.
  ///
  /// A sheet that is a chart or has macros has no rows.
  public func read(
    _ sheet: Sheet, into receive: (UnsafeRawBufferPointer) -> Bool
  ) throws(WorkbookFault) -> SheetShape {
    guard sheet.kind == .table else { return SheetShape() }
    let result = withoutActuallyEscaping(receive) { receive in
      Result { () throws(WorkbookFault) in
        switch source {
        case .openXML(let book): try book.read(sheet, into: receive)
        case .openDocument(let book): try book.read(sheet, into: receive)
        case .binary(let book): try book.read(sheet, into: receive)
        }
      }
    }
    return try result.get()
  }
}

/// The file format of a workbook.
public enum WorkbookKind: String, Sendable {
  /// `.xlsx` or `.xlsm`
  case openXML = ".xlsx"
  /// `.ods`
  case openDocument = ".ods"
  /// `.xls` of Excel 97 to 2003
  case binary = ".xls"
}

import Metrics
import Workbooks

/// The sheets of a workbook as separate files, and the sheets without rows.
struct WorkbookSheets {
  /// The sheets with rows, in the order of their tabs.
  let files: [FoundFile]
  /// Charts and macros.
  let unread: [UnreadSheet]

  /// Lists the workbook at a path.
  ///
  /// - Parameter name: the workbook's name in problems.
  init(path: String, name: String, identity: FileIdentity) throws(FeedFault) {
    let sheets: [Sheet]
    do throws(WorkbookFault) { sheets = try Workbook(path: path).sheets } catch { throw FeedFault(error) }
    let tables = sheets.filter { $0.kind == .table }
    files = tables.map { sheet in
      FoundFile(
        path: path, name: "\(name):\(sheet.name)", identity: identity, packing: .sheet(sheet, of: tables.count))
    }
    unread = sheets.filter { $0.kind != .table }.map { sheet in
      UnreadSheet(
        file: name, sheet: sheet.source,
        reason: sheet.kind == .chart ? "a chart" : "macros, which are never run or read")
    }
  }
}

extension Sheet {
  /// The sheet as a source of figures.
  var source: SourceSheet { SourceSheet(name: name, hiding: visibility == .visible ? "" : visibility.rawValue) }
}

import Metrics
import Workbooks

/// Problems with a workbook, in words.
extension FeedFault {
  /// The fault as a problem; `nil` where it is not one of workbooks.
  ///
  /// - Parameter path: the path of the workbook.
  func workbookProblem(of name: String, at path: String) -> Problem? {
    switch self {
    case .workbook(let fault):
      Problem(.error, file: name, fault.message, expected: fault.expected, fix: fault.fix)
    case .workbookInside:
      Problem(
        .warning, file: name, "is a workbook inside a zip, and is not read", expected: "a workbook beside the zip",
        fix: "unpack it: unzip \"\(path)\"")
    case .noSheet([]):
      Problem(
        .error, file: name, "has no sheet with rows, only charts or macros", expected: "a sheet with figures",
        fix: "save the figures behind its charts as a sheet")
    case .noSheet(let sheets):
      Problem(
        .error, file: name, "no layout fits any of its sheets: \(FeedFault.list(sheets))",
        expected: "a sheet with the column names of a layout",
        fix: "see what each sheet lacks: sitrep check \"\(path)\"; describe a file of your own in a [[layout]]")
    default: nil
    }
  }

  /// The first few names in quotes, and how many more there are.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
    return names.count > 5 ? shown + " and \(names.count - 5) more" : shown
  }
}

extension FeedFault {
  /// A fault of a workbook; refusals of the operating system are reported as for any file.
  init(_ fault: WorkbookFault) {
    if case .unreadable(let code) = fault {
      self.init(reading: SystemFailure(code: code))
    } else {
      self = .workbook(fault)
    }
  }
}

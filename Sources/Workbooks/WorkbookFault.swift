/// Why a workbook, or a sheet of it, is not read.
public enum WorkbookFault: Error, Hashable, Sendable {
  /// The operating system does not allow it to be read, by its error number.
  case unreadable(Int32)
  /// It is protected by a password.
  case encrypted
  /// `.xlsb`: the parts are binary.
  case binaryParts
  /// A workbook of Excel 95 or before.
  case old
  /// HTML under the name of a workbook.
  case webPage
  /// The XML that Excel wrote in 2003, one file without a package.
  case singleXML
  /// Text under the name of a workbook.
  case plainText
  /// Something else under the name of a workbook, in a word or two: `a PDF`.
  case somethingElse(String)
  /// It is empty.
  case empty
  /// It cannot be as it was when it was saved; the value says what shows this.
  case damaged(String)
  /// A part unpacks to more than this many bytes.
  case unpacksBeyond(UInt64)
  /// A part unpacks to more than this many times its size.
  case inflates(UInt64)
  /// It has more than the limit of something: `cells`.
  case tooMany(String, limit: Int)
  /// A sheet claims a column or row that no sheet has.
  case beyondSheet(String)
  /// The library that reads it is not installed.
  case noLibrary(String)
}

extension WorkbookFault {
  /// What was found, to follow the name of the file: lower case, no full stop.
  public var message: String {
    switch self {
    case .unreadable: "cannot be read"
    case .encrypted: "is encrypted, and is not read"
    case .binaryParts: "is a binary workbook (.xlsb), which is not read"
    case .old: "is a workbook of Excel 95 or before, which is not read"
    case .webPage: "is a web page, not a workbook"
    case .singleXML: "is an XML spreadsheet of 2003, which is not read"
    case .plainText: "is plain text, not a workbook"
    case .somethingElse(let what): "is \(what), not a workbook"
    case .empty: "is empty"
    case .damaged(let words): "is damaged: \(words); none of it is used"
    case .unpacksBeyond(let limit): "unpacks to more than \(WorkbookFault.size(limit)); none of it is used"
    case .inflates(let limit): "unpacks to more than \(limit) times its size; none of it is used"
    case .tooMany(let what, let limit): "has more than \(WorkbookFault.grouped(limit)) \(what); none of it is used"
    case .beyondSheet(let place): "claims \(place), which no sheet has; none of it is used"
    case .noLibrary(let library): "cannot be opened: \(library) is not installed"
    }
  }

  /// What was expected instead.
  public var expected: String {
    switch self {
    case .unreadable: "a file you may read"
    case .encrypted: "a workbook without a password"
    case .binaryParts, .old, .singleXML: "an .xlsx, .xls or .ods workbook"
    case .webPage, .plainText, .somethingElse: "a workbook"
    case .empty, .damaged: "a whole workbook"
    case .unpacksBeyond(let limit): "at most \(WorkbookFault.size(limit))"
    case .inflates(let limit): "at most \(limit) times"
    case .tooMany(_, let limit): "at most \(WorkbookFault.grouped(limit))"
    case .beyondSheet: "at most 16,384 columns and 1,048,576 rows"
    case .noLibrary(let library): "\(library), which reads workbooks"
    }
  }

  /// What can be done about it.
  public var fix: String {
    switch self {
    case .unreadable: "ask whoever owns it"
    case .encrypted: "open it with its password, take the password off, and save it"
    case .binaryParts, .old, .singleXML: "open it in Excel, and save it as Excel Workbook (.xlsx)"
    case .webPage:
      "open it: if it is a table, save it as Excel Workbook (.xlsx); if it is a sign-in page, download the file again"
    case .plainText: "rename it to end in .csv"
    case .somethingElse: "give it the name of what it is, or download the file again"
    case .empty: "download the file again"
    case .damaged: "download the file again, or open it in Excel and save it anew"
    case .unpacksBeyond, .inflates:
      "ask whoever sent it what it holds; save the sheet you need as a workbook of its own"
    case .tooMany, .beyondSheet: "save the rows and columns you need as a workbook of their own"
    case .noLibrary(let library): "install \(library), or save the sheet as CSV UTF-8"
    }
  }

  /// Bytes in the largest unit that divides them.
  private static func size(_ bytes: UInt64) -> String {
    let units = ["bytes", "KB", "MB", "GB"]
    var (size, unit) = (bytes, 0)
    while unit < units.count - 1, size >= 1024, size % 1024 == 0 { (size, unit) = (size / 1024, unit + 1) }
    return "\(size) \(units[unit])"
  }

  /// A whole number with commas before its thousands.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}

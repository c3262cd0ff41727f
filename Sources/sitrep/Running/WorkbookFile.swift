import CXlsx
import Glibc
import Metrics
import Reports
import Screen

/// A workbook that is written through libxlsxwriter: whole, or not at all.
struct WorkbookFile {
  private let title: String
  private let program: String
  private let made: Moment
  private let sheets: [WorkbookSheet]

  /// The workbook of a board; a sheet that has more rows than Excel takes ends the program.
  init(_ workbook: BoardWorkbook, made: Moment, program: String) throws(ExitReason) {
    sheets = workbook.sheets
    (title, self.made, self.program) = (workbook.title, made, program)
    if let large = sheets.first(where: { $0.rows.count >= WorkbookSheet.mostRows }) {
      throw .wrongUsage(
        "a sheet has at most \(WorkbookSheet.mostRows) rows, and \(large.name) would have \(large.rows.count); "
          + "leave out --all-periods or --breakdowns, or use --format csv")
    }
    guard cxlsx_is_installed() != 0 else {
      throw .wrongUsage(
        "a workbook needs libxlsxwriter, which is not installed; "
          + "install it (on Debian and Ubuntu: sudo apt install libxlsxwriter-dev), or use --format csv")
    }
  }

  /// Writes it under a name, or to standard output.
  func write(to name: String) throws(ExitReason) {
    guard name == OutputFile.standardOutput else { return try OutputFile.replace(name, by: write) }
    let code = copied(to: STDOUT_FILENO)
    guard code == 0 else { throw .outputFailed(code: code) }
  }

  /// Writes it to a path; 0, or the number of the error.
  private func write(at path: String) -> Int32 {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      // A zip is not written from front to back, so that a pipe gets a copy.
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return errno }
      defer { close(descriptor) }
      return copied(to: descriptor)
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return written(at: path, folder: folder.isEmpty ? "/" : folder)
  }

  /// Writes it into a folder of its own, and copies it from there.
  private func copied(to descriptor: Int32) -> Int32 {
    let place = Places.environment("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(place)/sitrep-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { return errno }
    let folder = String(cString: made)
    let draft = folder + "/board.xlsx"
    defer {
      unlink(draft)
      rmdir(folder)
    }
    let code = written(at: draft, folder: folder)
    guard code == 0 else { return code }
    let source = open(draft, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { return errno }
    defer { close(source) }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? 0 : errno }
      guard Output.write(block[..<count], to: descriptor) else { return errno }
    }
  }

  private func written(at path: String, folder: String) -> Int32 {
    errno = 0
    guard let book = cxlsx_open(path, folder) else { return errno == 0 ? ENOMEM : errno }
    let seconds = Int64(made.day.number) * 86_400 + Int64(made.second)
    let pen = WorkbookPen(book)
    guard cxlsx_properties(book, title, program, seconds) != 0, sheets.allSatisfy({ pen.write($0) }) else {
      let code = errno
      cxlsx_abandon(book)
      return code == 0 ? EIO : code
    }
    return cxlsx_close(book)
  }
}

/// Writes the sheets of a workbook, each look made once.
private struct WorkbookPen {
  private let book: OpaquePointer
  private let head: Int32, text: Int32, day: Int32
  private var formats: [WorkbookFormat: Int32] = [:]

  init(_ book: OpaquePointer) {
    self.book = book
    head = cxlsx_format(book, nil, Int32(cxlsx_head.rawValue))
    text = cxlsx_format(book, nil, Int32(cxlsx_wrapped.rawValue))
    day = cxlsx_format(book, WorkbookFormat.day, Int32(cxlsx_plain.rawValue))
    for format in WorkbookFormat.allCases {
      formats[format] = cxlsx_format(book, format.signs, Int32(cxlsx_plain.rawValue))
    }
  }

  /// Writes a sheet, its headings frozen; whether every cell of it was taken.
  func write(_ sheet: WorkbookSheet) -> Bool {
    guard cxlsx_sheet(book, sheet.name, 1, 0) != 0 else { return false }
    for (place, column) in sheet.columns.enumerated() { cxlsx_width(book, Int32(place), column.width) }
    for (place, column) in sheet.columns.enumerated() {
      guard cxlsx_text(book, 0, Int32(place), column.title, head) != 0 else { return false }
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        guard write(cell, row: Int32(row + 1), column: Int32(column)) else { return false }
      }
    }
    cxlsx_filter(book, Int32(sheet.rows.count), Int32(sheet.columns.count - 1))
    return true
  }

  private func write(_ cell: WorkbookCell, row: Int32, column: Int32) -> Bool {
    switch cell {
    case .nothing: return true
    case .text(let words): return cxlsx_text(book, row, column, WorkbookPen.fitting(words), text) != 0
    case .number(let number, let format): return cxlsx_number(book, row, column, number, formats[format] ?? 0) != 0
    case .day(let day):
      // Excel counts from the last day of 1899 and has a day too many before March 1900.
      let serial = Int(day.number) + 25_569
      guard serial > 60 else { return cxlsx_text(book, row, column, Period.title(of: day), text) != 0 }
      return cxlsx_number(book, row, column, Double(serial), self.day) != 0
    }
  }

  /// A text as a cell takes it: at most 32,767 characters, and none that could be obeyed.
  private static func fitting(_ words: String) -> String {
    let harmless = Glyph.sanitised(words)
    guard harmless.utf16.count > mostCharacters else { return harmless }
    return String(harmless.prefix(mostCharacters / 2)) + "… (cut: longer than a cell can be)"
  }

  private static let mostCharacters = 32_000
}

import CLinux
import Glibc
import Testing

@testable import Workbooks

/// A file in memory, with a path as any other has: nothing is left behind.
final class MemoryFile {
  private let descriptor: Int32

  init(_ bytes: [UInt8]) {
    descriptor = clinux_memory_file("workbook")
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + done, bytes.count - done) }
      precondition(count > 0)
      done += count
    }
  }

  deinit { close(descriptor) }

  var path: String { "/proc/self/fd/\(descriptor)" }
}

/// The rows of a sheet as one text, and what there was to see of it.
func rows(
  _ bytes: [UInt8], sheet: Int = 0, limits: WorkbookLimits = WorkbookLimits()
) throws(WorkbookFault) -> (text: String, shape: SheetShape) {
  let file = MemoryFile(bytes)
  let workbook = try Workbook(path: file.path, limits: limits)
  var text: [UInt8] = []
  let shape = try workbook.read(workbook.sheets[sheet]) {
    text.append(contentsOf: $0)
    return true
  }
  return (String(decoding: text, as: UTF8.self), shape)
}

/// Why a workbook, or one of its sheets, is refused; `nil` where it is read.
func refusal(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> WorkbookFault? {
  let file = MemoryFile(bytes)
  do throws(WorkbookFault) {
    let workbook = try Workbook(path: file.path, limits: limits)
    for sheet in workbook.sheets { _ = try workbook.read(sheet) { _ in true } }
    return nil
  } catch {
    return error
  }
}

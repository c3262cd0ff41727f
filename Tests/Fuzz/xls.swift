import CLinux
import Glibc

@testable import Workbooks

/// Reads the bytes as an .xls: as a whole file where they begin like one, else as the records of a workbook, in a file put
/// around them. It must come to rows or to a refusal, and stay within the limits.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXLS(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  limitProcessorTime()
  guard count > 0 else { return 0 }
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let file = MemoryFile(input[0] == 0xD0 ? input : compound(around: input))
  var limits = WorkbookLimits()
  limits.cells = 1 << 20
  limits.texts = 16 << 20
  do throws(WorkbookFault) {
    let workbook = try Workbook(path: file.path, limits: limits)
    for sheet in workbook.sheets.prefix(4) {
      var check = RowCheck()
      _ = try workbook.read(sheet) { check.read($0) }
    }
  } catch {
    _ = error.message
  }
  return 0
}

/// A compound file with one stream: its sectors, then the directory, then the table of sectors.
private func compound(around stream: [UInt8]) -> [UInt8] {
  let stream = Array(stream.prefix(60_000))
  let count = max(8, (stream.count + 511) / 512)
  var head = [UInt8](repeating: 0xFF, count: 512)
  func put(_ value: Int, _ size: Int, at place: Int, in bytes: inout [UInt8]) {
    for index in 0..<size { bytes[place + index] = UInt8(truncatingIfNeeded: value >> (index * 8)) }
  }
  for (index, byte) in [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1].enumerated() { head[index] = UInt8(byte) }
  for (place, value) in [(24, 0x3E), (26, 3), (28, 0xFFFE), (30, 9), (32, 6)] { put(value, 2, at: place, in: &head) }
  for (place, value) in [
    (44, 1), (48, count), (52, 0), (56, 4096), (60, -2), (64, 0), (68, -2), (72, 0), (76, count + 1),
  ] {
    put(value, 4, at: place, in: &head)
  }
  var directory = [UInt8](repeating: 0, count: 512)
  for (entry, name) in ["Root Entry", "Workbook"].enumerated() {
    let place = entry * 128
    for (index, unit) in name.utf16.enumerated() { put(Int(unit), 2, at: place + index * 2, in: &directory) }
    put(name.utf16.count * 2 + 2, 2, at: place + 64, in: &directory)
    directory[place + 66] = entry == 0 ? 5 : 2
    for link in [68, 72] { put(-1, 4, at: place + link, in: &directory) }
    put(entry == 0 ? 1 : -1, 4, at: place + 76, in: &directory)
    put(entry == 0 ? -2 : 0, 4, at: place + 116, in: &directory)
    put(entry == 0 ? 0 : count * 512, 4, at: place + 120, in: &directory)
  }
  var table = [UInt8](repeating: 0xFF, count: 512)
  for sector in 0..<count { put(sector + 1 < count ? sector + 1 : -2, 4, at: sector * 4, in: &table) }
  put(-2, 4, at: count * 4, in: &table)
  return head + stream + [UInt8](repeating: 0, count: count * 512 - stream.count) + directory + table
}

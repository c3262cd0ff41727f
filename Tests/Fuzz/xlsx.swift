import CLinux
import Glibc

@testable import Workbooks

/// Reads the bytes as the parts of an .xlsx, `\u{FF}` between them: the sheet, the shared texts, the styles, the workbook. Those
/// that are not there are as they ordinarily are. The fast way and the strict one must come to the same.
///
/// Bytes that begin with `P` are a whole file, and with `o` the content of an .ods.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXLSX(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  limitProcessorTime()
  guard count > 0 else { return 0 }
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let file = MemoryFile(input[0] == UInt8(ascii: "P") ? input : package(of: input))
  let (fast, strict) = (said(file, isStrict: false), said(file, isStrict: true))
  guard fast != strict else { return 0 }
  print("the fast reader and the strict one differ")
  print("fast only:   \(fast)")
  print("strict only: \(strict)")
  fflush(nil)
  fatalError()
}

/// Everything a workbook comes to: its rows, or why it is refused.
private func said(_ file: MemoryFile, isStrict: Bool) -> [String] {
  var limits = WorkbookLimits()
  limits.cells = 1 << 20
  limits.texts = 16 << 20
  limits.part = 16 << 20
  limits.sparedByRatio = 1 << 20
  var said: [String] = []
  do throws(WorkbookFault) {
    let workbook = try Workbook(path: file.path, limits: limits, isStrict: isStrict)
    for sheet in workbook.sheets.prefix(4) {
      said.append("\(sheet)")
      var check = RowCheck()
      let shape = try workbook.read(sheet) { check.read($0) }
      said += [String(decoding: check.all, as: UTF8.self), "\(shape)"]
    }
  } catch {
    said.append(error.message)
  }
  return said
}

private func package(of input: [UInt8]) -> [UInt8] {
  var zip = Zip()
  if input[0] == UInt8(ascii: "o") {
    zip.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    zip.add("content.xml", Array(input.dropFirst()))
    return zip.finished()
  }
  let parts = input.split(separator: 0xFF, omittingEmptySubsequences: false).map { Array($0) }
  func part(_ number: Int, or usual: String) -> [UInt8] {
    number < parts.count && !parts[number].isEmpty ? parts[number] : Array(usual.utf8)
  }
  let relationships = """
    <Relationships><Relationship Id="a" Type="/worksheet" Target="sheet.xml"/><Relationship Id="b" Type="/sharedStrings" \
    Target="texts.xml"/><Relationship Id="c" Type="/styles" Target="styles.xml"/></Relationships>
    """
  zip.add("xl/workbook.xml", part(3, or: "<workbook><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>"))
  zip.add("xl/_rels/workbook.xml.rels", Array(relationships.utf8))
  zip.add("xl/sheet.xml", part(0, or: "<worksheet/>"))
  zip.add("xl/texts.xml", part(1, or: "<sst><si><t>a</t></si><si><t>b, c</t></si></sst>"))
  zip.add(
    "xl/styles.xml",
    part(
      2, or: "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>"
    ))
  return zip.finished()
}

/// A zip whose members are stored as they are.
private struct Zip {
  private var bytes: [UInt8] = []
  private var list: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ content: [UInt8]) {
    let head =
      little(0, 2) + little(0, 2) + little(0, 4) + little(Int(Zip.checksum(content)), 4) + little(content.count, 4)
      + little(content.count, 4) + little(name.utf8.count, 2) + little(0, 2)
    list += [0x50, 0x4B, 1, 2] + little(20, 2) + little(20, 2) + head + little(0, 10) + little(bytes.count, 4)
    list += Array(name.utf8)
    bytes += [0x50, 0x4B, 3, 4] + little(20, 2) + head + Array(name.utf8) + content
    count += 1
  }

  func finished() -> [UInt8] {
    bytes + list + [0x50, 0x4B, 5, 6] + little(0, 4) + little(count, 2) + little(count, 2) + little(list.count, 4)
      + little(bytes.count, 4) + little(0, 2)
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in value & 1 != 0 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }

  private func little(_ number: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

import Glibc

/// The first bytes of a file, which show what it is whatever its name says.
struct FileStart {
  /// The container of a workbook's parts.
  enum Container {
    case zip, compound
  }

  private let bytes: [UInt8]

  init(path: String) throws(WorkbookFault) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .unreadable(errno) }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 1024)
    let count = pread(descriptor, &start, start.count, 0)
    guard count >= 0 else { throw .unreadable(errno) }
    bytes = Array(start[..<count])
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The container that the file is; throws what it is instead where it is none.
  func container() throws(WorkbookFault) -> Container {
    if bytes.isEmpty { throw .empty }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else {
        throw .damaged("its first bytes are wrong")
      }
      return .compound
    }
    // A bare stream of records, as Excel 2 to 4 wrote it.
    if bytes.count > 3, bytes[0] == 9, [0, 2, 4, 8].contains(bytes[1]), bytes[3] == 0 { throw .old }
    if bytes.starts(with: Array("%PDF".utf8)) { throw .somethingElse("a PDF") }
    if bytes.starts(with: [0x1F, 0x8B]) { throw .somethingElse("a gzip") }
    throw text() ?? .damaged("its first bytes are no workbook's")
  }

  /// The kind of text that it is; `nil` where it is not text.
  private func text() -> WorkbookFault? {
    let wide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard wide || !bytes.contains(where: { $0 < 0x20 && ![9, 10, 12, 13].contains($0) }) else { return nil }
    let text = String(decoding: bytes.filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self).lowercased()
    guard let first = text.first(where: { !$0.isWhitespace }) else { return .empty }
    guard first == "<" else { return .plainText }
    return text.contains("urn:schemas-microsoft-com:office:spreadsheet") && !text.contains("<html")
      ? .singleXML : .webPage
  }
}

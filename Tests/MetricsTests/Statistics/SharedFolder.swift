import Foundation

/// The folder beside the package that holds reference answers and published figures; absent on most machines.
enum SharedFolder {
  /// `../shared`, as seen from the root of the package.
  static let location = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared").standardizedFileURL

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: location.appending(path: path).path)
  }

  /// The rows of a CSV, by column name. Quoted fields may hold commas and line ends.
  static func rows(_ path: String) -> [[String: String]] {
    guard let text = try? String(contentsOf: location.appending(path: path), encoding: .utf8) else { return [] }
    var records = fields(of: text)
    guard !records.isEmpty else { return [] }
    let header = records.removeFirst()
    return records.map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }

  private static func fields(of text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    func finished() -> String { String(decoding: field, as: UTF8.self) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        record.append(finished())
        field.removeAll(keepingCapacity: true)
      case UInt8(ascii: "\n") where !isQuoted:
        records.append(record + [finished()])
        record = []
        field.removeAll(keepingCapacity: true)
      case UInt8(ascii: "\r") where !isQuoted: break
      default: field.append(byte)
      }
    }
    if !field.isEmpty || !record.isEmpty { records.append(record + [finished()]) }
    return records
  }
}

import Foundation

/// A folder of files that tests compare with.
public struct ReferenceFolder: Sendable {
  /// Where it is.
  public let location: URL

  /// The folder of published extracts beside the package; absent on most machines.
  public static let shared = ReferenceFolder("../shared")
  /// The project's own fixtures.
  public static let fixtures = ReferenceFolder("Fixtures")
  /// The project's documents.
  public static let documents = ReferenceFolder("docs")

  /// A folder by its path from the root of the package.
  private init(_ path: String) {
    location =
      URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: path).standardizedFileURL
  }

  /// Whether a file is there.
  public func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: location.appending(path: path).path)
  }

  /// A file's text; empty where there is no such file.
  public func text(_ path: String) -> String {
    (try? String(contentsOf: location.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// The rows of a CSV, by column name. Quoted fields may hold commas and line ends.
  public func rows(_ path: String) -> [[String: String]] {
    var records = Self.fields(of: text(path))
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

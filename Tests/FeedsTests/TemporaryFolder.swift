import Foundation

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "sitrep-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, its folders included; its path.
  @discardableResult
  func write(_ text: String, to name: String) -> String {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: file, contents: Data(text.utf8))
    return file
  }
}

/// A return of one month in sitrep's own performance layout.
func performance(_ organisation: String, month: String = "2018-02", within: Int = 90, of: Int = 100) -> String {
  """
  metric,organisation,period,breakdown,item,numerator,denominator,value
  ae.four-hour,\(organisation),\(month),,,\(within),\(of),

  """
}

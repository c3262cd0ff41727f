import Glibc
import Metrics

@testable import Actions

/// A folder that is gone when the test is.
final class ScratchFolder {
  let path: String
  var folder: ActionFolder { ActionFolder(path) }

  init() {
    var template = Array("/tmp/sitrep-actions-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  deinit {
    chmod(path, 0o700)
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  private var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }

  func bytes(_ name: String) -> [UInt8] {
    let descriptor = open("\(path)/\(name)", O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return FileBytes.read(descriptor, from: 0, count: Int(lseek(descriptor, 0, SEEK_END))) ?? []
  }

  func write(_ bytes: [UInt8], _ name: String) {
    let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  func remove(_ name: String) { unlink("\(path)/\(name)") }

  func write(_ text: String, _ name: String) { write(Array(text.utf8), name) }

  /// Agrees an action; what it goes by.
  @discardableResult
  func act(_ text: String, at: String = "2018-03-20T09:00:00", as writer: String = "a.jsonl") throws -> String {
    var event = ActionEvent(.action, at: Moment(at)!, by: "ward@a")
    event.text = text
    return try folder.write(event, as: writer)
  }

  /// Changes an action.
  func change(
    _ id: String, _ status: ActionStatus, _ text: String = "", at: String = "2018-03-21T09:00:00",
    as writer: String = "a.jsonl"
  ) throws {
    var event = ActionEvent(.change, at: Moment(at)!, by: "ward@a")
    (event.id, event.status, event.text) = (id, status, text)
    try folder.write(event, as: writer)
  }
}

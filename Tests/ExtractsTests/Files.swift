import Foundation

/// The root of the package.
private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The real files, beside the project and no part of it.
private let realFolder = root.deletingLastPathComponent().appendingPathComponent("shared/extracts/real")

/// Whether the real files are there.
let hasRealFiles = FileManager.default.fileExists(atPath: realFolder.path)

/// The bytes of a file of the project.
func projectBytes(_ path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: root.appendingPathComponent(path)))
}

/// The bytes of a real file.
func realBytes(_ name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: realFolder.appendingPathComponent(name)))
}

/// Whether expectations are written instead of compared.
let isRecording = ProcessInfo.processInfo.environment["SITREP_RECORD_SCREENS"] != nil

/// Writes a file of the project.
func write(_ text: String, to path: String) throws {
  try Data(text.utf8).write(to: root.appendingPathComponent(path))
}

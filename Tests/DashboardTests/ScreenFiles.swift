import Foundation
import Testing

/// Holds a text against its `.txt` file in `Screens`; see `expectRecorded`.
func compareScreen(_ text: String, with name: String) throws { try expectRecorded(text, name + ".txt") }

/// Holds a text against a file in `Screens`; with SITREP_RECORD_SCREENS it is recorded anew, and the test fails.
func expectRecorded(_ text: String, _ name: String) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Screens/\(name)")
  if ProcessInfo.processInfo.environment["SITREP_RECORD_SCREENS"] != nil {
    try (text + "\n").write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name): look at it before it is committed")
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(text + "\n" == expected, "\(name) has changed; make screens records it anew")
}

import Foundation
import Testing

/// Holds a text against its `.txt` file in `Screens`; see `expectRecorded`.
func compareScreen(_ text: String, with name: String) throws { try expectRecorded(text, name + ".txt") }

/// Holds a text against a file in `Screens`; with SITREP_RECORD_SCREENS it is recorded again, and the test fails.
func expectRecorded(_ text: String, _ name: String) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Screens/\(name)")
  if ProcessInfo.processInfo.environment["SITREP_RECORD_SCREENS"] != nil {
    try (text + "\n").write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name): look at it before it is committed")
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  let changes = changedLines(from: expected, to: text + "\n")
  guard !changes.isEmpty else { return }
  Issue.record("\(name) has changed; make screens records it again\n\(changes.joined(separator: "\n"))")
}

/// The lines that differ, `- 4 before` and `+ 4 after`, at most 36 of them: what a reader of a failure needs.
func changedLines(from before: String, to after: String) -> [String] {
  let old = before.split(separator: "\n", omittingEmptySubsequences: false)
  let new = after.split(separator: "\n", omittingEmptySubsequences: false)
  let changes = new.difference(from: old).map { change -> (line: Int, isNew: Bool, text: Substring) in
    switch change {
    case .remove(let line, let text, _): (line + 1, false, text)
    case .insert(let line, let text, _): (line + 1, true, text)
    }
  }.sorted { ($0.line, $0.isNew ? 1 : 0) < ($1.line, $1.isNew ? 1 : 0) }
  let shown = changes.prefix(36).map { "\($0.isNew ? "+" : "-") \($0.line) \($0.text)" }
  return changes.count > shown.count ? shown + ["and \(changes.count - shown.count) more lines"] : shown
}

import Foundation

/// A real terminal: a shell in tmux, on a server of its own.
final class TmuxTerminal {
  /// Why a text did not appear.
  struct TextMissing: Error, CustomStringConvertible {
    let text: String
    let screen: String
    var description: String { "\"\(text)\" did not appear on\n\(screen)" }
  }

  private let server = "sitrep-\(UUID().uuidString)"
  private let scratch = TemporaryFolder()

  /// Opens a terminal with a plain shell in it.
  init(columns: Int = 120, rows: Int = 40) throws {
    try tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", Program.project,
      "env PS1='shell> ' LC_ALL=C.UTF-8 SWIFT_BACKTRACE=enable=no sh",
    ])
    try waits(for: "shell>")
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// Types a line and Enter.
  func type(_ line: String) throws {
    try tmux(["send-keys", "-l", line])
    try press("Enter")
  }

  /// Presses keys by their names.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// What is on the screen.
  var screen: String { get throws { try tmux(["capture-pane", "-p"]) } }

  /// Looks until a text is on the screen, for as long as a busy machine may need.
  func waits(for text: String, limit: TimeInterval = 60) throws {
    let deadline = Date(timeIntervalSinceNow: limit)
    while true {
      let screen = try screen
      if screen.contains(text) { return }
      if Date() > deadline { throw TextMissing(text: text, screen: screen) }
    }
  }

  /// Looks until a text is no longer on the screen.
  func loses(_ text: String, limit: TimeInterval = 60) throws {
    let deadline = Date(timeIntervalSinceNow: limit)
    while try screen.contains(text) {
      if Date() > deadline { throw TextMissing(text: "without \(text)", screen: try screen) }
    }
  }

  /// Tells the server something, or asks it; what it answers.
  @discardableResult
  func tmux(_ arguments: [String]) throws -> String {
    let status = try Spawned.run(
      "tmux", ["-L", server] + arguments, in: Program.project,
      environment: ["PATH": "/usr/bin:/bin:/usr/local/bin", "LC_ALL": "C.UTF-8", "HOME": scratch.path],
      output: "\(scratch.path)/output", error: "\(scratch.path)/error")
    guard status == 0 else { throw TextMissing(text: "tmux", screen: scratch.read("error")) }
    return scratch.read("output")
  }
}

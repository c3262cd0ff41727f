import Foundation
import Testing

/// How a picture reaches the terminal.
@Suite struct OnePieceTests {
  private static let strace = "/usr/bin/strace"
  private static let hasTracer = FileManager.default.isExecutableFile(atPath: strace)

  @Test(
    .enabled(if: hasTracer, "strace is not installed: make test installs it"),
    arguments: [("", true), ("ulimit -f 2000; ", false)])
  func `a whole picture goes to the terminal in one piece, save where files may not grow`(
    limit: String, isOnePiece: Bool
  ) throws {
    let (terminal, folder) = (try TmuxTerminal(), TemporaryFolder())
    let trace = "\(Self.strace) -qq -s 100000 -o \(folder.path)/trace -e trace=write"
    try terminal.type("\(limit)\(trace) \(Program.path) Fixtures/demo; echo ended $?")
    try terminal.waits(for: "Cancer 62-day")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
    // From its first line to the command that shows it. A slow machine may draw two: the newest files, then all of them.
    let pictures = folder.read("trace").split(separator: "\n").filter {
      $0.hasPrefix("write(") && $0.contains("Overview") && $0.contains("Cancer") && $0.contains("[?2026l")
    }
    #expect(pictures.isEmpty != isOnePiece)
  }
}

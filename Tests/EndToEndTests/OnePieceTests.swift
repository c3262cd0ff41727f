import Foundation
import Testing

/// How a picture reaches the terminal.
@Suite struct OnePieceTests {
  private static let strace = "/usr/bin/strace"
  private static let hasTracer = FileManager.default.isExecutableFile(atPath: strace)

  @Test(
    .enabled(if: hasTracer, "strace is not installed: make test installs it"),
    arguments: [("", 1), ("ulimit -f 2000; ", 0)])
  func `a whole picture goes to the terminal in one piece, save where files may not grow`(
    limit: String, pieces: Int
  ) throws {
    let (terminal, folder) = (try TmuxTerminal(), TemporaryFolder())
    let trace = "\(Self.strace) -qq -s 8 -o \(folder.path)/trace -e trace=write"
    try terminal.type("\(limit)\(trace) \(Program.path) Fixtures/demo; echo ended $?")
    try terminal.waits(for: "Cancer 62-day")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
    let written = folder.read("trace").split(separator: "\n").filter {
      $0.hasPrefix("write(") && !$0.hasPrefix("write(2, ")
    }
    .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    #expect(written.filter { $0 > 5_000 }.count == pieces, "\(written)")
  }
}

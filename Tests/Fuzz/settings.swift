import Glibc
import Metrics
import Screen

@testable import Settings

/// Reads the bytes as `system.toml`, as a theme and as `config.toml`. Nothing may trap, and each problem has a place in
/// the file and text that a terminal can show.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSettings(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  limitProcessorTime()
  let file = Array(UnsafeBufferPointer(start: bytes, count: count))
  let lines = 1 + file.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  let problems =
    SystemSettings.read(file, fileName: "system.toml").problems
    + ThemeSettings.read(file, fileName: "theme.toml").problems
    + BoardSettings.read(file, fileName: "config.toml").problems
  for problem in problems {
    precondition((1...lines).contains(problem.line ?? 1), "line \(problem.line ?? 0) of \(lines): \(problem.text)")
    precondition((problem.column ?? 1) >= 1, "column \(problem.column ?? 0): \(problem.text)")
  }
  return 0
}

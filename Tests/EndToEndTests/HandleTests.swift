import Foundation
import Testing

/// What the program does with the handles of the files that it opens.
@Suite struct HandleTests {
  private static let strace = "/usr/bin/strace"
  private static let hasTracer = FileManager.default.isExecutableFile(atPath: strace)

  /// One file of each container.
  private static let whole = [
    "workbooks/own-returns.xls", "workbooks/own-returns.xlsx", "workbooks/own-returns.ods", "containers/ae-2020.zip",
    "containers/Monthly-AE-June-2020.csv.gz",
  ]

  // A handle that is closed a second time may by then be another file's, which another thread is reading: that file
  // then fails, or is read wrongly.
  @Test(.enabled(if: hasTracer, "strace is not installed: make test installs it"))
  func `no handle is closed twice, whatever is wrong with a file`() throws {
    let folder = TemporaryFolder()
    var random = Self.Numbers(seed: 20_161_115)
    for name in Self.whole {
      let bytes = try #require(FileManager.default.contents(atPath: Program.fixture(name)))
      let file = name.split(separator: "/")[1].split(separator: ".", maxSplits: 1)
      for turn in 0..<40 {
        let damaged = turn < 12 ? bytes.prefix(bytes.count * turn / 12) : random.damaged(bytes)
        try damaged.write(to: URL(fileURLWithPath: "\(folder.path)/\(file[0])-\(turn).\(file[1])"))
      }
    }
    // The trace is of what failed alone, and lies outside the folder that is read.
    let trace = TemporaryFolder()
    let status = try Spawned.run(
      Self.strace,
      ["-f", "-qq", "-Z", "-e", "trace=close", "-o", "\(trace.path)/failed", Program.path, "check", folder.path],
      in: trace.path, environment: ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"],
      output: "\(trace.path)/output", error: "\(trace.path)/error")
    let said = trace.read("output")
    #expect(status == 1 && said.contains(".xls") && said.contains(".ods"), "\(status) \(trace.read("error"))")
    #expect(trace.read("failed").split(separator: "\n").filter { $0.contains("close(") } == [])
  }

  /// The same numbers every time.
  private struct Numbers {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }

    /// A file with a few of its bytes changed, half of the times in its first kilobyte, where its tables begin.
    mutating func damaged(_ bytes: Data) -> Data {
      var bytes = bytes
      let room = next(below: 2) == 0 ? min(bytes.count, 1024) : bytes.count
      for _ in 0..<8 { bytes[next(below: room)] = UInt8(next(below: 256)) }
      return bytes
    }
  }
}

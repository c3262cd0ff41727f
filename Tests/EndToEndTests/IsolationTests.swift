import Foundation
import Glibc
import Testing

/// What the program asks of the system: to read what was named, and nothing else.
@Suite struct IsolationTests {
  private static let strace = "/usr/bin/strace"
  private static let hasTracer = FileManager.default.isExecutableFile(atPath: strace)
  let folder = TemporaryFolder()

  /// The calls a run makes, one a line.
  private func calls(_ arguments: [String]) throws -> [Substring] {
    let trace = folder.path + "/trace"
    let status = try Spawned.run(
      IsolationTests.strace,
      ["-f", "-qq", "-o", trace, "-e", "trace=%network,%process,%file,write,ftruncate", Program.path] + arguments,
      in: folder.path, environment: ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"],
      output: folder.path + "/output", error: folder.path + "/error")
    #expect(status == 0, "\(folder.read("error"))")
    return folder.read("trace").split(separator: "\n")
  }

  @Test(
    .enabled(if: hasTracer, "strace is not installed: make test installs it"),
    arguments: [
      ["--frame", "--keys", "enter enter enter i ! ?"], ["print", "--format", "json"], ["check"], ["print"],
      ["report", "--out", "-"],
    ])
  func `it opens no connection, starts no program, and writes to nothing but its output`(arguments: [String]) throws {
    let calls = try calls(
      arguments.first == "--frame"
        ? [Program.fixture("demo")] + arguments
        : [arguments[0], Program.fixture("demo")] + arguments.dropFirst())
    #expect(calls.count > 50)
    for call in calls {
      // The first of all calls starts the program itself.
      let isStart = call.contains("execve(\"\(Program.path)\"")
      for word in [
        "socket(", "connect(", "sendto(", "bind(", "execve(", "fork(", "unlink", "rename", "mkdir", "truncate",
      ] {
        #expect(isStart || !call.contains(word), "\(call)")
      }
      if call.contains("open") {
        #expect(!call.contains("O_WRONLY") && !call.contains("O_RDWR") && !call.contains("O_CREAT"), "\(call)")
      }
      if call.contains(" write(") {
        #expect(call.contains(" write(1,") || call.contains(" write(2,") || IsolationTests.isWakeUp(call), "\(call)")
      }
    }
  }

  /// A byte in the pipe that wakes a thread of its own.
  private static func isWakeUp(_ call: Substring) -> Bool {
    call.contains(", \"\\1\", 1)") || call.contains(", \"\\0\", 1)")
  }

  @Test(.enabled(if: hasTracer, "strace is not installed: make test installs it"))
  func `a view that is written is the only file that comes to be`() throws {
    let calls = try calls([Program.fixture("wrong/revised"), "--frame", "--keys", "w"])
    let opened = calls.filter { $0.contains("O_CREAT") }
    #expect(opened.count == 1 && opened.first?.contains("\"sitrep-overview.txt\"") == true)
  }

  @Test func `a disk that is full while a view is written leaves no half file, and that is said`() throws {
    // No file of this shell may become longer than one block of 512 bytes: the disk of a user whose quota is used up.
    let status = try Spawned.run(
      "sh",
      [
        "-c",
        "ulimit -f 1; exec \(Program.path) \(Program.fixture("wrong/revised")) --frame --size 300x20 --keys w | cat",
      ],
      in: folder.path, environment: ["PATH": "/usr/bin:/bin"], output: "/dev/null", error: folder.path + "/error")
    #expect(status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/sitrep-overview.txt"))
    let outcome = try Program.run(
      [Program.fixture("wrong/revised"), "--frame", "--keys", "w"], in: "/proc/self")
    #expect(outcome.output.contains("cannot write"))
  }
}

/// A board that runs out of what the system grants.
@Suite struct ExhaustionTests {
  // With 8 it can wait but not read; with 0 the system even refuses to wait for what is open.
  @Test(arguments: [8, 0])
  func `without a file handle left the last figures stay, labelled, and come back by themselves`(handles: Int) throws {
    let folder = TemporaryFolder()
    let row = "metric,organisation,period,breakdown,item,numerator,denominator,value\nae.four-hour,RZ1,2018-02,,,"
    folder.write("code = \"QZ9\"\n[[organisation]]\ncode = \"RZ1\"\nrole = \"provider\"\n", to: "system.toml")
    folder.write(row + "90,100,\n", to: "a.csv")
    let terminal = try PseudoTerminal([folder.path, "--poll", "1s", "--ascii"])
    #expect(terminal.waits(for: "90.0"))
    try limitHandles(of: terminal.process, to: handles)
    folder.write(row + "80,100,\n", to: "a.csv")
    #expect(terminal.waits(for: "unreadable since"))
    var place = terminal.written.count
    terminal.resize(columns: 100, rows: 30)
    #expect(terminal.waits(for: "90.0", from: place))
    place = terminal.written.count
    try limitHandles(of: terminal.process, to: 512)
    #expect(terminal.waits(for: "80.0", from: place))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }

  /// The most file handles a process may have from now on; those it has it keeps.
  private func limitHandles(of process: Int32, to count: Int) throws {
    let status = try Spawned.run(
      "prlimit", ["--pid", "\(process)", "--nofile=\(count):"], in: "/", environment: ["PATH": "/usr/bin:/bin"],
      output: "/dev/null", error: "/dev/null")
    #expect(status == 0)
  }
}

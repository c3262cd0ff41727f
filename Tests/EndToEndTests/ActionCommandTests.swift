import Foundation
import Testing

/// `sitrep act` and `sitrep actions`, as a script runs them.
@Suite struct ActionCommandTests {
  let folder = TemporaryFolder()

  private func act(_ arguments: String..., now: String = "2018-03-20T09:00") throws -> Program.Outcome {
    try Program.run(["act", folder.path] + arguments + ["--now", now])
  }

  private func actions(_ arguments: String..., now: String = "2018-03-28") throws -> Program.Outcome {
    try Program.run(["actions", folder.path] + arguments + ["--now", now])
  }

  @Test func `an action is agreed, falls overdue, and is done`() throws {
    let id = try act(
      "--metric", "ae.four-hour", "--organisation", "RD8", "--period", "2018-02", "--text", "open the annexe",
      "--owner",
      "Head of Nursing", "--due", "27 mar"
    ).output.trimmingCharacters(in: .newlines)
    #expect(id.count == 12)
    let open = try actions()
    #expect(open.status == 0 && open.error == "")
    #expect(open.output.hasPrefix("1 action, 1 overdue\n"))
    #expect(
      open.output.contains(
        "\(id)  open, overdue  27 Mar 2018  Head of Nursing  ae.four-hour RD8 Feb 2018  open the annexe"))
    let done = try act(
      "--id", String(id.prefix(6)), "--status", "done", "--text", "open since Monday", now: "2018-03-28T09:00")
    #expect(done.output == id + "\n")
    let parsed = try JSONSerialization.jsonObject(with: Data(actions("--format", "json").output.utf8))
    let action = try #require((parsed as? [[String: Any]])?.first)
    #expect(action["status"] as? String == "done" && action["closed_at"] as? String == "2018-03-28T09:00:00")
    #expect((action["history"] as? [[String: Any]])?.count == 2)
  }

  @Test(arguments: ["--text", "--owner", "--escalated-to", "--metric", "--organisation"])
  func `a text that a spreadsheet, a terminal or a browser could obey is harmless in every field and format`(
    field: String
  ) throws {
    let hostile = "=HYPERLINK(1)\u{1B}[31m</td><script>alert(1)</script>\u{202E}\u{9B}"
    let text = field == "--text" ? [] : ["--text", "ring the ward"]
    let written = try Program.run(["act", folder.path, field, hostile, "--now", "2018-03-20T09:00"] + text)
    #expect(written.status == 0 && written.error == "")
    func isHarmless(_ output: String) -> Bool {
      !output.isEmpty && !output.unicodeScalars.contains { ["\u{1B}", "\u{202E}", "\u{9B}"].contains($0) }
    }
    for format in ["text", "json", "csv"] {
      let outcome = try actions("--format", format)
      #expect(outcome.status == 0 && isHarmless(outcome.output))
      if format == "csv" { #expect(!outcome.output.contains(",\"=HYPER") && !outcome.output.contains(",=HYPER")) }
    }
    let now = ["--actions", folder.path, "--now", "2018-03-20T09:00"]
    let board = try Program.run(["demo", "actions", "--frame", "--size", "200x40"] + now)
    #expect(board.status == 0 && isHarmless(board.output))
    let report = try Program.run(["report", "demo", "actions", "--out", "-"] + now)
    #expect(report.status == 0 && isHarmless(report.output) && !report.output.contains("<script"))
    #expect(report.output.contains(field == "--text" ? "HYPERLINK" : "ring the ward"))
  }

  @Test(arguments: [
    (["--text", "ring 943 476 5919"], Int32(1), "\"943 476 5919\" is an NHS number"),
    (["--text", ""], 1, "what is to be done?"),
    (["--id", "abcdef", "--status", "done"], 1, "no action has the id \"abcdef\""),
    (["--note", "--text", "x", "--owner", "y"], 64, "a note has no owner"),
    (["--text", "x", "--period", "soon"], 64, "expected a period such as"),
  ]) func `what cannot be written is refused, and nothing is written`(
    arguments: [String], status: Int32, message: String
  ) throws {
    let outcome = try Program.run(["act", folder.path] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.error.contains(message))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `a changed byte is named and ends with 1, and the rest is listed`() throws {
    _ = try act("--text", "first")
    _ = try act("--text", "second")
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    folder.write(folder.read(name).replacingOccurrences(of: "\"first\"", with: "\"worst\""), to: name)
    let outcome = try actions()
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("\(name):1: error: this line was changed after it was written"))
    #expect(outcome.output.contains("second") && !outcome.output.contains("worst"))
  }

  @Test func `a disk that is full takes nothing of a line`() throws {
    _ = try act("--text", "first")
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    let before = folder.read(name)
    let long = String(repeating: "x", count: 490)
    for _ in 0..<2 { _ = try act("--text", long) }
    let whole = folder.read(name)
    let scratch = TemporaryFolder()
    let status = try Spawned.run(
      "/bin/bash", ["-c", "ulimit -f 2; exec \"$0\" act \"$1\" --text \"$2\"", Program.path, folder.path, long],
      in: scratch.path, environment: ["PATH": "/usr/bin:/bin"], output: "\(scratch.path)/o", error: "\(scratch.path)/e")
    #expect(status == 1)
    #expect(scratch.read("e").contains("nothing was written"))
    #expect(whole.hasPrefix(before) && folder.read(name) == whole)
  }

  @Test(.enabled(if: MountedFolder.isAllowed, "this user may not mount a file system: run as root"))
  func `a folder that nobody may write to shows what is in it, and what is typed stays in the form`() throws {
    let share = MountedFolder(kilobytes: 64)
    #expect(try Program.run(["act", share.path, "--metric", "ae.four-hour", "--text", "open the annexe"]).status == 0)
    try #require(share.remount("ro"))
    let refused = try Program.run(["act", share.path, "--text", "ring the ward"])
    #expect(refused.status == 1)
    #expect(
      refused.error.contains("Read-only file system; ask for permission to write there: ls -ld \"\(share.path)\""))
    let terminal = try PseudoTerminal(
      [Program.fixture("demo"), "--actions", share.path, "--ascii", "--period", "month"], columns: 200, rows: 60)
    #expect(terminal.waits(for: "1 action"))
    terminal.type("Aring the ward\r\r\r")
    #expect(terminal.waits(for: "Read-only file system"))
    #expect(terminal.waits(for: "text: ring the ward") || terminal.text().contains("ring the ward"))
    terminal.type("\u{1B}")
    terminal.settles()
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }

  @Test(.enabled(if: MountedFolder.isAllowed, "this user may not mount a file system: run as root"))
  func `while a share is away its actions stay on the board, and nothing is written in its place`() throws {
    let share = MountedFolder(kilobytes: 64)
    #expect(try Program.run(["act", share.path, "--metric", "ae.four-hour", "--text", "open the annexe"]).status == 0)
    let terminal = try PseudoTerminal(
      [Program.fixture("demo"), "--actions", share.path, "--ascii", "--period", "month"], columns: 200, rows: 60)
    #expect(terminal.waits(for: "1 action"))
    terminal.type("L")
    #expect(terminal.waits(for: "open the annexe"))
    share.unmount()
    terminal.type("\u{1B}")
    terminal.settles()
    var place = terminal.written.count
    terminal.type("Aring the ward\r\r\r")
    #expect(terminal.waits(for: "nothing was written: the files of", from: place))
    #expect(try FileManager.default.contentsOfDirectory(atPath: share.path) == [])
    terminal.type("\u{1B}")
    terminal.settles()
    place = terminal.written.count
    terminal.type("!")
    #expect(terminal.waits(for: "its actions are shown as they were last read", from: place))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }

  @Test func `four programs of one user at once lose nothing`() throws {
    let scratch = TemporaryFolder()
    let script = "for n in 1 2 3 4; do (for c in 1 2 3 4 5; do \"$0\" act \"$1\" --text \"$n $c\"; done) & done; wait"
    let status = try Spawned.run(
      "/bin/bash", ["-c", script, Program.path, folder.path], in: scratch.path, environment: ["PATH": "/usr/bin:/bin"],
      output: "\(scratch.path)/o", error: "\(scratch.path)/e")
    #expect(status == 0 && scratch.read("e") == "")
    let outcome = try actions("--format", "csv")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 21)
  }
}

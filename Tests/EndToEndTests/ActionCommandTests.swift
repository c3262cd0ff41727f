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

  @Test func `a text that a spreadsheet or a terminal could obey is harmless in every format`() throws {
    _ = try act("--text", "=HYPERLINK(\"x\")\u{1B}[31m", "--owner", "@SUM(1)")
    for format in ["text", "json", "csv"] {
      let output = try actions("--format", format).output
      #expect(!output.contains("\u{1B}"))
      if format == "csv" { #expect(!output.contains(",\"=HYPER") && !output.contains(",@SUM")) }
    }
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

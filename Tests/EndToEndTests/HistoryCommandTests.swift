import Foundation
import Glibc
import Testing

/// The history of a board, by the real program.
@Suite struct HistoryCommandTests {
  let folder = TemporaryFolder()
  let state = TemporaryFolder()

  init() {
    folder.write(
      "name = \"Testland\"\ncode = \"TST\"\n[[organisation]]\ncode = \"RDD\"\nname = \"Alpha\"\nrole = \"provider\"\n",
      to: "system.toml")
  }

  /// The file of a morning, which takes the place of the one of the day before.
  private func overwrite(_ day: Int, within: Int? = nil) {
    folder.write(
      "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
        + "ae.four-hour,RDD,2026-11-\(day),,,\(within ?? 300 + day),352,\n", to: "daily.csv")
  }

  private func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Outcome {
    try Program.run(arguments, environment: ["XDG_STATE_HOME": state.path].merging(environment) { $1 })
  }

  private func printed(_ day: Int, _ arguments: String...) throws -> Program.Outcome {
    try Program.run(
      ["print", folder.path, "--period", "day", "--all-periods", "--now", "2026-11-\(day)T09:00"] + arguments,
      environment: ["XDG_STATE_HOME": state.path])
  }

  private func withoutTitle(_ text: String) -> [Substring] {
    Array(text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst())
  }

  private var databases: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: state.path + "/sitrep"))?.sorted() ?? []
  }

  @Test func `each morning is printed afterwards as it was then`() throws {
    var said: [Int: String] = [:]
    for day in 20...25 {
      overwrite(day)
      let outcome = try printed(day, "--history")
      #expect(outcome.status == 0 && outcome.error == "")
      said[day] = outcome.output
    }
    #expect(said[25]?.contains("history of daily.csv:2; as returned on 20 Nov; the file no longer has it") == true)
    for (day, text) in said {
      let outcome = try printed(26, "--as-of", "\(day) Nov")
      #expect(withoutTitle(outcome.output) == withoutTitle(text))
      #expect(outcome.output.hasPrefix("TST Testland, as known on \(day) Nov 2026\n"))
    }
    let json = try printed(26, "--as-of", "2026-11-22T09:00", "--format", "json").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["as_known"] as? String == "2026-11-22T09:00:00" && object["as_at"] as? String == "2026-11-22")
    #expect(databases.count == 1 && databases[0].hasPrefix("history-tst-") && databases[0].hasSuffix(".sqlite"))
    let mode = try FileManager.default.attributesOfItem(atPath: "\(state.path)/sitrep/\(databases[0])")[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `without being asked nothing is kept, and nothing of SQLite is loaded`() throws {
    overwrite(20)
    func loaded(_ arguments: String...) throws -> Bool {
      let told = TemporaryFolder()
      _ = try Program.run(
        ["print", folder.path, "--now", "2026-11-20T09:00"] + arguments,
        environment: ["XDG_STATE_HOME": state.path, "LD_DEBUG": "files", "LD_DEBUG_OUTPUT": "\(told.path)/loaded"])
      let names = try FileManager.default.contentsOfDirectory(atPath: told.path)
      try #require(!names.isEmpty)
      return names.contains { told.read($0).contains("libsqlite3") }
    }
    #expect(try !loaded())
    #expect(databases.isEmpty)
    #expect(try loaded("--history"))
    #expect(databases.count == 1)
  }

  @Test func `system.toml asks for it, and an option goes before it`() throws {
    overwrite(20)
    folder.write(
      "code = \"TST\"\nhistory = true\n[[organisation]]\ncode = \"RDD\"\nrole = \"provider\"\n", to: "system.toml")
    _ = try printed(20, "--no-history")
    #expect(databases.isEmpty)
    _ = try printed(20)
    #expect(databases.count == 1)
  }

  @Test func `a day before the history began, and a word that is no day, are said`() throws {
    overwrite(20)
    let none = try printed(20, "--as-of", "19 Nov")
    #expect(none.status == 1 && none.error.contains("there is no history of this board yet"))
    _ = try printed(20, "--history")
    let early = try printed(20, "--as-of", "19 Nov")
    #expect(early.status == 1)
    #expect(
      early.error.contains("the history begins at 20 Nov 2026 09:00; nothing is known of what the board said before"))
    let wrong = try printed(20, "--as-of", "someday")
    #expect(wrong.status == 64 && wrong.error.contains("--as-of is \"someday\"; expected a day such as 2026-11-20"))
  }

  @Test func `a history that cannot be used is a problem on the board, which opens all the same`() throws {
    overwrite(20)
    _ = try printed(20, "--history")
    let path = "\(state.path)/sitrep/\(databases[0])"
    func problem(_ arguments: String...) throws -> String {
      overwrite(21)
      let outcome = try Program.run(
        ["print", folder.path, "--history", "--format", "json", "--now", "2026-11-21T09:00"],
        environment: ["XDG_STATE_HOME": state.path])
      #expect(outcome.status == 0)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let figures = try #require(object["figures"] as? [[String: Any]])
      #expect(figures.contains { $0["organisation"] as? String == "RDD" && $0["numerator"] as? Int == 321 })
      let problems = try #require(object["problems"] as? [[String: Any]])
      return problems.compactMap { $0["message"] as? String }.joined(separator: "\n")
    }
    let good = try #require(FileManager.default.contents(atPath: path))
    try Data("not a database, and longer than the header of one would be; ".utf8 + Data(count: 4096)).write(
      to: URL(fileURLWithPath: path))
    #expect(try problem().contains("the history was damaged"))
    #expect(databases.contains { $0.hasSuffix(".damaged-1") })
    try good.write(to: URL(fileURLWithPath: path))
    var later = good
    later.replaceSubrange(60..<64, with: [0, 0, 0, 9])
    try later.write(to: URL(fileURLWithPath: path))
    #expect(try problem().contains("a later version of sitrep has written the file, in format 9"))
    var foreign = good
    foreign.replaceSubrange(68..<72, with: [1, 2, 3, 4])
    try foreign.write(to: URL(fileURLWithPath: path))
    #expect(try problem().contains("the file is a database of another program"))
    #expect(FileManager.default.contents(atPath: path) == foreign)
    try good.write(to: URL(fileURLWithPath: path))
    // Where SQLite has its locks: byte 2^30 and those behind it.
    let descriptor = open(path, O_RDWR)
    var range = Glibc.flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 1 << 30, l_len: 512, l_pid: 0)
    try #require(fcntl(descriptor, F_SETLK, &range) == 0)
    #expect(try problem().contains("another program has the history locked"))
    close(descriptor)
    #expect(FileManager.default.contents(atPath: path) == good)
    #expect(try problem() == "")
  }

  @Test func `a disk that fills in the middle of writing is a problem, and what was written stays`() throws {
    overwrite(20)
    _ = try printed(20, "--history")
    let rows = (1...4000).map { "local.x\($0),RDD,2026-11-21,,,,,\($0)" }.joined(separator: "\n")
    let metrics = (1...4000).map {
      "[[metric]]\nid = \"local.x\($0)\"\ntitle = \"X\($0)\"\nunit = \"patients\"\ndirection = \"lower\"\n"
    }
    folder.write(
      "code = \"TST\"\n[[organisation]]\ncode = \"RDD\"\nrole = \"provider\"\n" + metrics.joined(), to: "system.toml")
    folder.write("metric,organisation,period,breakdown,item,numerator,denominator,value\n\(rows)\n", to: "many.csv")
    // No file may have more than 160 KB.
    let full = try Program.run(
      [
        "-c", "ulimit -f 160; exec \"$0\" \"$@\"", Program.path, folder.path, "problems", "--history", "--no-cache",
        "--now",
        "2026-11-21T09:00", "--frame", "--size", "200x60",
      ], environment: ["XDG_STATE_HOME": state.path], program: "/bin/bash")
    #expect(full.output.contains("the latest figures are not in"), "\(full.output)\(full.error)")
    let before = try printed(21, "--as-of", "20 Nov")
    #expect(before.output.contains("320") || before.output.contains("90.9"))
    #expect(databases.allSatisfy { !$0.contains("damaged") })
  }

  @Test func `the live board shows an earlier day and comes back, and marks what changed while it was closed`() throws {
    overwrite(20)
    _ = try printed(20, "--history")
    overwrite(21)
    _ = try printed(21, "--history")
    let environment = ["XDG_STATE_HOME": state.path]
    let terminal = try PseudoTerminal(
      [folder.path, "--history", "--period", "day", "--now", "2026-11-21T10:00", "--ascii", "--poll", "1s"],
      environment: environment)
    #expect(terminal.waits(for: "21 Nov 2026"))
    terminal.type(":as-of 20 Nov\r")
    #expect(terminal.waits(for: "as known on 20 Nov 2026"))
    terminal.type(":as-of now\r")
    #expect(terminal.waits(for: "the figures of now"))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
    overwrite(21, within: 200)
    let again = try PseudoTerminal(
      [folder.path, "--history", "--period", "day", "--now", "2026-11-21T12:00", "--ascii"], environment: environment)
    #expect(again.waits(for: "changed since 10:0"))
    again.type("q")
    #expect(again.ends() == .status(0))
    let frame = try run(
      folder.path, "--history", "--period", "day", "--now", "2026-11-21T13:00", "--since", "11:00", "--frame", "--size",
      "120x40")
    #expect(frame.output.contains("changed since 11:00"))
  }
}

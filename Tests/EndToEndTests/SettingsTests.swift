import Foundation
import Testing

/// What is settled outside the command line: the environment, `config.toml`, themes of one's own, the last session.
@Suite struct SettingsTests {
  /// A home with a configuration of its own.
  private let home = TemporaryFolder()

  private func write(_ text: String, to name: String) throws {
    let path = "\(home.path)/.config/sitrep/\(name)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Program.Outcome {
    try Program.run(arguments, environment: ["HOME": home.path].merging(environment) { $1 })
  }

  @Test func `an option goes before the environment, and the environment before the file`() throws {
    func isASCII(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Bool {
      let outcome = try run(["demo", "--frame"] + arguments, environment)
      try #require(outcome.status == 0, "\(outcome.error)")
      return outcome.output.utf8.allSatisfy { $0 < 0x80 }
    }
    #expect(try !isASCII([]))
    try write("ascii = true\n", to: "config.toml")
    #expect(try isASCII([]))
    #expect(try !isASCII([], ["SITREP_ASCII": "false"]))
    #expect(try isASCII(["--ascii"], ["SITREP_ASCII": "false"]))
    #expect(try !isASCII(["--no-ascii"], ["SITREP_ASCII": "true"]))
    // Another configuration folder is another configuration.
    #expect(try !isASCII([], ["XDG_CONFIG_HOME": "\(home.path)/elsewhere"]))
  }

  @Test func `an unknown key is a problem on the board, with its place and the nearest name`() throws {
    try write("them = \"light\"\n", to: "config.toml")
    let outcome = try run(["demo", "problems", "--frame", "--size", "120x40"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"them\" is not a key of the settings"))
    #expect(outcome.output.contains("write theme, or remove the line"))
    // It has nothing to do with the extracts.
    #expect(try run(["check", "demo"]).output == Program.run(["check", "demo"]).output)
  }

  @Test func `the folder of the file is opened where no path is named`() throws {
    try write("folder = \"\(Program.fixture("wrong/revised"))\"\n", to: "config.toml")
    let elsewhere = TemporaryFolder()
    let outcome = try Program.run(["print"], in: elsewhere.path, environment: ["HOME": home.path])
    #expect(outcome.status == 0 && !outcome.output.isEmpty)
  }

  @Test(arguments: [("SITREP_ASCII", "perhaps"), ("SITREP_THEME", "neon"), ("SITREP_COLOURS", "4")])
  func `a variable that is wrong ends with 64`(name: String, value: String) throws {
    let outcome = try run(["demo", "--frame"], [name: value])
    #expect(outcome.status == 64 && outcome.error.contains("\"\(value)\""))
  }

  @Test func `a theme in the user's folder is found by its name, before one that is built in`() throws {
    try write("[roles]\nconcerning = { foreground = \"#0a0b0c\" }\n", to: "themes/ours.toml")
    try write("[roles]\nconcerning = { foreground = \"#0d0e0f\" }\n", to: "themes/light.toml")
    #expect(try run(["demo", "--frame=ansi", "--theme", "ours"]).output.contains("38;2;10;11;12"))
    #expect(try run(["demo", "--frame=ansi", "--theme", "light"]).output.contains("38;2;13;14;15"))
    #expect(try run(["demo", "--theme", "neon", "--frame"]).error.contains("rag, ours, or a theme's file"))
    // T goes through them too; the standard theme is the first of six.
    let turned = try run(["demo", "--frame=ansi", "--keys", "T T T T T"])
    #expect(turned.output.contains("38;2;10;11;12"))
  }

  @Test func `a theme that is wrong says so on the board, and the board opens`() throws {
    try write("theme = \"ours\"\n", to: "config.toml")
    try write("[roles]\nconcern = {}\n", to: "themes/ours.toml")
    let outcome = try run(["demo", "problems", "--frame", "--size", "120x40"])
    #expect(outcome.status == 0 && outcome.output.contains("\"concern\" is not a role of the board"))
    try write("theme = \"gone\"\n", to: "config.toml")
    let gone = try run(["demo", "problems", "--frame", "--size", "120x40"])
    #expect(gone.status == 0 && gone.output.contains("no theme is called \"gone\""))
  }

  @Test func `a theme is read again when its file is saved, and stays as it was when that is none`() throws {
    try write("[roles]\nconcerning = { foreground = \"#0a0b0c\" }\n", to: "themes/ours.toml")
    let terminal = try TmuxTerminal()
    let command = "HOME=\(home.path) \(Program.path) Fixtures/wrong/revised --theme ours --poll 1s"
    try terminal.type("clear; \(command); echo ended $?")
    try terminal.waits(for: "A&E four-hour")
    try write("[roles\n", to: "themes/ours.toml")
    try terminal.waits(for: "the theme stays as it was: ours.toml:1")
    try write("[roles]\nconcern = {}\n", to: "themes/ours.toml")
    try terminal.waits(for: "the theme was read again: ours.toml:2:1: \"concern\"")
    // What is wrong stands among the problems for as long as it is.
    try terminal.press("!")
    try terminal.waits(for: "\"concern\" is not a role of the board")
    try write("[roles]\nconcerning = {}\n", to: "themes/ours.toml")
    try terminal.loses("is not a role of the board")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
  }

  @Test func `a theme whose file comes or goes while the board is open is found, or is gone`() throws {
    try write("[roles]\nconcerning = {}\n", to: "themes/ours.toml")
    let terminal = try TmuxTerminal()
    try terminal.type("clear; HOME=\(home.path) \(Program.path) Fixtures/wrong/revised --poll 1s; echo ended $?")
    try terminal.waits(for: "A&E four-hour")
    try write("[roles]\nconcern = {}\n", to: "themes/theirs.toml")
    try terminal.waits(for: "theme theirs was found")
    try terminal.type(":theme theirs")
    try terminal.waits(for: "theirs.toml:2:1: \"concern\" is not a role of the board")
    try FileManager.default.removeItem(atPath: "\(home.path)/.config/sitrep/themes/theirs.toml")
    try terminal.waits(for: "theme theirs is gone")
    try terminal.type(":theme theirs")
    try terminal.waits(for: "no theme is called \"theirs\"; the themes are")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
  }

  @Test func `an alert command that cannot be started is told at the start`() throws {
    for arguments in [
      ["--alert-command", "/nonexistent/x"], ["--alert-command=no-such-program"], ["--alert-command", "/tmp"],
    ] {
      let outcome = try run(["demo", "--frame"] + arguments)
      #expect(outcome.status == 64 && outcome.error.contains("cannot be started"), "\(outcome.error)")
    }
    #expect(try run(["demo", "--frame"], ["SITREP_ALERT_COMMAND": "/nonexistent/x"]).status == 64)
    #expect(try run(["demo", "--frame", "--alert-command", "true"]).status == 0)
    try write("alert-command = \"/nonexistent/x\"\n", to: "config.toml")
    let outcome = try run(["demo", "problems", "--frame", "--size", "160x40"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("the alert command \"/nonexistent/x\" cannot be started: there is no such file"))
  }

  @Test func `a name that leads out of the folder is refused, with the reason`() throws {
    let folder = TemporaryFolder()
    for name in ["/tmp/b.svg", "../b.svg", "a/b.svg"] {
      let keys = ": type:write space type:\(name) enter"
      let outcome = try Program.run(["demo", "--frame", "--size", "120x40", "--keys", keys], in: folder.path)
      #expect(
        outcome.output.contains("cannot write \(name): a view goes into the current folder, under a name without /"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `NO_COLOR leaves a picture for a terminal without colour`() throws {
    #expect(try run(["demo", "--frame=ansi"]).output.contains("38;2;"))
    #expect(try !run(["demo", "--frame=ansi"], ["NO_COLOR": "1"]).output.contains("38;2;"))
    #expect(try run(["demo", "--frame=ansi", "--colours", "256"], ["NO_COLOR": "1"]).output.contains("38;5;"))
  }

  @Test func `a board opens where the last one was left, if that is asked for`() throws {
    let terminal = try TmuxTerminal()
    let command = "HOME=\(home.path) \(Program.path) demo"
    try terminal.type("clear; \(command) metric rtt --theme light; echo ended $?")
    try terminal.waits(for: "RTT 18 weeks")
    // By organisation, the other way round.
    try terminal.press("s")
    try terminal.press("r")
    try terminal.waits(for: "order reversed")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
    let session = try String(contentsOfFile: "\(home.path)/.local/state/sitrep/session.toml", encoding: .utf8)
    #expect(session.contains("theme = \"light\"") && session.contains("reverse = true"))
    let resumed = try run(["demo", "--resume", "--frame=ansi", "--size", "120x40"])
    let same = try run(
      ["demo", "metric", "rtt", "--frame=ansi", "--size", "120x40", "--theme", "light", "--keys", "s r"])
    func page(_ outcome: Program.Outcome) -> [Substring] { outcome.output.split(separator: "\n").dropLast(2) }
    #expect(page(resumed) == page(same))
    // Unless it is asked for, or where the board is another one, nothing is restored.
    #expect(try run(["demo", "--frame"]).output == Program.run(["demo", "--frame"]).output)
    let other = try run(["wrong/revised", "--resume", "--frame"])
    #expect(other.output == (try Program.run(["wrong/revised", "--frame"])).output)
  }

  @Test(arguments: [("board.svg", "<svg "), ("board.ansi", "\u{1B}["), ("board.txt", " Northmere")])
  func `a name's ending says what is written`(name: String, start: String) throws {
    let folder = TemporaryFolder()
    let keys = ": type:write space type:\(name) enter"
    let outcome = try Program.run(["demo", "--frame", "--size", "120x40", "--keys", keys], in: folder.path)
    #expect(outcome.output.contains("wrote \(name)"))
    #expect(folder.read(name).hasPrefix(start))
  }

  @Test(arguments: [("a.svg", "<svg "), ("b.ansi", "\u{1B}["), ("sitrep-overview.txt", " Northmere")])
  func `w writes what is settled, never over a file that is there`(name: String, start: String) throws {
    let folder = TemporaryFolder()
    let form = name.hasSuffix("svg") ? "svg" : name.hasSuffix("ansi") ? "ansi" : "text"
    let ending = form == "text" ? "txt" : form
    for _ in 0..<2 {
      let outcome = try Program.run(
        ["demo", "--frame", "--size", "120x40", "--keys", "w", "--write", form], in: folder.path)
      #expect(outcome.status == 0 && outcome.output.contains("wrote sitrep-overview"))
    }
    #expect(folder.read("sitrep-overview.\(ending)").hasPrefix(start))
    #expect(folder.read("sitrep-overview-2.\(ending)") == folder.read("sitrep-overview.\(ending)"))
  }
}

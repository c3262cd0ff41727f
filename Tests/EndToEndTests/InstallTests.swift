import Foundation
import Testing

/// What `make install` puts where, run from an empty root with no checkout in sight.
@Suite struct InstallTests {
  /// An installation below a folder of its own.
  private struct Installed {
    let root = TemporaryFolder()
    /// Below the root, as a package would have it.
    let prefix: String

    init(prefix: String = "/usr") throws {
      self.prefix = prefix
      let status = try shell("make install BUILT=\(Program.path) PREFIX=\(prefix) DESTDIR=\(root.path)")
      try #require(status == 0, "\(root.read("error"))")
    }

    func shell(_ command: String) throws -> Int32 {
      try Spawned.run(
        "/usr/bin/bash", ["-c", command], in: Program.project,
        environment: [
          "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
        ],
        output: "\(root.path)/output", error: "\(root.path)/error")
    }

    func path(_ name: String) -> String { "\(root.path)\(prefix)/\(name)" }

    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Program.Outcome {
      try Program.run(arguments, in: "/", environment: environment, program: path("bin/sitrep"))
    }

    var files: [String] {
      (FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []).filter {
        !["output", "error"].contains($0)
      }.sorted()
    }
  }

  @Test func `from an empty root, the board, a theme, the demonstration and the completions are there, and then gone`()
    throws
  {
    let installed = try Installed()
    let board = try installed.run(["demo", "--frame"])
    #expect(board.status == 0 && board.output.contains("A&E four-hour"))
    // The picture is the one of the demonstration in the project, to the last character.
    #expect(board.output == (try Program.run(["demo", "--frame"])).output)
    #expect(try installed.run(["print", "demo"]).status == 0)

    let own = try String(contentsOfFile: installed.path("share/sitrep/themes/light.toml"), encoding: .utf8)
    try own.replacing("#ab4500", with: "#010203").write(
      toFile: installed.path("share/sitrep/themes/ours.toml"), atomically: true, encoding: .utf8)
    let themed = try installed.run(["demo", "--frame=ansi", "--theme", "ours"])
    #expect(themed.status == 0 && themed.output.contains(";2;1;2;3;"))
    try FileManager.default.removeItem(atPath: installed.path("share/sitrep/themes/ours.toml"))

    for name in [
      "share/man/man1/sitrep.1", "share/bash-completion/completions/sitrep", "share/zsh/site-functions/_sitrep",
      "share/fish/vendor_completions.d/sitrep.fish",
    ] {
      let text = try String(contentsOfFile: installed.path(name), encoding: .utf8)
      #expect(text.contains("resume"), "\(name) does not know --resume")
    }
    #expect(try installed.shell("bash -n \(installed.path("share/bash-completion/completions/sitrep"))") == 0)
    // The program and every folder around it is named in the list, so nothing is left.
    #expect(try installed.shell("make uninstall PREFIX=\(installed.prefix) DESTDIR=\(installed.root.path)") == 0)
    #expect(installed.files == [])
  }

  @Test func `a second installation leaves nothing of the first, and removing keeps what others put there`() throws {
    let installed = try Installed(prefix: "/opt/sit rep".replacing(" ", with: "-"))
    let before = installed.files
    let stale = installed.path("share/sitrep/themes/stale.toml")
    try "[roles]\n".write(toFile: stale, atomically: true, encoding: .utf8)
    let list = installed.path("share/sitrep/installed")
    let noted = try String(contentsOfFile: list, encoding: .utf8) + "file share/sitrep/themes/stale.toml\n"
    try noted.write(toFile: list, atomically: true, encoding: .utf8)
    #expect(
      try installed.shell(
        "make install BUILT=\(Program.path) PREFIX=\(installed.prefix) DESTDIR=\(installed.root.path)") == 0)
    #expect(installed.files == before)
    try "ours".write(toFile: installed.path("bin/other"), atomically: true, encoding: .utf8)
    #expect(try installed.shell("make uninstall PREFIX=\(installed.prefix) DESTDIR=\(installed.root.path)") == 0)
    #expect(installed.files == ["opt", "opt/sit-rep", "opt/sit-rep/bin", "opt/sit-rep/bin/other"])
  }

  @Test func `the manual page names every option that help names`() throws {
    let page = try String(contentsOfFile: "\(Program.project)/docs/packaging/sitrep.1", encoding: .utf8)
      .replacing("\\-", with: "-")
    for command in [[], ["print"], ["report"], ["check"], ["spc"]] {
      let help = try Program.run(command + ["--help"]).output
      for option in help.matches(of: /--[a-z][a-z-]*/).map({ String($0.output) }) {
        #expect(page.contains(option), "sitrep.1 says nothing of \(option)")
      }
    }
  }
}

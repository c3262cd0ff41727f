import Foundation
import Testing

/// The wall and the alerts of the real program.
@Suite struct WallTests {
  private func frame(_ arguments: [String]) throws -> String {
    try Program.run(["./demo", "--frame", "--size", "120x40"] + arguments).output
  }

  @Test func `the wall turns by the clock of the keys`() throws {
    #expect(try frame(["--kiosk"]).contains(" 1 of "))
    #expect(try frame(["--kiosk", "--every", "10s", "--keys", "wait:25s"]).contains(" 3 of "))
  }

  @Test func `a playlist says what is shown for how long, and its lost lines are problems`() throws {
    let folder = TemporaryFolder()
    let list = folder.write("metric rtt 10s\nprovder X\nsummary 1m\n", to: "wall.txt")
    #expect(try frame(["--kiosk", list]).contains("RTT 18 weeks"))
    #expect(try frame(["--kiosk=\(list)", "--keys", "wait:40s"]).contains(" 3 of 3"))
    let problems = try frame(["--kiosk", list, "--keys", "space enter !"])
    #expect(problems.contains("wall.txt:2") && problems.contains("no view is called \"provder\""))
  }

  @Test(arguments: [
    ["--every", "0s"], ["--every", "soon"], ["--quiet-hours", "20:00"], ["--hold-off", "x"],
    ["--kiosk=no-such-list.txt"],
  ])
  func `an option that means nothing says what it expects`(arguments: [String]) throws {
    let outcome = try Program.run(["./demo", "--frame", "--kiosk"].filter { !arguments[0].hasPrefix($0) } + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("expected") || outcome.error.contains("cannot read the playlist"))
  }

  @Test func `an alert starts the program that was named, without a shell, with the figures in its environment`() throws
  {
    let terminal = try TmuxTerminal()
    let folder = TemporaryFolder()
    let program = folder.write(
      "#!/bin/sh\necho \"$SITREP_ALERT $SITREP_METRIC\" >> \(folder.path)/told\n", to: "tell it; false")
    try terminal.type("chmod +x '\(program)'")
    try terminal.type(
      "\(Program.path) Fixtures/demo --no-mouse --alert-command '\(program)' --keys 'wait:2400h'; echo ended $?")
    try terminal.waits(for: "Cancer 62-day")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
    try terminal.type("until grep -q 'late ae.four-hour' \(folder.path)/told; do :; done; echo told $((6 * 7))")
    try terminal.waits(for: "told 42")
  }

  @Test func `an alert command that fails says so, and is a problem`() throws {
    let terminal = try TmuxTerminal()
    let folder = TemporaryFolder()
    let program = folder.write("#!/bin/sh\nexit 3\n", to: "tell")
    try terminal.type("chmod +x '\(program)'")
    try terminal.type("\(Program.path) Fixtures/demo --alert-command '\(program)' --keys 'wait:2400h'; echo ended $?")
    try terminal.waits(for: "the alert command ended with status 3")
    try terminal.press("!")
    try terminal.waits(for: "run it by hand")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
  }

  @Test(arguments: ["# the morning\n\n# nothing yet\n", "provder X\n"])
  func `a playlist without a view is told at the start, with what is wrong with it`(text: String) throws {
    let list = TemporaryFolder()
    let path = list.write(text, to: "wall.txt")
    let outcome = try Program.run(["demo", "--frame", "--kiosk", path])
    #expect(outcome.status == 64 && outcome.error.contains("wall.txt"), "\(outcome.error)")
    #expect(outcome.error.contains("fix: "))
  }

  @Test func `K begins a wall that turns as often as --every says`() throws {
    let outcome = try Program.run(
      ["demo", "--frame", "--size", "120x40", "--every", "10s", "--keys", "K wait:25s"])
    #expect(outcome.output.contains(" 3 of "))
  }

  @Test func `a wall that was stopped, or lost its power, goes on at the entry that was shown`() throws {
    let home = TemporaryFolder()
    let list = home.write("overview 1h\nmetric rtt 1h\nmetric ae 1h\nsummary 1h\n", to: "wall.txt")
    let command = "HOME=\(home.path) \(Program.path) Fixtures/demo --kiosk=\(list)"
    let terminal = try TmuxTerminal()
    try terminal.type("clear; \(command); echo ended $?")
    try terminal.waits(for: " 1 of 4")
    try terminal.press("Right")
    try terminal.waits(for: " 2 of 4")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
    // Nobody ends it in order when the power goes: what it shows is remembered when it turns.
    try terminal.type("clear; sh -c 'echo $$ > \(home.path)/pid; exec env \(command)'; echo ended $?")
    try terminal.waits(for: " 2 of 4")
    try terminal.press("Right")
    try terminal.waits(for: " 3 of 4")
    try waits(for: "wall = 2", in: home, "/.local/state/sitrep/session.toml")
    kill(try #require(Int32(home.read("pid").filter(\.isNumber))), SIGKILL)
    try terminal.waits(for: "ended 137")
    // Nobody gave that terminal back.
    let next = try TmuxTerminal()
    try next.type("clear; \(command); echo ended $?")
    try next.waits(for: " 3 of 4")
    #expect(try next.screen.contains("A&E four-hour"))
    try next.press("q")
    try next.waits(for: "ended 0")
  }

  /// Looks until a file has a text, for as long as a busy machine may need.
  private func waits(for text: String, in folder: TemporaryFolder, _ name: String) throws {
    let deadline = Date(timeIntervalSinceNow: 60)
    while !folder.read(name).contains(text) { try #require(Date() < deadline, "\(name) has no \"\(text)\"") }
  }

  @Test func `in red, amber and green a missed target that is met now and then is amber`() throws {
    let arguments = ["demo", "--frame=ansi", "--size", "120x40", "--kiosk", "--theme", "rag", "--colours", "truecolor"]
    let wall = try Program.run(arguments).output
    for colour in ["232;179;58", "243;113;111", "63;191;107"] { #expect(wall.contains("38;2;\(colour)"), "\(colour)") }
  }

  @Test func `a wall opens on the latest day that is in, unless something else is said`() throws {
    #expect(try frame(["--kiosk"]).contains("every metric › 19 Mar 2018"))
    #expect(try frame(["--kiosk", "--period", "month"]).contains("every metric › February 2018"))
    #expect(try frame([]).contains("[ 19 Mar 2018 ]"))
    #expect(try frame(["--period", "month"]).contains("[ February 2018 ]"))
    let environment = ["SITREP_PERIOD": "month"]
    let settled = try Program.run(["demo", "--frame", "--size", "120x40"], environment: environment).output
    #expect(settled.contains("[ February 2018 ]"))
  }

  /// The walls of the fixtures: a folder, and the moment at which it is read.
  private static let walls = [
    ["demo", "--now", "2018-03-20T09:00"], ["exports", "--now", "2026-11-29T09:00"],
    ["published/somerset-2016", "--now", "2018-06-01T09:00"], ["published/blmk-2016", "--now", "2018-06-01T09:00"],
    ["published/buckinghamshire-2018", "--now", "2018-06-01T09:00"],
  ]

  @Test(arguments: walls, ["80x24", "120x33", "120x40", "200x60", "238x67"])
  func `every tile has large digits, and a name inside before a trend or a blank row`(wall: [String], size: String)
    throws
  {
    let text = try Program.run(["./" + wall[0], "--kiosk", "--frame", "--size", size] + wall.dropFirst()).output
    let tiles = Tile.all(in: text)
    #expect(!tiles.isEmpty, "\(text)")
    for tile in tiles {
      #expect(tile.lines.contains(where: Tile.isLarge), "\(tile.lines.joined(separator: "\n"))")
      let end = tile.lines.last ?? ""
      guard Tile.isTrend(end) || end.allSatisfy({ $0 == " " }) else { continue }
      // Two pieces in large letters, or words before the digits.
      let first = tile.lines.firstIndex(where: Tile.isLarge) ?? 0
      let pieces = tile.lines.split { !Tile.isLarge($0) }.count
      #expect(first > 0 || pieces > 1, "\(tile.lines.joined(separator: "\n"))")
    }
  }

  @Test func `the clock of a live board moves, and a wall has no cursor`() throws {
    let terminal = try TmuxTerminal()
    try terminal.type("\(Program.path) Fixtures/demo --kiosk --every 2s; echo ended $?")
    try terminal.waits(for: "09:00:0")
    try terminal.waits(for: " 2 of ")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
  }
}

/// A tile of a wall, as its border shows it.
private struct Tile {
  /// What is inside, without border and outer blanks.
  var lines: [String] = []

  static func all(in text: String) -> [Tile] {
    var tiles: [Tile] = []
    var open: [(start: Int, end: Int, tile: Tile)] = []
    for line in text.split(separator: "\n").map(Array.init) {
      if line.first == "╭" {
        let starts = line.indices.filter { line[$0] == "╭" }
        let ends = line.indices.filter { line[$0] == "╮" }
        open = zip(starts, ends).map { ($0, $1, Tile()) }
      } else if line.first == "╰" {
        tiles += open.map(\.tile)
        open = []
      } else {
        for index in open.indices where line.count > open[index].end {
          open[index].tile.lines.append(String(line[(open[index].start + 1)..<open[index].end]))
        }
      }
    }
    return tiles
  }

  /// Whether a line belongs to large letters or digits: quarter or full blocks, and no bars of a trend.
  static func isLarge(_ line: String) -> Bool {
    !isTrend(line) && line.contains { "▘▝▀▖▌▞▛▗▚▐▜▙▟█".contains($0) }
  }

  /// Whether a line belongs to a chart or is a line of bars.
  static func isTrend(_ line: String) -> Bool {
    line.contains { "▁▂▃▅▆▇┄".contains($0) || ("\u{2801}"..."\u{28FF}").contains($0) }
  }
}

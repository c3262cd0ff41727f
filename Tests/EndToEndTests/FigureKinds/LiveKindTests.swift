import Foundation
import Glibc
import Testing

/// What was seen on a board that was open: files that change for the worse, slow lines, replies of a terminal, a broadcast.
@Suite struct LiveKindTests {
  private static let header = "metric,organisation,period,breakdown,item,numerator,denominator,value\n"

  /// Twelve months of two trusts, 90 of 100 each but the last, 71 of 100.
  private static func rows(_ trusts: [String] = ["RZ1", "RZ2"], months: ClosedRange<Int> = 1...12) -> String {
    trusts.flatMap { trust in
      months.map { "ae.four-hour,\(trust),\(String(format: "2017-%02d", $0)),,,\($0 == 12 ? 71 : 90),100,\n" }
    }.joined()
  }

  @Test(arguments: [
    // A backup put back, a template emptied, a filter saved, a file cut short.
    (rows(months: 1...3), "goes back to Mar 2017 since"), ("", "incomplete since"),
    (rows(["RZ1"]), "without RZ2 since"), (rows(months: 12...12), "without Jan 2017 and 10 more since"),
    (rows() + "ae.four-hour,RZ1,2018-01,,\n", "cut short since"),
  ])
  func `a version that has lost periods leaves the last good figures, and says since when`(
    version: String, words: String
  )
    throws
  {
    let folder = TemporaryFolder()
    folder.write(LiveKindTests.header + LiveKindTests.rows(), to: "a.csv")
    let terminal = try PseudoTerminal(
      [folder.path, "--poll", "1s"], environment: ["XDG_STATE_HOME": folder.path + "/s"])
    #expect(terminal.waits(for: "December 2017"))
    var place = terminal.written.count
    folder.write(LiveKindTests.header + version, to: "a.csv")
    #expect(terminal.waits(for: words, from: place), "\(words): \(terminal.text(from: place))")
    // Drawn anew, the board is still that of December.
    place = terminal.written.count
    terminal.type("\u{C}")
    #expect(terminal.waits(for: "December 2017", from: place))
    #expect(terminal.text(from: place).contains("142 of 200"))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }

  @Test(arguments: [
    ("ae.four-hour", [",,90.0", ",,91.0"], ",,99.0", ",,60.0"),
    ("dtoc.bed-days", [",,300", ",,310"], ",,100", ",,900"),
    ("ae.twelve-hour", [",,50", ",,55"], ",,5", ",,400"),
    ("rtt.incomplete", ["900,1000,", "910,1000,"], "990,1000,", "600,1000,"),
  ])
  func `an alert is raised when a figure goes straight from improvement to concern`(
    metric: String, usual: [String], good: String, bad: String
  ) throws {
    let folder = TemporaryFolder()
    let program = folder.write(
      "#!/bin/sh\necho \"$SITREP_ALERT $SITREP_METRIC $SITREP_PERIOD\" >> \(folder.path)/told\n", to: "tell")
    chmod(program, 0o755)
    let months = (0..<17).map { usual[$0 % 2] }
    let before = PrintedBoard.months(metric, "RZ1", from: 2016, 9, months + [good])
    let after = PrintedBoard.months(metric, "RZ1", from: 2016, 9, months + [good, bad])
    folder.write(LiveKindTests.header + before, to: "a.csv")
    folder.write(
      "name = \"Northmere\"\ncode = \"QZ9\"\nas-at = \"2018-04-20T09:00\"\n[[organisation]]\ncode = \"RZ1\"\nrole = \"provider\"\n",
      to: "system.toml")
    let terminal = try PseudoTerminal([folder.path, "--poll", "1s", "--alert-command", program])
    #expect(terminal.waits(for: "February 2018"), "\(terminal.text())")
    folder.write(LiveKindTests.header + after, to: "a.csv")
    #expect(terminal.waits(for: "March 2018"))
    for _ in 0..<50 where !folder.read("told").contains("concern \(metric)") { terminal.settles() }
    #expect(folder.read("told").contains("concern \(metric)"), "\(folder.read("told"))")
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }

  @Test(arguments: ["[A", "OB", "[5~", "[1;5C", "[Z", "[99~", "[?1;2c"])
  func `an Escape whose sequence comes late is no Escape, and its remains are no keys`(rest: String) throws {
    let terminal = try PseudoTerminal(
      [Program.fixture("demo"), "detail", "RZ1", "ae.four-hour", "--no-mouse"], environment: ["ESCDELAY": "10000"])
    #expect(terminal.waits(for: "Recovery"), "\(terminal.text())")
    terminal.type("\u{1B}")
    terminal.settles()
    for byte in rest {
      terminal.type(String(byte))
      terminal.settles()
    }
    let place = terminal.written.count
    terminal.type("\u{C}")
    #expect(terminal.waits(for: "Recovery", from: place), "\(terminal.text(from: place))")
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }

  @Test(arguments: [
    "\u{1B}]11;rgb:qqqq/qqqq/qqqq\u{1B}\\", "\u{1B}]52;c;cXFx\u{7}", "\u{1B}P1+r716d=71\u{1B}\\",
    "\u{1B}_Gq=1;OK q\u{1B}\\",
  ])
  func `a reply of the terminal is no keys`(reply: String) throws {
    let terminal = try PseudoTerminal([Program.fixture("demo"), "--no-mouse"])
    #expect(terminal.waits(for: "A&E four-hour"))
    let place = terminal.written.count
    terminal.type(reply + "\u{C}")
    #expect(terminal.waits(for: "A&E four-hour", from: place), "\(terminal.text(from: place))")
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }

  @Test(arguments: ["", "!"]) func `Ctrl-L draws over what somebody else wrote on the terminal`(key: String) throws {
    let terminal = try TmuxTerminal()
    try terminal.type("\(Program.path) Fixtures/demo --no-mouse; echo ended $?")
    try terminal.waits(for: "A&E four-hour")
    // A page that is still to be drawn would be drawn over the message.
    if !key.isEmpty { try terminal.press(key) }
    try terminal.waits(for: key.isEmpty ? "A&E four-hour" : "Data problems")
    let device = try terminal.tmux(["display-message", "-p", "#{pane_tty}"]).trimmingCharacters(
      in: .whitespacesAndNewlines)
    let words = "Broadcast message from root"
    try #require(FileHandle(forWritingAtPath: device)).write(Data("\r\n\(words)\r\n".utf8))
    try terminal.waits(for: words)
    try terminal.press("C-l")
    try terminal.loses(words)
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
  }
}

import Foundation
import Glibc
import Testing

/// What a board left alone meets: slow lines, full logs, accepted versions.
@Suite struct ReliabilityTests {
  private let board = Program.fixture("wrong/revised")

  @Test func `a paste is announced while the board is open, and no longer when it has ended`() throws {
    let terminal = try PseudoTerminal([board])
    #expect(terminal.waits(for: "\u{1B}[?2004h"))
    #expect(terminal.waits(for: "A&E four-hour"))
    let place = terminal.written.count
    terminal.type("\u{1B}[200~qqq\rq\u{1B}[201~")
    #expect(terminal.waits(for: "a paste does nothing here", from: place))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
    #expect(terminal.waits(for: "\u{1B}[?2004l", from: place))
  }

  @Test func `a flood of ten thousand keys is answered, and the board goes on`() throws {
    let terminal = try PseudoTerminal([board])
    #expect(terminal.waits(for: "A&E four-hour"))
    for _ in 0..<10 {
      terminal.type(String(repeating: "!?", count: 500))
      terminal.settles()
    }
    let place = terminal.written.count
    terminal.type("\u{C}")
    #expect(terminal.waits(for: "A&E", from: place) || terminal.waits(for: "Problems", from: place))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }

  @Test(arguments: [("linux", false), ("xterm-256color", true)])
  func `y says whether the figure was sent, and sends it only where it can be`(name: String, isSent: Bool) throws {
    let terminal = try PseudoTerminal([board], environment: ["TERM": name])
    #expect(terminal.waits(for: "A&E four-hour"))
    let place = terminal.written.count
    terminal.type("y")
    #expect(terminal.waits(for: isSent ? "sent to the terminal" : "this terminal takes no copies", from: place))
    #expect(terminal.text(from: place).contains("\u{1B}]52;c;") == isSent)
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }

  @Test(arguments: [["LINES": "100000000", "COLUMNS": "100000000"], ["LINES": "-5", "COLUMNS": "none"]])
  func `a size that no terminal has makes no room for it`(size: [String: String]) throws {
    let terminal = try PseudoTerminal([board], environment: size)
    #expect(terminal.waits(for: "A&E four-hour"))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }

  @Test func `a log is not written through a symbolic link, and that is a problem`() throws {
    let folder = TemporaryFolder()
    let target = folder.write("untouched\n", to: "target")
    symlink(target, folder.path + "/log")
    let terminal = try PseudoTerminal([board, "--log", folder.path + "/log"])
    #expect(terminal.waits(for: "the log is not written: it is a symbolic link"))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
    #expect(folder.read("target") == "untouched\n")
  }

  @Test func `a log on a full disk is a problem`() throws {
    let terminal = try PseudoTerminal([board, "--log", "/dev/full"])
    #expect(terminal.waits(for: "the log is not written: no space left on device"))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }

  @Test func `Excel's lock file is no extract, and an extract is no playlist`() throws {
    let folder = TemporaryFolder()
    let figures =
      "metric\torganisation\tperiod\tbreakdown\titem\tnumerator\tdenominator\tvalue\n"
      + "ae.four-hour\tRZ1\t2018-02\t\t\t90\t100\t\n"
    folder.write(figures, to: "d.tsv")
    folder.write("\u{5}user", to: "~$feb.csv")
    let check = try Program.run(["check", "."], in: folder.path)
    #expect(!check.output.contains("~$feb.csv"))
    let wall = try Program.run(["--frame", "--kiosk", "d.tsv"], in: folder.path)
    #expect(wall.status == 0 && wall.output.contains("1 of "), "\(wall.error)")
  }

  @Test func `a version that goes back is doubted, accepted with A, and not doubted by the next board`() throws {
    func rows(_ months: [String], _ within: Int) -> String {
      "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
        + months.map { "ae.four-hour,RZ1,\($0),,,\(within),100,\n" }.joined()
    }
    let (folder, state) = (TemporaryFolder(), TemporaryFolder())
    folder.write(rows(["2018-01", "2018-02"], 90), to: "a.csv")
    let terminal = try PseudoTerminal([folder.path, "--poll", "1s"], environment: ["XDG_STATE_HOME": state.path])
    #expect(terminal.waits(for: "A&E"))
    folder.write(rows(["2017-03"], 80), to: "a.csv")
    #expect(terminal.waits(for: "goes back to Mar 2017 since"))
    var place = terminal.written.count
    terminal.type("!")
    #expect(terminal.waits(for: "its last good figures stay", from: place))
    place = terminal.written.count
    terminal.type("A")
    #expect(terminal.waits(for: "is read as it is now", from: place))
    for _ in 0..<50 where state.read("sitrep/accepted").isEmpty { terminal.settles() }
    #expect(state.read("sitrep/accepted").contains("/a.csv"))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }
}

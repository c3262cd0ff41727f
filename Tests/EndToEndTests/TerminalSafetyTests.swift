import Foundation
import Glibc
import Testing

/// Whatever ends the board, the terminal is as it was, and the shell is told the truth.
@Suite struct TerminalSafetyTests {
  private let board = Program.fixture("wrong/revised")
  /// The probe that crashes on purpose, beside the program.
  private let probe = (Program.path as NSString).deletingLastPathComponent + "/CrashProbe"

  @Test(arguments: [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGXCPU, SIGSEGV, SIGBUS, SIGILL, SIGTRAP,
    SIGABRT, SIGFPE,
  ])
  func `a signal ends it with the terminal restored, and is what the shell sees`(signal: Int32) throws {
    let terminal = try PseudoTerminal([board])
    #expect(terminal.waits(for: "A&E four-hour"))
    kill(terminal.process, signal)
    #expect(terminal.ends() == .signal(signal))
    #expect(terminal.isRestored)
  }

  @Test func `a broken pipe is none of the board's`() throws {
    let terminal = try PseudoTerminal([board])
    #expect(terminal.waits(for: "A&E four-hour"))
    kill(terminal.process, SIGPIPE)
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
    #expect(terminal.isRestored)
  }

  @Test(arguments: [["trap"], ["trap", "background"], ["abort"], ["abort", "background"]])
  func `a trap of Swift on any thread restores the terminal`(way: [String]) throws {
    let terminal = try PseudoTerminal(program: probe, way)
    #expect(terminal.waits(for: "the probe is on the terminal"))
    let end = terminal.ends()
    #expect(way[0] == "abort" ? end == .signal(SIGABRT) : [.signal(SIGILL), .signal(SIGTRAP)].contains(end))
    #expect(terminal.isRestored)
  }

  @Test(arguments: [["overflow"], ["overflow", "background"]])
  func `a stack that overflows on any thread restores the terminal`(way: [String]) throws {
    let terminal = try PseudoTerminal(program: probe, way)
    #expect(terminal.ends() == .signal(SIGSEGV))
    #expect(terminal.isRestored)
  }

  @Test func `a terminal that is closed ends the board, and nothing is left behind`() throws {
    let terminal = try PseudoTerminal([board])
    #expect(terminal.waits(for: "A&E four-hour"))
    terminal.hangUp()
    #expect(terminal.endsUnread() == .signal(SIGHUP))
  }

  @Test func `a terminal that stops reading is waited for, and then shows what there is to see`() throws {
    let terminal = try PseudoTerminal([board])
    #expect(terminal.waits(for: "A&E four-hour"))
    // Far more pictures than a terminal holds, and nobody reads them.
    for step in 0..<400 {
      terminal.resize(columns: 100 + step % 40, rows: 30 + step % 20)
      terminal.type("?")
      terminal.type("\u{1B}")
    }
    terminal.resize(columns: 120, rows: 40)
    let place = terminal.written.count
    terminal.type("?")
    #expect(terminal.waits(for: "Tab what you press", from: place))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
    #expect(terminal.isRestored)
  }

  @Test func `a terminal that reads nothing does not keep it from ending`() throws {
    let terminal = try PseudoTerminal([board])
    #expect(terminal.waits(for: "A&E four-hour"))
    for step in 0..<400 {
      terminal.resize(columns: 100 + step % 40, rows: 30 + step % 20)
      terminal.type("?")
      terminal.type("\u{1B}")
    }
    kill(terminal.process, SIGTERM)
    #expect(terminal.endsUnread() == .signal(SIGTERM))
  }

  @Test func `a thousand resizes are drawn a few times, the last size last`() throws {
    let terminal = try PseudoTerminal([board])
    #expect(terminal.waits(for: "A&E four-hour"))
    for step in 0..<1_000 { terminal.resize(columns: 20 + step % 200, rows: 5 + step % 60) }
    terminal.resize(columns: 80, rows: 24)
    terminal.settles()
    terminal.type("?")
    #expect(terminal.waits(for: "What you see"))
    // A picture has about 10 kB: a thousand of them would be ten million.
    #expect(terminal.written.count < 1_000_000)
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
    #expect(terminal.isRestored)
  }

  @Test func `Ctrl-Z gives the terminal back, and fg takes it again where it was`() throws {
    let terminal = try TmuxTerminal()
    try terminal.type("\(Program.path) Fixtures/wrong/revised; echo ended $?")
    try terminal.waits(for: "A&E four-hour")
    try terminal.press("?")
    try terminal.waits(for: "Tab what you press")
    for _ in 0..<2 {
      try terminal.press("C-z")
      try terminal.waits(for: "shell> ")
      try terminal.type("stty -a | tr ' ' '\\n' | grep -x -e echo -e icanon; jobs")
      try terminal.waits(for: "icanon")
      try terminal.type("fg")
      try terminal.waits(for: "Tab what you press")
    }
    try terminal.press("q")
    try terminal.waits(for: "shell>")
    #expect(!(try terminal.screen.contains("Tab what you press")))
  }

  @Test func `a locale that does not exist draws with ASCII alone`() throws {
    let terminal = try PseudoTerminal([board], environment: ["LC_ALL": "xx_YY.UTF-8"])
    #expect(terminal.waits(for: "A&E four-hour"))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
    #expect(terminal.written.allSatisfy { $0 < 0x80 })
  }

  @Test func `without any terminfo it prints the picture and says why`() throws {
    let nowhere = TemporaryFolder()
    let terminal = try PseudoTerminal(
      [board],
      environment: ["TERM": "no-such-terminal", "TERMINFO": nowhere.path, "TERMINFO_DIRS": nowhere.path])
    #expect(terminal.ends() == .status(0))
    #expect(terminal.text().contains("A&E four-hour") && terminal.text().contains("is known"))
    #expect(terminal.isRestored)
  }
}

import Foundation
import Testing

/// The board in terminals of every kind, and what it does for who does not look at the picture.
@Suite struct TerminalKindTests {
  private static let board = "\(Program.path) Fixtures/wrong/revised"

  @Test(arguments: [
    ("xterm", "╭─ A&E four-hour"), ("screen-256color", "╭─ A&E four-hour"), ("tmux-256color", "╭─ A&E four-hour"),
    ("linux", "┌─ A&E four-hour"), ("vt100", "+- A&E four-hour"),
  ])
  func `each terminal gets the lines it can draw, and is left as it was`(name: String, corner: String) throws {
    let terminal = try TmuxTerminal()
    let command = "TERM=\(name) \(Self.board)"
    try terminal.type("clear; infocmp \(name) > /dev/null && echo known; echo earlier; \(command); echo ended $?")
    try terminal.waits(for: corner)
    try terminal.press("Down", "q")
    try terminal.waits(for: "ended 0")
    try terminal.type("echo still here")
    try terminal.waits(for: "still here\nshell>")
  }

  @Test(arguments: [("NO_COLOR=1", true), ("LC_ALL=C", false)])
  func `without colours there are none, and without UTF-8 only ASCII`(variable: String, isColourless: Bool) throws {
    let terminal = try TmuxTerminal()
    try terminal.type("clear; \(variable) TERM=xterm \(Self.board)")
    try terminal.waits(for: "A&E four-hour")
    let coloured = try terminal.tmux(["capture-pane", "-p", "-e"]).contains(/\u{1B}\[[0-9;]*(3[0-7]|38;)/)
    #expect(coloured != isColourless)
    let isASCII = try terminal.screen.unicodeScalars.allSatisfy(\.isASCII)
    #expect(isASCII != isColourless)
  }

  @Test func `colours can be limited, and the mouse left to the terminal`() throws {
    let terminal = try TmuxTerminal()
    let options = "--colours none --no-mouse --ascii"
    try terminal.type("clear; TERM=tmux-256color \(Self.board) \(options); echo ended $?")
    try terminal.waits(for: "A&E four-hour")
    #expect(try !terminal.tmux(["capture-pane", "-p", "-e"]).contains("38;"))
    #expect(try terminal.screen.unicodeScalars.allSatisfy(\.isASCII))
    #expect(try terminal.tmux(["display-message", "-p", "#{mouse_any_flag}"]) == "0\n")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
    try terminal.type("clear; TERM=tmux-256color \(Self.board)")
    try terminal.waits(for: "╭─ A&E four-hour")
    #expect(try terminal.tmux(["display-message", "-p", "#{mouse_any_flag}"]) == "1\n")
  }

  @Test func `the hardware cursor stands on the selected row, where screen readers look`() throws {
    let terminal = try TmuxTerminal()
    try terminal.type("clear; \(Program.path) Fixtures/demo provider RZ1")
    try terminal.waits(for: "▸ A&E")
    var rows: [Int] = []
    for _ in 0..<3 {
      rows.append(try terminal.markedRow(otherThan: rows.last))
      try terminal.press("Down")
    }
    #expect(rows == [rows[0], rows[0] + 1, rows[0] + 2])
  }

  @Test func `y puts the figure on the clipboard of whoever sits at the terminal`() throws {
    let terminal = try TmuxTerminal()
    // tmux takes the sequence for a buffer of its own.
    try terminal.tmux(["set-option", "-s", "set-clipboard", "on"])
    try terminal.type("clear; \(Self.board)")
    try terminal.waits(for: "A&E four-hour")
    try terminal.press("y")
    try terminal.waits(for: "sent to the terminal")
    #expect(try terminal.tmux(["show-buffer"]).contains("85.3"))
  }

  @Test func `Ctrl-Z gives the terminal back, and fg takes it again`() throws {
    let terminal = try TmuxTerminal()
    try terminal.type("clear; echo earlier; \(Self.board)")
    try terminal.waits(for: "A&E four-hour")
    try terminal.press("C-z")
    try terminal.waits(for: "Stopped")
    #expect(try terminal.screen.contains("earlier") && !terminal.screen.contains("A&E"))
    #expect(try terminal.tmux(["display-message", "-p", "#{cursor_flag} #{alternate_on}"]) == "1 0\n")
    try terminal.type("clear; fg")
    try terminal.waits(for: "A&E four-hour")
    try terminal.press("q")
    try terminal.waits(for: "shell>")
  }

  @Test func `plain, a line at a time, in a terminal that cannot move its cursor`() throws {
    let terminal = try TmuxTerminal()
    try terminal.type("clear; TERM=dumb \(Program.path) demo --plain --period month metric rtt; echo ended $?")
    try terminal.waits(for: "Keldholme Hospitals NHS Foundation Trust, Feb 2018: 91.5%")
    try terminal.waits(for: "q quit:")
    try terminal.type("summary RZ1")
    try terminal.waits(for: "Northmere, Fellgate summary.")
    try terminal.type("escape [")
    try terminal.waits(for: "A&E attendances, Jan 2018:")
    try terminal.type("provider nobody")
    try terminal.waits(for: "\"nobody\" is not an organisation")
    // The wall is not told; a colon does no harm; a theme is answered.
    try terminal.type("K")
    try terminal.waits(for: "it is not told in words")
    try terminal.type("?")
    try terminal.waits(for: "wheel: scroll the panel under it.")
    try terminal.type(":theme light")
    try terminal.waits(for: "theme light")
    try terminal.type("q")
    try terminal.waits(for: "ended 0")
  }

  @Test func `a terminal that cannot move its cursor gets a picture of its size without keys, and is told of --plain`()
    throws
  {
    let terminal = try TmuxTerminal(columns: 100, rows: 30)
    try terminal.type("clear; TERM=dumb \(Self.board); echo ended $?")
    try terminal.waits(for: "ended 0")
    let screen = try terminal.screen
    #expect(screen.contains("sitrep --plain"))
    #expect(!screen.contains("? help") && !screen.contains("q quit"))
    #expect(screen.split(separator: "\n").map(\.count).max() == 100)
    // It is in sight above the advice and the prompt, but for the line that the shell adds here.
    #expect(screen.hasPrefix("╭─ A&E four-hour"), "\(screen)")
  }

  @Test func `a picture on a terminal follows the locale, in a file it is UTF-8`() throws {
    let terminal = try TmuxTerminal()
    try terminal.type("clear; LC_ALL=C \(Self.board) --frame --size 80x20")
    try terminal.waits(for: "A&E four-hour")
    #expect(try terminal.screen.unicodeScalars.allSatisfy(\.isASCII))
    let file = try Program.run(["wrong/revised", "--frame"], environment: ["LC_ALL": "C"])
    #expect(file.output.contains("╭"))
    #expect(try Program.run(["wrong/revised", "--frame", "--ascii"]).output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `a key that nobody knows is answered`() throws {
    let terminal = try TmuxTerminal()
    for key in ["IC", "C-Up", "S-Down"] {
      try terminal.type("clear; TERM=tmux-256color \(Self.board); echo ended $?")
      try terminal.waits(for: "A&E four-hour")
      try terminal.press(key)
      try terminal.waits(for: "that key does nothing here; ? shows the keys")
      try terminal.press("q")
      try terminal.waits(for: "ended 0")
    }
  }
}

extension TmuxTerminal {
  /// The row in which both the mark of the selection and a visible cursor stand, once it is another one than before.
  fileprivate func markedRow(otherThan before: Int?) throws -> Int {
    let deadline = Date(timeIntervalSinceNow: 60)
    while true {
      let lines = try screen.split(separator: "\n", omittingEmptySubsequences: false)
      let marked = lines.firstIndex { $0.contains("▸") }
      let cursor = try tmux(["display-message", "-p", "#{cursor_flag} #{cursor_y}"])
      if let marked, marked != before, cursor == "1 \(marked)\n" { return marked }
      if Date() > deadline { throw TextMissing(text: "a cursor beside the mark", screen: cursor + (try screen)) }
    }
  }
}

import Foundation
import Testing

/// The real binary in a real terminal.
@Suite struct TerminalTests {
  @Test func `the board drills from the system to the rows of the file and back, and leaves the terminal as it was`()
    throws
  {
    let terminal = try TmuxTerminal()
    let folder = TemporaryFolder()
    try terminal.type("stty -g > \(folder.path)/before; echo earlier words")
    try terminal.waits(for: "earlier words\nshell>")
    try terminal.type("\(Program.path) Fixtures/demo --period month; echo ended $?; stty -g > \(folder.path)/after")
    try terminal.waits(for: "Cancer 62-day")
    try terminal.press("Enter")
    try terminal.waits(for: "to act on")
    try terminal.press("Enter")
    try terminal.waits(for: "RTT 18 weeks")
    try terminal.press("Enter")
    try terminal.waits(for: "By department")
    try terminal.press("i")
    try terminal.waits(for: "MSitAE-")
    try terminal.press("Escape")
    try terminal.waits(for: "By department")
    try terminal.press("Escape")
    try terminal.waits(for: "RTT 18 weeks")
    try terminal.press("Escape")
    try terminal.waits(for: "to act on")
    try terminal.press("Escape")
    try terminal.waits(for: "Cancer 62-day")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
    #expect(try terminal.screen.contains("earlier words"))
    #expect(folder.read("after") == folder.read("before"))
  }

  @Test func `nothing to show never touches the terminal`() throws {
    let terminal = try TmuxTerminal()
    try terminal.type("echo before; \(Program.path) Fixtures/wrong/empty.csv; echo ended $?")
    try terminal.waits(for: "ended 1")
    #expect(try terminal.screen.contains("before\nempty.csv"))
  }

  @Test(arguments: [
    ("TERM", "dumb", "cannot move its cursor"), ("TERM", "no-such-terminal", "is known"),
    ("TERM", "", "TERM is not set"),
  ])
  func `a terminal that cannot show the board gets the picture, and how to get the board`(
    name: String, value: String, sentence: String
  ) throws {
    let terminal = try TmuxTerminal()
    try terminal.type("clear; \(name)=\(value) \(Program.path) Fixtures/wrong/revised; echo ended $?")
    try terminal.waits(for: "ended 0")
    let screen = try terminal.screen
    #expect(screen.contains(sentence) && screen.contains("A&E four-hour"))
  }

  @Test func `a signal ends it with the terminal restored and the shell told`() throws {
    let terminal = try TmuxTerminal()
    let folder = TemporaryFolder()
    // The shell's own word for the process of the board: exec keeps the number.
    try terminal.type(
      "echo earlier; sh -c 'echo $$ > \(folder.path)/pid; exec \(Program.path) Fixtures/wrong/revised'; echo ended $?")
    try terminal.waits(for: "A&E four-hour")
    let number = try #require(Int32(folder.read("pid").filter(\.isNumber)))
    kill(number, SIGTERM)
    try terminal.waits(for: "ended 143")
    #expect(try terminal.screen.contains("earlier"))
  }
}

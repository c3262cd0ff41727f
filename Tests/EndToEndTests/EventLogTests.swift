import Foundation
import Testing

/// The log of a board that hangs for months.
@Suite struct EventLogTests {
  let folder = TemporaryFolder()
  private static let mostBytes = 1 << 20
  private static func figures(_ within: Int) -> String {
    "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
      + "ae.four-hour,RZ1,2018-02,,,\(within),100,\n"
  }

  /// Reads the terminal until a line of the log is there, for as long as a busy machine may need.
  private func waits(for words: String, in name: String, _ terminal: PseudoTerminal) -> Bool {
    for _ in 0..<100 {
      if folder.read(name).contains(words) { return true }
      terminal.settles()
    }
    return false
  }

  private func open(after earlier: String) throws -> PseudoTerminal {
    folder.write("code = \"QZ9\"\n[[organisation]]\ncode = \"RZ1\"\nrole = \"provider\"\n", to: "system.toml")
    folder.write(EventLogTests.figures(90), to: "a.csv")
    folder.write(earlier, to: "log")
    return try PseudoTerminal([folder.path, "--poll", "1s", "--ascii", "--log", folder.path + "/log"])
  }

  @Test func `a log beyond its length becomes another file, both of whole lines, and nothing between them is lost`()
    throws
  {
    // So long that the next line is beyond it; and a log from before that, which goes.
    let line = "2018-03-20T09:00:00 read \"a.csv\" rows=1\n"
    let earlier = String(repeating: line, count: EventLogTests.mostBytes / line.utf8.count)
    folder.write("from long ago\n", to: "log.1")
    let terminal = try open(after: earlier)
    #expect(waits(for: " board ", in: "log.1", terminal))
    folder.write(EventLogTests.figures(80), to: "a.csv")
    #expect(waits(for: " board ", in: "log", terminal))
    folder.write("", to: "a.csv")
    #expect(waits(for: "incomplete \"a.csv\"", in: "log", terminal))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))

    let (old, new) = (folder.read("log.1"), folder.read("log"))
    #expect(old.hasPrefix(earlier) && old.utf8.count > EventLogTests.mostBytes)
    let lines = (old.dropFirst(earlier.count) + new).split(separator: "\n").map { $0.drop { $0 != " " }.dropFirst() }
    #expect(old.hasSuffix("\n") && new.hasSuffix("\n"))
    #expect(lines.count { $0.hasPrefix("board files=") } == 3)
    #expect(lines.contains { $0.hasPrefix("incomplete \"a.csv\"") })
    // Never a figure.
    #expect(!lines.contains { $0.contains("80") || $0.contains("90") })
  }

  @Test func `a log that is shorter goes on in the same file`() throws {
    let terminal = try open(after: "2018-03-20T09:00:00 read \"a.csv\" rows=1\n")
    #expect(waits(for: " board ", in: "log", terminal))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
    #expect(folder.read("log").hasPrefix("2018-03-20T09:00:00 read"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/log.1"))
  }
}

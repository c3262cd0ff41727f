import Foundation
import Testing

/// Command lines at random from the words there are, and from none.
@Suite struct CommandLineFuzzTests {
  /// The corpus.
  private static let words = [
    "print", "check", "spc", "demo", "wrong/revised", "nowhere", "overview", "provider", "RZ1", "rtt", "problems",
    "help",
    "--frame", "--frame=text", "--size", "120x40", "0x0", "99999999999x1", "--keys", "down enter", "wait:9999999h",
    "resize:1x1", "--now", "2018-03-20T09:00", "9999-99-99", "--system", "QHG", "--theme", "mono", "--poll", "5s", "0s",
    "--ascii", "--format", "json", "csv", "--all-periods", "--", "-", "", " ", "--help", "--version", "-h", "=cmd()",
    "\u{1B}[2J", "\u{202E}", "../../..", "/dev/null", "/proc/self/mem", "--log", "--=", "--size=",
    String(repeating: "x", count: 9_000),
  ]

  @Test(arguments: [UInt64(5), 77, 4_242])
  func `any command line ends by itself with a status it has promised, and no escape`(seed: UInt64) throws {
    var state = seed
    func random(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let scratch = TemporaryFolder()
    for _ in 0..<25 {
      var arguments = (0..<random(6)).map { _ in CommandLineFuzzTests.words[random(CommandLineFuzzTests.words.count)] }
      // A log is written where it is named: only into a folder of the test's own.
      arguments = arguments.flatMap { $0 == "--log" ? ["--log", scratch.path + "/log"] : [$0] }
      let outcome = try Program.run(arguments)
      #expect([0, 1, 64].contains(outcome.status), "\(arguments)")
      #expect(
        !(outcome.output + outcome.error).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(arguments)"
      )
    }
  }

  @Test(arguments: [
    ["--size", "\u{1B}[2J"], ["--\u{202E}x"], ["print", "--format", "\u{9B}31m"], ["spc", "a", "\u{7}"],
  ])
  func `what is wrong with a command line is said without the escapes in it`(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 64 && !outcome.error.isEmpty)
    let isHarmless = outcome.error.unicodeScalars.allSatisfy {
      $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
    }
    #expect(isHarmless, "\(outcome.error.debugDescription)")
  }
}

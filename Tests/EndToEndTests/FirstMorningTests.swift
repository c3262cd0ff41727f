import Foundation
import Testing

/// A new user's path, `docs/first-morning.md`: every command of it is typed in the order of the page, in a home of its own, and
/// prints what the page says.
@Suite struct FirstMorningTests {
  /// A block of the page: its language, and its lines.
  private struct Block {
    let language: String
    let lines: [String]
  }

  private static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    var open: (language: String, lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      guard line.hasPrefix("```") else {
        open?.lines.append(line)
        continue
      }
      if let block = open {
        blocks.append(Block(language: block.language, lines: block.lines))
        open = nil
      } else {
        open = (String(line.dropFirst(3)), [])
      }
    }
    return blocks
  }

  /// Whether a line is what a line of the page states, where `…` stands for whatever is left out.
  private static func fits(_ line: String, _ stated: String) -> Bool {
    let parts = stated.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return line == stated }
    var rest = line[...]
    for (place, part) in parts.enumerated() where !part.isEmpty {
      guard let found = place == 0 ? (rest.hasPrefix(part) ? rest.range(of: part) : nil) : rest.range(of: part) else {
        return false
      }
      rest = rest[found.upperBound...]
    }
    return parts[parts.count - 1].isEmpty || line.hasSuffix(parts[parts.count - 1])
  }

  /// The first stated line that does not follow in what was printed; `nil` where all do. A lone `…` is any number of lines.
  private static func missing(_ stated: [String], in printed: [String]) -> String? {
    var (place, maySkip) = (0, false)
    for line in stated {
      if line == "…" {
        maySkip = true
        continue
      }
      // Of a picture the lines that matter stand on the page, and those between them do not.
      let isPicture = stated[0].hasPrefix(" ")
      let found = printed.indices.dropFirst(place).first { fits(printed[$0], line) }
      guard let found, maySkip || isPicture || found == place else { return line }
      (place, maySkip) = (found + 1, false)
    }
    return nil
  }

  @Test func `every command of the page prints what the page says, in a home where nothing was before`() throws {
    let page = try String(contentsOfFile: "\(Program.project)/docs/first-morning.md", encoding: .utf8)
    let home = TemporaryFolder()
    // As it is installed, the program is found by its name.
    try FileManager.default.createSymbolicLink(
      atPath: "\(home.path)/sitrep", withDestinationPath: Program.path)
    let blocks = Self.blocks(of: page)
    var typed = 0
    var stated: [String] = []
    for (place, block) in blocks.enumerated() where block.language == "sh" {
      let isOfTheMachine = block.lines.contains { $0.hasPrefix("sudo ") }
      if isOfTheMachine { continue }
      let outcome = try Program.run(
        ["-c", block.lines.joined(separator: "\n")], in: home.path,
        environment: ["HOME": home.path, "PATH": "\(home.path):/usr/bin:/bin", "LC_ALL": "C.UTF-8"],
        program: "/bin/sh")
      typed += 1
      // A check that finds an error ends with 1, and says so.
      #expect(outcome.status == 0 || outcome.output.contains(" 1 error"), "\(block.lines) \(outcome.error)")
      guard let answer = blocks.dropFirst(place + 1).first, answer.language == "text" else { continue }
      let missing = Self.missing(answer.lines, in: outcome.output.components(separatedBy: "\n"))
      #expect(missing == nil, "\(block.lines): \(missing ?? "") is not in\n\(outcome.output)")
      stated += answer.lines
    }
    #expect(typed == 8 && stated.count > 30)
  }

  @Test func `what only a machine of one's own can walk is walked by the check of the package`() throws {
    let page = try String(contentsOfFile: "\(Program.project)/docs/first-morning.md", encoding: .utf8)
    let check = try String(contentsOfFile: "\(Program.project)/docs/packaging/deb-check", encoding: .utf8)
    let commands = Self.blocks(of: page).flatMap(\.lines).filter { $0.hasPrefix("sudo ") }
    #expect(commands == ["sudo apt install ./sitrep_0.1.0_amd64.deb"])
    #expect(check.contains("apt-get -qq install -y --no-install-recommends /tmp/sitrep.deb"))
    #expect(check.contains("inside sitrep demo --frame") && check.contains("leaves files behind"))
    // Every step of the table has its section.
    for step in page.matches(of: /\n\| (\d)\. ([^|]+) \|/) {
      #expect(page.contains("\n## \(step.1). "), "\(step.2)")
    }
  }

  @Test func `a changed word of the page, or of what is printed, is found`() {
    let printed = ["one", "two 3 four", "", "five"]
    #expect(Self.missing(["one", "two … four", "", "five"], in: printed) == nil)
    #expect(Self.missing(["one", "…", "five"], in: printed) == nil)
    #expect(Self.missing(["one", "five"], in: printed) == "five")
    #expect(Self.missing(["one", "two … five"], in: printed) == "two … five")
    #expect(Self.missing(["…", "six"], in: printed) == "six")
  }
}

import Foundation
import Testing

@testable import Settings

/// Settings and themes with bytes changed, cut, doubled and put elsewhere: read without a trap, each problem with a place
/// in the file. The corpus is every settings file and theme of the project.
@Suite struct SettingsFuzzTests {
  /// A generator that gives the same numbers on every run.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let corpus: [[UInt8]] = ["Fixtures", "Themes"].flatMap { folder in
    (FileManager.default.enumerator(atPath: "\(project)/\(folder)")?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".toml") }.sorted()
      .compactMap { FileManager.default.contents(atPath: "\(project)/\(folder)/\($0)").map(Array.init) }
  }

  /// What TOML is made of, and what it is not.
  private static let pieces = [
    "[[", "]]", "\"\"\"", "'''", "\\u", "\\U0010FFFF", "=", "\n", "\0", "\u{FEFF}", "1e999", "nan", "-inf",
    "9223372036854775808", "99999-99-99T99:99:99", "{", "}", "[organisation]", "[[organisation]]", "code", "#",
    "\u{1B}[2J",
  ].map { Array($0.utf8) }

  static func mutated(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...20, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      case 3: bytes = Array(bytes.prefix(place))
      default: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
      }
    }
    return bytes
  }

  @Test(arguments: [UInt64(1), 7, 20_161_115])
  func `whatever stands in a settings file, it is read to its end and each problem has a place in it`(seed: UInt64) {
    #expect(SettingsFuzzTests.corpus.count > 5)
    var random = Seeded(state: seed)
    for original in SettingsFuzzTests.corpus {
      for _ in 0..<40 {
        let bytes = SettingsFuzzTests.mutated(original, &random)
        let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 2
        let problems =
          SystemSettings.read(bytes, fileName: "system.toml").problems
          + ThemeSettings.read(bytes, fileName: "theme.toml").problems
          + SourcesFile.read(bytes, fileName: "sources.toml") { _ in nil }.problems
        for problem in problems { #expect((problem.line ?? 1) >= 1 && (problem.line ?? 1) <= lines) }
      }
    }
  }
}

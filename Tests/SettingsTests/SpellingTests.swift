import Metrics
import Testing

@testable import Settings

@Suite struct `The nearest name` {
  static let cases: [(word: String, nearest: String?)] = [
    ("short-name", "short-name"), ("shortname", "short-name"), ("NAME", "name"), ("naem", "name"),
    ("pop", "population"),
    ("populatoin", "population"), ("colour", nil), ("", nil), (String(repeating: "x", count: 5000), nil),
  ]

  @Test(arguments: cases) func `is one slip away for every three letters, or the beginning of a name`(
    _ one: (word: String, nearest: String?)
  ) {
    #expect(Spelling.nearest(to: one.word, among: ["name", "short-name", "code", "population"]) == one.nearest)
  }
}

@Suite struct `Loops among parents and successors` {
  static let cases: [(next: [Int?], loops: [[Int]])] = [
    ([], []), ([nil], []), ([0], [[0]]), ([1, 0], [[0, 1]]), ([1, 2, nil], []), ([2, 2, 1], [[1, 2]]),
    ([1, 0, 3, 2, 0], [[0, 1], [2, 3]]),
  ]

  @Test(arguments: cases) func `are found once each, from their earliest member`(
    _ one: (next: [Int?], loops: [[Int]])
  ) {
    #expect(Loops.among(one.next) == one.loops)
  }
}

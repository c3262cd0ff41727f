import Metrics
import Testing

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

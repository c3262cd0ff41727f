import Screen
import Testing

@testable import Dashboard

/// Keys at random on screens of any size.
@Suite struct FuzzTests {
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

  @Test(arguments: [UInt64(1), 20_161_115, 0xBEEF, 77])
  func `ten thousand keys at random never trap, and the picture always has the size of the screen`(seed: UInt64) {
    var random = Seeded(state: seed)
    var session = Session()
    for step in 0..<2_500 {
      if step % 9 == 0 {
        let size = Size(columns: Int.random(in: 1...210, using: &random), rows: Int.random(in: 1...64, using: &random))
        session.obey(.resize(size))
      } else if step % 13 == 0 {
        let place = Position(
          row: Int.random(in: 0..<64, using: &random), column: Int.random(in: 0..<210, using: &random))
        session.obey(step % 2 == 0 ? .press(place) : .doublePress(place))
      } else if let key = KeymapTests.keys.randomElement(using: &random) {
        session.press(key)
      }
      // Deep stacks are slow to leave: start again now and then.
      if session.state.visits.count > 12 { session = Session(size: session.state.size) }
      guard step % 3 == 0 else { continue }
      let frame = session.frame
      #expect(frame.size == session.state.size)
      if let cursor = frame.cursor {
        #expect(frame.region.contains(cursor), "cursor \(cursor) on \(session.state.page) at \(frame.size)")
      }
    }
  }

  @Test func `no page is empty at any size from one cell up`() throws {
    for (name, keys) in ExpectedScreenTests.pages {
      var session = Session()
      try session.play(keys)
      for (columns, rows) in [(1, 1), (5, 2), (12, 3), (20, 3), (30, 5), (60, 15), (79, 23), (121, 41), (300, 90)] {
        session.obey(.resize(Size(columns: columns, rows: rows)))
        #expect(session.text.contains { !$0.isWhitespace }, "\(name) at \(columns)x\(rows)")
      }
    }
  }
}

import Synchronization
import Testing
import Threads

@testable import Metrics

/// Work on two threads gives what one thread gives.
@Suite struct BothCoresTests {
  @Test(arguments: [0, 1, 2, 7, 1000], [false, true])
  func `each number is worked on once, and the results are in order`(count: Int, onBoth: Bool) {
    let worked = Worked(count)
    let results = BothCores.map(count, isWorthwhile: onBoth) { number in
      worked.note(number)
      return number * number
    }
    #expect(results == (0..<count).map { $0 * $0 })
    #expect(worked.counts == Array(repeating: 1, count: count))
  }

  @Test(arguments: [false, true])
  func `two pieces of work of different kinds each give what they give alone`(onBoth: Bool) {
    let (sum, words) = BothCores.both(isWorthwhile: onBoth) {
      (0..<10_000).reduce(0, +)
    } _: {
      (0..<1000).map { "\($0)" }
    }
    #expect(sum == 49_995_000 && words == (0..<1000).map(String.init))
  }

  /// How often each number was worked on, by whichever thread.
  private final class Worked: Sendable {
    private let noted: Mutex<[Int]>
    init(_ count: Int) { noted = Mutex(Array(repeating: 0, count: count)) }
    func note(_ number: Int) { noted.withLock { $0[number] += 1 } }
    var counts: [Int] { noted.withLock { $0 } }
  }

  // More organisations than a board of one system has: their exceptions are worked out in shares.
  @Test(arguments: [100, 400, 997])
  func `every organisation of a national board that misses its target is listed once, the worst first`(
    count: Int
  ) throws {
    let codes = (0..<count).map { OrganisationCode("R\(10_000 + $0)") }
    let board = SmallBoard.board(
      codes.enumerated().map { place, code in
        SmallBoard.share(.fourHour, code, 2018, 3, 900 - place % 37, 1000)
      })
    let found = board.exceptions(of: "QZ9", ViewSettings()).filter { $0.organisation.role == .provider }
    #expect(board.isNational == (count >= 400))
    #expect(Set(found.map(\.organisation.code)) == Set(codes) && found.count == count)
    let values = try found.map { try #require($0.figure.value) }
    #expect(values == values.sorted { $0 < $1 })
  }
}

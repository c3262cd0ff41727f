import Testing

@testable import Metrics

/// A provider among its likes.
@Suite struct ComparisonTests {
  private let period = SmallBoard.period(2018, 2)
  private static let major = BreakdownItem("department", "1")

  /// A system of RZ1 to RZ3, and so many providers beyond it.
  private func board(beyond: Int = 0, peers: [OrganisationCode] = []) -> Board {
    var observations: [Observation] = []
    func add(_ code: OrganisationCode, _ within: Int, isMajor: Bool = true) {
      observations.append(SmallBoard.share(.fourHour, code, 2018, 2, within, 1000))
      if isMajor { observations.append(SmallBoard.share(.fourHour, code, 2018, 2, within / 2, 500, part: Self.major)) }
    }
    add("RZ1", 700)
    add("RZ2", 950)
    add("RZ3", 900)
    add("RZ4", 999, isMajor: false)
    for number in 0..<beyond { add(OrganisationCode("X\(number)"), 880 + number % 40) }
    var members = ["RZ1", "RZ2", "RZ3", "RZ4"].map { Organisation(code: OrganisationCode($0), role: .provider) }
    members[0].peers = peers
    return SmallBoard.board(observations, organisations: members)
  }

  @Test func `a provider with a type 1 department is ranked among those with one`() throws {
    let comparison = try #require(board().comparisons(Series.Key(.fourHour, "RZ1"), in: period).first)
    #expect(comparison.company == .system)
    #expect(comparison.rank == 3 && comparison.count == 3)
    #expect(comparison.pooled == Ratio(85))
    #expect(comparison.likeness == "with type 1")
    #expect(board().comparisons(Series.Key(.fourHour, "RZ1"), in: period).count == 1)
  }

  @Test func `fifty providers beyond the system stand for England, fewer for the extracts`() {
    let key = Series.Key(.fourHour, "RZ1")
    #expect(board(beyond: 50).comparisons(key, in: period).map(\.company) == [.system, .england])
    #expect(board(beyond: 49).comparisons(key, in: period).map(\.company) == [.system, .extracts])
    let england = board(beyond: 50).comparisons(key, in: period)[1]
    #expect(england.rank == 53 && england.count == 53)
    #expect(england.position == .belowAlarm)
  }

  @Test func `peers need not be in the system`() throws {
    let peers = try #require(
      board(beyond: 3, peers: ["X0", "X1", "ZZZ"]).comparisons(Series.Key(.fourHour, "RZ1"), in: period)
        .first { $0.company == .peers })
    #expect(peers.rank == 3 && peers.count == 3)
  }

  @Test func `a part is compared with the same part, and a system with England alone`() {
    let part = board(beyond: 50).comparisons(Series.Key(.fourHour, "RZ2", part: Self.major), in: period)
    #expect(part.map(\.rank) == [1, 1])
    #expect(part.map(\.likeness) == ["", ""])
    let system = board(beyond: 50).comparisons(Series.Key(.fourHour, "QZ9"), in: period)
    #expect(system.map(\.company) == [.england])
    #expect(system[0].rank == nil && system[0].position == nil)
  }
}

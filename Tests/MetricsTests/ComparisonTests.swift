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
    #expect(comparison.peerGroup == .system)
    #expect(comparison.rank == 3 && comparison.count == 3)
    #expect(comparison.pooled == Ratio(85))
    #expect(comparison.likeness == "with type 1")
    #expect(board().comparisons(Series.Key(.fourHour, "RZ1"), in: period).count == 1)
  }

  @Test func `fifty providers beyond the system stand for England, fewer for the extracts`() {
    let key = Series.Key(.fourHour, "RZ1")
    #expect(board(beyond: 50).comparisons(key, in: period).map(\.peerGroup) == [.system, .england])
    #expect(board(beyond: 49).comparisons(key, in: period).map(\.peerGroup) == [.system, .extracts])
    let england = board(beyond: 50).comparisons(key, in: period)[1]
    #expect(england.rank == 53 && england.count == 53)
    #expect(england.position == .belowAlarm)
  }

  @Test func `peers need not be in the system`() throws {
    let peers = try #require(
      board(beyond: 3, peers: ["X0", "X1", "ZZZ"]).comparisons(Series.Key(.fourHour, "RZ1"), in: period)
        .first { $0.peerGroup == .peers })
    #expect(peers.rank == 3 && peers.count == 3)
  }

  @Test func `a part is compared with the same part, and a system with England alone`() {
    let part = board(beyond: 50).comparisons(Series.Key(.fourHour, "RZ2", part: Self.major), in: period)
    #expect(part.map(\.rank) == [1, 1])
    #expect(part.map(\.likeness) == ["", ""])
    let system = board(beyond: 50).comparisons(Series.Key(.fourHour, "QZ9"), in: period)
    #expect(system.map(\.peerGroup) == [.england])
    #expect(system[0].rank == nil && system[0].position == nil)
  }

  @Test func `rates without counts have a rank, and neither pooled figure nor funnel`() throws {
    let rates = [("RZ1", 910), ("RZ2", 991), ("RZ3", 912)].map { code, value in
      Observation(
        .cancer31Day, of: OrganisationCode(code), in: period, .rate(Decimal(value, places: 1)), rows: RowSpan(line: 2))
    }
    let found = SmallBoard.board(rates).comparisons(Series.Key(.cancer31Day, "RZ3"), in: period)
    let comparison = try #require(found.first { $0.peerGroup == .system })
    #expect(comparison.rank == 2 && comparison.count == 3)
    #expect(comparison.pooled == nil && comparison.position == nil)
  }

  @Test func `a provider with counts is not ranked among rates`() throws {
    let figures =
      [("RZ1", 900), ("RZ2", 950)].map { SmallBoard.share(.cancer31Day, OrganisationCode($0.0), 2018, 2, $0.1, 1000) }
      + [Observation(.cancer31Day, of: "RZ3", in: period, .rate(Decimal(99)), rows: RowSpan(line: 2))]
    let board = SmallBoard.board(figures)
    let counted = try #require(board.comparisons(Series.Key(.cancer31Day, "RZ1"), in: period).first)
    #expect(counted.rank == 2 && counted.count == 2 && counted.pooled == Ratio(185, 2))
    let rate = try #require(board.comparisons(Series.Key(.cancer31Day, "RZ3"), in: period).first)
    #expect(rate.rank == 1 && rate.count == 3 && rate.pooled == nil)
  }

  @Test func `mean responses are ranked the shortest first, and pooled by incidents`() throws {
    let means = [("RZ1", 400, 1), ("RZ2", 1600, 3), ("RZ3", 900, 1)].map { code, total, of in
      Observation(
        .category1, of: OrganisationCode(code), in: period, .mean(total: total, of: of), rows: RowSpan(line: 2))
    }
    let comparison = try #require(
      SmallBoard.board(means).comparisons(Series.Key(.category1, "RZ1"), in: period).first)
    #expect(comparison.rank == 1 && comparison.count == 3)
    #expect(comparison.pooled == Ratio(580) && comparison.position == nil)
  }

  @Test func `those over 52 weeks are compared as a share of the list, plain numbers not at all`() throws {
    let lists = [("RZ1", 10_000, 60), ("RZ2", 1000, 5), ("RZ3", 1000, 4)].flatMap { code, list, long in
      [
        SmallBoard.share(.incomplete, OrganisationCode(code), 2018, 2, list * 9 / 10, list),
        SmallBoard.count(.over52Weeks, OrganisationCode(code), 2018, 2, long),
        SmallBoard.count(.twelveHour, OrganisationCode(code), 2018, 2, long),
      ]
    }
    let board = SmallBoard.board(lists)
    let comparison = try #require(board.comparisons(Series.Key(.over52Weeks, "RZ1"), in: period).first)
    #expect(comparison.rank == 3 && comparison.pooled == Ratio(69 * 100, 12_000))
    #expect(comparison.position == .inside)
    #expect(board.comparisons(Series.Key(.twelveHour, "RZ1"), in: period).isEmpty)
  }

  @Test func `the funnel of a whole metric is that of England where it is held, else of the system`() {
    let alone = board().funnelPositions(.fourHour, in: period)
    #expect(alone.keys.sorted() == ["RZ1", "RZ2", "RZ3"])
    let england = board(beyond: 50).funnelPositions(.fourHour, in: period)
    #expect(england["RZ1"] == .belowAlarm && england.count == 53)
    #expect(board(beyond: 50).funnelPositions(.attendances, in: period).isEmpty)
  }
}

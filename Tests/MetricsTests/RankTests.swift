import Testing

@testable import Metrics

/// Every provider of the system that has a figure is ranked, also one that only files of its own name.
@Suite struct RankTests {
  private static let system = Given.system(["RZ1", "RZ2", "RZ3", "RZ4"].map { Given.provider($0, in: "SYS") })

  /// A published file that names three providers, and a file of one's own with figures of the metric for all of these.
  private func board(_ figures: [(OrganisationCode, Measurement)], metric: MetricID = .cancer62Day) -> Board {
    let named = ["RZ1", "RZ2", "RZ3"].map { Organisation(code: $0, role: .provider) }
    return Board(
      Self.system,
      [
        Given.file(
          "ae.csv", [Given.figure(.fourHour, "RZ1", "2025-09", Given.share(900, 1000))], organisations: named),
        Given.file("own.csv", isLocal: true, figures.map { Given.figure(metric, $0.0, "2025-09", $0.1) }),
      ])
  }

  @Test(arguments: [("RZ4", 1), ("RZ1", 2), ("RZ3", 3), ("RZ2", 4)])
  func `a provider that only own files name is ranked, pooled and on the funnel`(code: String, rank: Int) throws {
    let board = board([
      ("RZ1", Given.share(80, 100)), ("RZ2", Given.share(70, 100)), ("RZ3", Given.share(75, 100)),
      ("RZ4", Given.share(290, 300)),
    ])
    let period = Given.period("2025-09")
    let key = Series.Key(MetricID.cancer62Day, OrganisationCode(code))
    let comparison = try #require(board.comparisons(key, in: period).first)
    #expect(comparison.peerGroup == .system)
    #expect(comparison.rank == rank && comparison.count == 4)
    #expect(comparison.pooled == Ratio(515, 6))
    #expect(board.funnelPositions(.cancer62Day, in: period).count == 4)
  }

  @Test(arguments: [
    [("RZ1", 80), ("RZ4", 90)], [("RZ3", 10), ("RZ4", 90)], [("RZ2", 50), ("RZ3", 60), ("RZ4", 70)],
  ])
  func `whoever has a figure is counted`(shares: [(String, Int)]) throws {
    let board = board(shares.map { (OrganisationCode($0.0), Given.share($0.1, 100)) })
    let key = Series.Key(MetricID.cancer62Day, "RZ4")
    let comparison = try #require(board.comparisons(key, in: Given.period("2025-09")).first)
    #expect(comparison.rank == 1 && comparison.count == shares.count)
  }
}

import Testing

@testable import Metrics

/// Money that a file of one's own states as figures.
struct OwnMoneyTests {
  private func board(_ metric: MetricID, _ pounds: Int, target: Int?) -> Board {
    let own = target.map {
      Target(metric, scope: .organisation("RZ1"), kind: .local, value: Decimal($0), source: "system.toml")
    }
    return Board(
      Given.system([Given.provider("RZ1")], targets: own.map { [$0] } ?? []),
      [Given.file([Given.figure(metric, "RZ1", "2026-10", .money(Money(pounds: pounds)))])])
  }

  @Test(
    arguments: [
      (MetricID.controlTotal, -14_200_000, -10_000_000, 4_200_000), (.controlTotal, 3_000_000, 1_000_000, 0),
      (.controlTotal, -14_200_000, nil, nil),
    ] as [(MetricID, Int, Int?, Int?)])
  func `is a position like those of a finance return, held against a target of one's own`(
    metric: MetricID, pounds: Int, target: Int?, gap: Int?
  ) {
    let figure = board(metric, pounds, target: target).shown(metric, "RZ1", "2026-10")
    #expect(figure?.value == Ratio(pounds))
    #expect(figure?.gap == gap.map { Ratio($0) })
  }

  @Test func `to date stands beside the forecast`() {
    let board = board(.yearToDate, -2_500_000, target: nil)
    #expect(board.ledger.position(of: "RZ1", in: Given.month("2026-10"))?.actualToDate == Money(pounds: -2_500_000))
  }

  @Test func `the page has it`() throws {
    let gap = try #require(
      board(.controlTotal, -14_200_000, target: -10_000_000).shown(.controlTotal, "RZ1", "2026-10")?.gap)
    let millions = (gap / Ratio(1_000_000)).text(places: 1)
    #expect(
      MetricsPage.text.contains(
        "*Example.* A forecast of (14.2) in a file of your own against a target of (10.0) is \(millions) short."))
  }
}

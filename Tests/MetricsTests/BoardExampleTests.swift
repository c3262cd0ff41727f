import Testing

@testable import Metrics

/// The examples of `docs/metrics.md` that need a board.
@Suite struct BoardExampleTests {
  @Test func `since April, from numerators and denominators`() throws {
    let board = SmallBoard.board([
      SmallBoard.share(.fourHour, "RZ1", 2017, 4, 9000, 10000), SmallBoard.share(.fourHour, "RZ1", 2017, 5, 9900, 10800),
    ])
    let toDate = try #require(board.toDate(Series.Key(.fourHour, "RZ1"), in: SmallBoard.period(2017, 5)))
    #expect(toDate.measurement.value?.text(places: 1) == "90.9")
    #expect(toDate.months == 2 && toDate.present == 2)
    #expect(board.toDate(Series.Key(.fourHour, "RZ1"), in: SmallBoard.period(2017, 7))?.present == 2)
    #expect(board.yearBefore(Series.Key(.fourHour, "RZ1"), SmallBoard.period(2018, 5))?.value?.text(places: 1) == "91.7")
  }

  @Test(arguments: [(5831, 10000, "65.31"), (57, 100, "65")])
  func `a trust's ambition for 2026/27 is seven points more, or 65%`(within: Int, of: Int, target: String) throws {
    let board = SmallBoard.board([
      SmallBoard.share(.incomplete, "RZ1", 2026, 3, within, of), SmallBoard.share(.incomplete, "RZ1", 2026, 6, within, of),
    ])
    let found = try #require(
      board.target(for: Series.Key(.incomplete, "RZ1"), in: SmallBoard.period(2026, 6), choice: .interim))
    #expect(found.value.text == target)
    #expect(found.isUnconfirmed)
    #expect(board.target(for: Series.Key(.incomplete, "RZ1"), in: SmallBoard.period(2026, 3), choice: .interim)?.value.text == "65")
  }

  @Test func `fewer than 1% of the list over 52 weeks is a number of pathways`() throws {
    let board = SmallBoard.board([
      SmallBoard.share(.incomplete, "RZ1", 2026, 3, 800, 1234), SmallBoard.count(.over52Weeks, "RZ1", 2026, 3, 20),
    ])
    let figure = try #require(
      board.figure(Series.Key(.over52Weeks, "RZ1"), in: SmallBoard.period(2026, 3), choice: .interim))
    #expect(figure.target?.value.text == "12")
    #expect(figure.gap == Ratio(8))
  }

  @Test func `3.5% of the stated beds, and none where no beds are stated`() throws {
    let stated = Organisation(code: "RZ1", role: .provider, stated: StatedSize(beds: 742))
    let days = [SmallBoard.count(.delayedDays, "RZ1", 2018, 2, 891)]
    let key = Series.Key(.delayedDays, "RZ1")
    let february = SmallBoard.period(2018, 2)
    let target = try #require(
      SmallBoard.board(days, organisations: [stated]).target(for: key, in: february, choice: .interim))
    #expect(target.value.text == "727")
    #expect(target.isUnconfirmed)
    #expect(SmallBoard.board(days).target(for: key, in: february, choice: .interim) == nil)
  }

  @Test func `delayed days over a target are days, beds and pounds`() throws {
    let target = Target(.delayedDays, scope: .organisation("RZ1"), kind: .local, value: Decimal(800), source: "plan")
    var system = HealthSystem(code: "QZ9", name: "Test", organisations: [Organisation(code: "RZ1", role: .provider)])
    system.targets = [target]
    let board = SmallBoard.board([SmallBoard.count(.delayedDays, "RZ1", 2018, 2, 891)], system: system)
    let figure = try #require(board.figure(Series.Key(.delayedDays, "RZ1"), in: SmallBoard.period(2018, 2)))
    #expect(figure.gap == Ratio(91))
    #expect((Ratio(891) / Ratio(28)).text(places: 1) == "31.8")
    #expect((Ratio(91) / Ratio(28)).text(places: 1) == "3.3")
    #expect(Money(pounds: 891 * 160, precision: 1000).text == "£143k")
    #expect(Money(pounds: 91 * 160, precision: 1000).text == "£15k")
  }
}

import Testing

@testable import Metrics

/// The examples of `docs/metrics.md` that need a board.
@Suite struct BoardExampleTests {
  private func expectOnPage(_ sentence: String) {
    #expect(MetricsPage.text.contains("*Example.* " + sentence), Comment(rawValue: sentence))
  }

  @Test func `since April, from numerators and denominators`() throws {
    let board = SmallBoard.board([
      SmallBoard.share(.fourHour, "RZ1", 2017, 4, 9000, 10000),
      SmallBoard.share(.fourHour, "RZ1", 2017, 5, 9900, 10800),
    ])
    let toDate = try #require(board.toDate(Series.Key(.fourHour, "RZ1"), in: SmallBoard.period(2017, 5)))
    let percent = try #require(toDate.measurement.value).text(places: 1)
    expectOnPage("9,000 of 10,000 in April and 9,900 of 10,800 in May are \(percent)% since April.")
    #expect(toDate.months == 2 && toDate.present == 2)
    #expect(board.toDate(Series.Key(.fourHour, "RZ1"), in: SmallBoard.period(2017, 7))?.present == 2)
    #expect(
      board.yearBefore(Series.Key(.fourHour, "RZ1"), SmallBoard.period(2018, 5))?.value?.text(places: 1) == "91.7")
  }

  @Test func `a total of one trust of two is neither met nor missed`() throws {
    let board = SmallBoard.board([
      SmallBoard.share(.fourHour, "RZ1", 2018, 2, 970, 1000), SmallBoard.share(.fourHour, "RZ2", 2018, 2, 4000, 4187),
      SmallBoard.share(.fourHour, "RZ1", 2018, 3, 970, 1000),
    ])
    let figure = try #require(board.figure(Series.Key(.fourHour, "QZ9"), in: SmallBoard.period(2018, 3)))
    let (value, variance) = (try #require(figure.value), try #require(figure.variance))
    expectOnPage(
      "Of two trusts one returned \(figure.measurement.text) for March: \(value.text(places: 1))%, "
        + "\(variance.text(places: 1)) points above 95%, \(figure.note), neither met nor missed.")
    #expect(figure.isMet == nil)
    let missing = try #require(board.exceptions(of: "QZ9", ViewSettings()).first { !$0.absence.isEmpty })
    expectOnPage(
      "A trust that returned 4,187 attendances in February and nothing since is listed with \"\(missing.absence)\".")
  }

  @Test func `a month complete from its days stands beside a published one`() throws {
    let days = (1...28).map { day in
      Observation(
        .fourHour, of: "RZ2", in: .day(Day(year: 2018, month: 2, day: day)!), .share(within: Count(70), of: Count(100)),
        rows: RowSpan(line: 2))
    }
    let board = SmallBoard.board([SmallBoard.share(.fourHour, "RZ1", 2018, 2, 990, 1000)] + days)
    let figure = try #require(board.figure(Series.Key(.fourHour, "QZ9"), in: SmallBoard.period(2018, 2)))
    let (value, gap) = (try #require(figure.value), try #require(figure.gap))
    expectOnPage(
      "990 of 1,000 published for February and 28 days of 70 of 100 are \(figure.measurement.text), "
        + "\(value.text(places: 1))%, missed by \(gap.text(places: 0)).")
  }

  /// The ambition of a trust for June 2026, by its share of March 2026.
  private func ambition(_ within: Int, of: Int, in period: Period = SmallBoard.period(2026, 6)) throws -> Target {
    let board = SmallBoard.board([
      SmallBoard.share(.incomplete, "RZ1", 2026, 3, within, of),
      SmallBoard.share(.incomplete, "RZ1", 2026, 6, within, of),
    ])
    return try #require(board.target(for: Series.Key(.incomplete, "RZ1"), in: period, choice: .interim))
  }

  @Test func `a trust's ambition for 2026/27 is seven points more, or 65%`() throws {
    let (risen, least) = (try ambition(5831, of: 10000), try ambition(57, of: 100))
    let base = try #require(share(5831, of: 10000)).text(places: 2)
    let low = try #require(share(57, of: 100)).text(places: 0)
    expectOnPage("\(base)% in March 2026 makes \(risen.value.text)%; \(low)% makes \(least.value.text)%.")
    #expect(risen.isUnconfirmed && least.isUnconfirmed)
  }

  private func share(_ within: Int, of: Int) -> Ratio? {
    Metrics.Measurement.share(within: Count(within), of: Count(of)).value
  }

  @Test func `England's ambition for delays in 2019/20 is a number of days for each month`() throws {
    let england = Organisation(code: .england, role: .system)
    let board = SmallBoard.board([SmallBoard.count(.delayedDays, .england, 2019, 6, 130_000)], organisations: [england])
    let key = Series.Key(.delayedDays, .england)
    let target = try #require(board.target(for: key, in: SmallBoard.period(2019, 6), choice: .interim))
    expectOnPage("4,000 a day in June 2019 are \(Ratio(target.value.unscaled).text(places: 0)) days.")
    #expect(target.source.contains("Long Term Plan"))
    #expect(board.target(for: key, in: SmallBoard.period(2020, 4), choice: .interim) == nil)
  }

  @Test func `fewer than 1% of the list over 52 weeks is a number of pathways`() throws {
    let board = SmallBoard.board([
      SmallBoard.share(.incomplete, "RZ1", 2026, 3, 800, 1234), SmallBoard.count(.over52Weeks, "RZ1", 2026, 3, 20),
    ])
    let figure = try #require(
      board.figure(Series.Key(.over52Weeks, "RZ1"), in: SmallBoard.period(2026, 3), choice: .interim))
    let most = try #require(figure.target).value.text
    expectOnPage("Of a list of 1,234 at most \(most) may wait over 52 weeks.")
    #expect(figure.gap == Ratio(8))
  }

  @Test func `3.5% of the stated beds, and none where no beds are stated`() throws {
    let stated = Organisation(code: "RZ1", role: .provider, stated: StatedSize(beds: 742))
    let days = [SmallBoard.count(.delayedDays, "RZ1", 2018, 2, 891)]
    let key = Series.Key(.delayedDays, "RZ1")
    let february = SmallBoard.period(2018, 2)
    let target = try #require(
      SmallBoard.board(days, organisations: [stated]).target(for: key, in: february, choice: .interim))
    expectOnPage("3.5% of 742 beds are \(target.value.text) days in February 2018.")
    #expect(target.isUnconfirmed)
    #expect(SmallBoard.board(days).target(for: key, in: february, choice: .interim) == nil)
  }

  @Test func `delayed days over a target are days, beds and pounds`() throws {
    let target = Target(.delayedDays, scope: .organisation("RZ1"), kind: .local, value: Decimal(800), source: "plan")
    var system = HealthSystem(code: "QZ9", name: "Test", organisations: [Organisation(code: "RZ1", role: .provider)])
    system.targets = [target]
    let board = SmallBoard.board([SmallBoard.count(.delayedDays, "RZ1", 2018, 2, 891)], system: system)
    let figure = try #require(board.figure(Series.Key(.delayedDays, "RZ1"), in: SmallBoard.period(2018, 2)))
    let gap = try #require(figure.gap)
    func pounds(_ days: Ratio) -> String { Money(pounds: (days * Ratio(160)).rounded(places: 0), precision: 1000).text }
    expectOnPage(
      "891 days in February 2018 are \((Ratio(891) / Ratio(28)).text(places: 1)) beds and \(pounds(Ratio(891))) at £160 a "
        + "day; over a target of 800 they are \(gap.text(places: 0)) days, \((gap / Ratio(28)).text(places: 1)) beds and "
        + "\(pounds(gap)).")
  }
}

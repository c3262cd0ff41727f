import Testing

@testable import Metrics

/// The examples of the page on metrics that are about targets, halves and where lower is better.
@Suite struct TargetExampleTests {
  private func expectOnPage(_ sentence: String) {
    #expect(MetricsPage.text.contains("*Example.* " + sentence), Comment(rawValue: sentence))
  }

  private func target(_ board: Board, _ metric: MetricID, _ period: String) -> Target? {
    board.target(for: Series.Key(metric, "RZ1"), in: Given.period(period), choice: .interim)
  }

  @Test func `by March binds that March`() throws {
    let board = SmallBoard.board([SmallBoard.share(.fourHour, "RZ1", 2026, 9, 80, 100)])
    let value = try #require(target(board, .fourHour, "2027-03-01")).value.text
    for day in ["2027-03-01", "2027-03-31"] { #expect(target(board, .fourHour, day)?.binds(Given.period(day)) == true) }
    #expect(target(board, .fourHour, "2027-02-28")?.binds(Given.period("2027-02-28")) == false)
    #expect(target(board, .fourHour, "2026/27")?.binds(Given.period("2026/27")) != true)
    expectOnPage(
      "\(value)% by March 2027 binds on 1 and 31 March 2027; on 28 February it is still to come, and for the year "
        + "2026/27 there is none.")
  }

  @Test func `England's own target`() throws {
    let england = Organisation(code: .england, role: .nation)
    let board = SmallBoard.board(
      [
        SmallBoard.share(.incomplete, "RZ1", 2026, 9, 700, 1000),
        SmallBoard.share(.incomplete, .england, 2026, 9, 660, 1000),
      ], organisations: [Organisation(code: "RZ1", role: .provider), england])
    let key = Series.Key(MetricID.incomplete, .england)
    let value = try #require(board.target(for: key, in: Given.period("2026-09"), choice: .interim)).value.text
    #expect(target(board, .incomplete, "2026-09") == nil)
    expectOnPage(
      "The \(value)% of 2026/27 is held against England's own figure, and against no trust with 700 of 1,000.")
  }

  @Test func `a base month`() throws {
    func march(_ base: Int?) -> Target? {
      let before = base.map { SmallBoard.share(.incomplete, "RZ1", 2024, 11, $0, 100) }
      let now = SmallBoard.share(.incomplete, "RZ1", 2026, 3, 62, 100)
      return target(SmallBoard.board([before, now].compactMap { $0 }), .incomplete, "2026-03")
    }
    #expect(march(nil) == nil)
    let (risen, least) = (try #require(march(58)), try #require(march(50)))
    expectOnPage(
      "Without November 2024 a trust has no target for March 2026; with 58% in November 2024 it is "
        + "\(risen.value.text)%, with 50% it is \(least.value.text)%.")
  }

  @Test func `whole patients but for 62-day cancer`() throws {
    let month = Given.held(.cancer31Day, Given.share(60, 63), against: Decimal(96))
    let told = Given.held(.cancer28Day, Given.share(46, 63), against: Decimal(75))
    expectOnPage(
      "60 of 63 within 31 days is \(try #require(month.gap).text(places: 0)) short of 96%, and 46 of 63 told within "
        + "28 days is \(try #require(told.gap).text(places: 0)) short of 75%.")
  }

  @Test func `where lower is better`() throws {
    let figure = Figure(
      key: Series.Key(.bedOccupancy, "RZ1"), period: .undated, measurement: Given.share(95, 100), origin: .summedParts,
      target: Target(.bedOccupancy, kind: .local, value: Decimal(92), source: ""), direction: .lower)
    expectOnPage("95 of 100 beds at a target of 92% are \(try #require(figure.gap).text(places: 0)) over target.")
  }
}

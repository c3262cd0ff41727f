import Testing

@testable import Metrics

/// The examples of the page on metrics that are about whose figures are added to which.
@Suite struct RollUpExampleTests {
  private func expectOnPage(_ sentence: String) {
    #expect(MetricsPage.text.contains("*Example.* " + sentence), Comment(rawValue: sentence))
  }

  @Test func `the average of a year`() throws {
    let board = SmallBoard.board([SmallBoard.share(.fourHour, "RZ1", 2026, 9, 80, 100)])
    let key = Series.Key(MetricID.category2, "RZ1")
    let values = ["2026-04", "2027-03", "2026/27"].map { text -> String? in
      let period = Given.period(text)
      let target = board.target(for: key, in: period, choice: .interim)
      return target?.binds(period) == true ? target?.value.text : nil
    }
    let value = try #require(values.first ?? nil)
    #expect(values.allSatisfy { $0 == value })
    let minutes = Int(value.filter { $0 != "," }).map { $0 / 60 }
    expectOnPage(
      "The \(try #require(minutes)) minutes of 2026/27 bind in April 2026, in March 2027 and for the year 2026/27.")
  }

  @Test func `a target of one's own`() throws {
    let own = Target(.fourHour, scope: .organisation("RZ1"), kind: .standard, value: Decimal(90), source: "plan")
    let system = Given.system([Given.provider("RZ1")], targets: [own])
    let board = Board(system, [Given.file([Given.figure(.fourHour, "RZ1", "2018-02", Given.share(91, 100))])])
    let figure = try #require(board.shown(.fourHour, "RZ1", "2018-02"))
    #expect(figure.isMet == true)
    expectOnPage(
      "With a `[[target]]` of \(try #require(figure.target).value.text)% as its standard a trust with "
        + "\(figure.measurement.text) meets it.")
  }

  @Test func `rates without counts have no total`() throws {
    let rates = ["94.9", "96.1"].enumerated().map { place, rate in
      Given.figure(.fourHour, OrganisationCode("RZ\(place)"), "2018-02", Given.rate(rate))
    }
    let board = Board(Given.system(["RZ0", "RZ1"].map { Given.provider($0) }), [Given.file(rates)])
    #expect(board.shown(.fourHour, "SYS", "2018-02")?.value == nil)
    let shown = ["RZ0", "RZ1"].compactMap { board.shown(.fourHour, $0, "2018-02")?.value?.text(places: 1) }
    expectOnPage(
      "Two trusts that published \(shown.joined(separator: "% and "))% without counts have no total: the panel shows the "
        + "worst and the range, \(shown.joined(separator: " to ")), as \"no roll-up\".")
  }

  @Test func `a commissioner's figure needs every provider's rows`() throws {
    let months = ["2018-01": [90, 90, 180], "2018-02": [90, 0, 88]]
    let rows = months.flatMap { month, within in
      zip(["RA", "RB", "C1"], within).filter { $0.1 > 0 }.map { code, count in
        Given.figure(
          .incomplete, OrganisationCode(code), month, Given.share(count, code == "C1" && count > 100 ? 200 : 100))
      }
    }
    let organisations = [Given.provider("RA"), Given.provider("RB"), Given.organisation("C1", .commissioner)]
    let board = Board(Given.system(organisations), [Given.file("rtt.csv", rows)])
    let figure = try #require(board.shown(.incomplete, "C1", "2018-02"))
    #expect(figure.isMet == nil && figure.gap == nil)
    expectOnPage(
      "A commissioner's \(figure.measurement.text), for which one of two providers made no return, says "
        + "\"\(figure.caveat)\" and is neither met nor missed.")
  }

  @Test func `an empty lens falls back and says so, and the two are never added`() throws {
    let organisations = [
      Given.organisation("west", .place), Given.provider("RA", in: "west"), Given.organisation("east", .place),
      Given.organisation("C1", .commissioner, in: "east"),
    ]
    let board = Board(
      Given.system(organisations),
      [
        Given.file([
          Given.figure(.incomplete, "RA", "2018-02", Given.share(90, 100)),
          Given.figure(.incomplete, "C1", "2018-02", Given.share(88, 100)),
        ])
      ])
    let perspective = board.perspective(for: .incomplete, of: "east", wanted: .providers)
    let east = try #require(
      board.figure(Series.Key(.incomplete, "east", perspective: perspective), in: Given.period("2018-02")))
    let system = try #require(board.shown(.incomplete, "SYS", "2018-02"))
    expectOnPage(
      "A place with a commissioner's \(east.measurement.text) and no provider shows them and says \"\(east.caveat)\"; "
        + "its system is the \(system.measurement.text) of the provider elsewhere.")
  }

  @Test func `money is added over every ledger, each once`() throws {
    func row(_ code: OrganisationCode, _ forecast: String) -> FinancePosition {
      FinancePosition(
        organisation: code, month: Given.month("2018-02"), basis: .includingSTF, controlTotal: nil, planToDate: nil,
        actualToDate: nil, forecast: Given.millions(forecast), stfPlan: nil, stfActual: nil, rows: RowSpan(line: 2))
    }
    let organisations = [
      Given.organisation("nhs", .group), Given.provider("RA", in: "nhs"),
      Given.organisation("C1", .commissioner, in: "nhs"), Given.organisation("905", .localAuthority),
    ]
    let rows = [row("RA", "(2.0)"), row("C1", "(1.1)"), row("905", "(7.1)")]
    let board = Board(
      Given.system(organisations), [Given.file("money.csv", finance: FinanceRecords(positions: rows))])
    func amount(_ code: OrganisationCode) throws -> String {
      let position = try #require(board.ledger.position(of: code, in: Given.month("2018-02")))
      return try #require(position.forecast).millions
    }
    expectOnPage(
      "A trust at \(try amount("RA")) and a commissioner at \(try amount("C1")) are an NHS total of "
        + "\(try amount("nhs")); with a council at \(try amount("905")) the system is at \(try amount("SYS")).")
  }
}

import Metrics
import Testing

struct ExceptionsTests {
  private let organisations = ["RA", "RB", "RC", "RD"].map { Given.provider(OrganisationCode($0)) }

  private func found(_ figures: [Observation], targets: [Target] = []) -> [Exception] {
    Board(Given.system(organisations, targets: targets), [Given.file(figures)]).exceptions(of: "SYS", ViewSettings())
  }

  @Test
  func `what misses its target stands, what is new marked and on top, then the furthest off; what meets it does not`() {
    let found = found([
      Given.figure(.fourHour, "RA", "2018-01", Given.share(80, 100)),
      Given.figure(.fourHour, "RA", "2018-02", Given.share(70, 100)),
      Given.figure(.fourHour, "RB", "2018-01", Given.share(96, 100)),
      Given.figure(.fourHour, "RB", "2018-02", Given.share(94, 100)),
      Given.figure(.fourHour, "RC", "2018-01", Given.share(94, 100)),
      Given.figure(.fourHour, "RC", "2018-02", Given.share(95, 100)),
      Given.figure(.fourHour, "RD", "2018-02", Given.share(80, 100)),
    ])
    #expect(found.map(\.organisation.code) == ["RB", "RA", "RD"])
    #expect(found.map(\.isNew) == [true, false, false])
  }

  @Test func `fewer than twenty are flagged, and do not outrank many`() {
    let found = found([
      Given.figure(.fourHour, "RA", "2018-02", Given.share(0, 19)),
      Given.figure(.fourHour, "RB", "2018-02", Given.share(900, 1000)),
    ])
    #expect(found.map(\.organisation.code) == ["RB", "RA"])
    #expect(found.map(\.isSmall) == [false, true])
  }

  @Test func `of two positions the one further below its control total stands first, however small the other's is`() {
    func row(_ code: OrganisationCode, _ total: String, _ forecast: String) -> FinancePosition {
      FinancePosition(
        organisation: code, month: Given.month("2018-02"), controlTotal: Given.millions(total),
        forecast: Given.millions(forecast), rows: RowSpan(line: 2))
    }
    let finance = FinanceRecords(positions: [row("RA", "6.5", "(2.9)"), row("RB", "0.1", "(0.9)")])
    let board = Board(Given.system(organisations), [Given.file("f.csv", finance: finance)])
    #expect(board.exceptions(of: "SYS", ViewSettings()).map(\.organisation.code) == ["SYS", "RA", "RB"])
  }

  @Test func `the money of a system of one organisation is listed once`() {
    let position = FinancePosition(
      organisation: "RA", month: Given.month("2018-02"), controlTotal: Given.millions("6.5"),
      forecast: Given.millions("(2.9)"), rows: RowSpan(line: 2))
    let board = Board(
      Given.system([Given.provider("RA")]), [Given.file("f.csv", finance: FinanceRecords(positions: [position]))])
    #expect(board.exceptions(of: "SYS", ViewSettings()).map(\.organisation.code) == ["RA"])
  }

  @Test func `a part that misses is an exception of its own`() {
    let part = BreakdownItem("department", "1")
    let found = found([
      Given.figure(.fourHour, "RA", "2018-02", Given.share(99, 100)),
      Given.figure(.fourHour, "RA", "2018-02", part: part, Given.share(40, 50)),
    ])
    #expect(found.map(\.figure.key.part) == [part])
  }

  @Test func `a system that alone has a figure is told of it`() {
    #expect(found([Given.figure(.fourHour, "SYS", "2016-08", Given.rate("93.8"))]).map(\.organisation.code) == ["SYS"])
  }

  @Test func `patients outside the English standard are none`() {
    let part = BreakdownItem("commissioner", "NONC")
    #expect(found([Given.figure(.incomplete, "RA", "2018-02", part: part, Given.share(1, 100))]).isEmpty)
  }

  @Test func `a system's control total is one of them`() {
    let finance = FinanceRecords(
      positions: ["RA", "RB"].map {
        FinancePosition(
          organisation: OrganisationCode($0), month: Given.month("2018-03"), controlTotal: Given.millions("1.0"),
          actualToDate: Given.millions("(2.0)"),
          rows: RowSpan(line: 2))
      })
    let board = Board(Given.system(organisations), [Given.file("money.csv", finance: finance)])
    let codes = board.exceptions(of: "SYS", ViewSettings()).filter { $0.figure.metric == .controlTotal }.map(
      \.organisation.code)
    #expect(Set(codes) == ["SYS", "RA", "RB"])
  }
}

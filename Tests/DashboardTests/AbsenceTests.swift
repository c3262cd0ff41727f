import Metrics
import Screen
import Testing

@testable import Dashboard
@testable import Reports

/// What is said where a figure is not there, not whole, or not in the sum.
@Suite struct AbsenceTests {
  private static let organisations = [
    Organisation(code: "RZ1", role: .provider), Organisation(code: "RZ2", role: .provider),
    Organisation(
      code: "RZ3", role: .provider, to: Testshire.month(2018, 1), successor: "RZ1"),
    Organisation(code: "C1", role: .commissioner),
  ]

  private static func board(_ figures: [Observation], isLocal: Bool = true) -> Board {
    var system = HealthSystem(code: "QZ9", name: "Northmere", organisations: organisations)
    system.asAt = Moment("2018-03-20T09:00")
    system.costOfBedDay = 100
    return Board(
      system,
      [
        Contribution(
          file: SourceFile(name: "p.csv"), layout: "own", isLocal: isLocal, observations: Observations(figures))
      ])
  }

  private static func figure(
    _ metric: MetricID, _ code: OrganisationCode, _ period: String, part: BreakdownItem? = nil, _ found: Measurement
  ) -> Observation {
    Observation(metric, of: code, in: Period(period)!, part: part, found, rows: RowSpan(line: 2))
  }

  private static func share(_ within: Int, _ of: Int) -> Measurement { .share(within: Count(within), of: Count(of)) }

  private static func print(_ board: Board) -> [String] {
    FigureListing(board).text(asAt: Day("2018-03-20")!).split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
  }

  private static func lines(_ board: Board, keys: String, with word: String) throws -> [String] {
    var session = Session(board, size: Size(columns: 160, rows: 40))
    try session.play(keys)
    return session.text.split(separator: "\n").map(String.init).filter { $0.contains(word) }
  }

  @Test func `print says what is hidden, and nothing of an organisation that has ended`() {
    let lines = Self.print(
      Self.board([
        Self.figure(.fourHour, "RZ3", "2018-01", Self.share(90, 100)),
        Self.figure(.fourHour, "RZ1", "2018-02", Self.share(90, 100)),
        Self.figure(.fourHour, "RZ2", "2018-02", .suppressed),
      ]))
    #expect(lines.contains("Northmere Feb 2018 90.0 95.0 ▼ 5.0 total, 1 of 2 returned, 1 suppressed"))
    #expect(!lines.contains { $0.hasPrefix("RZ3") })
  }

  @Test func `print and page say that a commissioner's figure is partial`() throws {
    let board = Self.board(
      [
        Self.figure(.incomplete, "RZ1", "2018-01", Self.share(90, 100)),
        Self.figure(.incomplete, "RZ2", "2018-01", Self.share(90, 100)),
        Self.figure(.incomplete, "RZ1", "2018-02", Self.share(90, 100)),
        Self.figure(.incomplete, "C1", "2018-02", Self.share(90, 100)),
      ], isLocal: false)
    #expect(
      Self.print(board).contains("C1 Feb 2018 90.0 92.0 ▼ 2.0 p.csv:2; partial: 1 of 2 providers returned"))
    let rows = try Self.lines(board, keys: ": type:metric space type:rtt enter o", with: "  C1 ")
    #expect(rows.contains { $0.contains("partial: 1 of 2") })
  }

  @Test func `an organisation with days alone stands beside months without one, not with a day`() {
    let lines = Self.print(
      Self.board(
        (1...31).map { Self.figure(.fourHour, "RZ2", "2018-01-\($0 < 10 ? "0" : "")\($0)", Self.share(90, 100)) }
          + [Self.figure(.fourHour, "RZ1", "2018-02", Self.share(90, 100))]))
    #expect(lines.contains("RZ2 Feb 2018 – 95.0 no return"))
  }

  @Test func `a month that is not over is marked in the table, and its delayed days are beds on the days that are in`()
    throws
  {
    let days = (1...19).map {
      Self.figure(.delayedDays, "RZ1", "2018-03-\($0 < 10 ? "0" : "")\($0)", .count(Count(40)))
    }
    let month = Self.figure(.delayedDays, "RZ1", "2018-02", .count(Count(280)))
    let board = Self.board([month] + days)
    var session = Session(board, size: Size(columns: 160, rows: 40))
    try session.play(": type:detail space type:RZ1 space type:dtoc enter")
    #expect(session.text.contains("Mar 18 19/31"))
    let figure = board.figure(Series.Key(.delayedDays, "RZ1"), in: Period("2018-03")!)
    #expect(figure.map { board.meaning(of: $0) } == "40 beds, £76k")
  }

  @Test func `an organisation whose figures stand in parts alone says so, and rates are shares of nothing`() throws {
    let parts = [("A&E", "5"), ("Delays", "18.5")].map { name, value in
      Self.figure(
        .activityChange, "RZ1", "2017/18", part: BreakdownItem("activity", name), .rate(Decimal(value)!))
    }
    let board = Self.board(parts)
    let rows = try Self.lines(board, keys: ": type:organisation space type:RZ1 enter", with: "Activity")
    #expect(rows.contains { $0.contains("in parts") && $0.contains("no total, 2 parts: Enter shows them") })
    let organisations = try Self.lines(board, keys: ": type:metric space type:activity enter", with: " RZ1 ")
    #expect(organisations.contains { $0.contains("in parts") })
    let detail = try Self.lines(board, keys: ": type:detail space type:RZ1 space type:activity enter", with: "Delays")
    #expect(detail.contains { $0.contains("18.5") && !$0.contains("%") })
  }

  @Test func `a control total on another basis stands on the page of the forecast, with why there is no variance`()
    throws
  {
    let rows = [(FinancePosition.Basis.includingSTF, 65, nil), (.excludingSTF, nil, -29)].map {
      basis, total, forecast in
      FinancePosition(
        organisation: "RZ1", month: Testshire.month(2018, 1), basis: basis,
        controlTotal: total.map { Money(pounds: $0 * 100_000, precision: 100_000) },
        forecast: forecast.map { Money(pounds: $0 * 100_000, precision: 100_000) }, rows: RowSpan(line: 2))
    }
    let board = Board(
      HealthSystem(code: "QZ9", name: "Northmere", organisations: Self.organisations),
      [Contribution(file: SourceFile(name: "f.csv"), layout: "own", finance: FinanceRecords(positions: rows))])
    let keys = ": type:detail space type:RZ1 space type:finance.control-total enter"
    let lines = try Self.lines(board, keys: keys, with: "control total")
    #expect(lines.contains { $0.contains("control total 6.5m is including") })
    #expect(lines.contains { $0.contains("control total       ") && $0.contains(" 6.5 ") })
    #expect(try Self.lines(board, keys: "home", with: "on two bases").count == 1)
  }

  @Test func `what is needed a month is said only where the control total and what was reached are on one basis`() {
    func row(_ basis: FinancePosition.Basis, _ total: Int?, _ actual: Int?) -> FinancePosition {
      FinancePosition(
        organisation: "RZ1", month: Testshire.month(2018, 1), basis: basis,
        controlTotal: total.map { Money(pounds: $0) },
        actualToDate: actual.map { Money(pounds: $0) }, rows: RowSpan(line: 2))
    }
    func pace(_ rows: [FinancePosition]) -> Bool {
      let board = Board(
        HealthSystem(code: "QZ9", name: "Northmere", organisations: Self.organisations),
        [Contribution(file: SourceFile(name: "f.csv"), layout: "own", finance: FinanceRecords(positions: rows))])
      return board.ledger.position(of: "RZ1", in: Testshire.month(2018, 1)).flatMap {
        MoneyWords.pace($0, in: Testshire.month(2018, 1))
      } != nil
    }
    #expect(pace([row(.includingSTF, 100, nil), row(.includingSTF, nil, 50)]))
    #expect(!pace([row(.includingSTF, 100, nil), row(.excludingSTF, nil, 50)]))
  }
}

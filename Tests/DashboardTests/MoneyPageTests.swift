import Metrics
import Screen
import Testing

@testable import Dashboard

/// Schemes, and what a system states beside the sum of its organisations.
@Suite struct MoneyPageTests {
  private static func million(_ tenths: Int) -> Money { Money(pounds: tenths * 100_000, precision: 100_000) }
  private static let month = Testshire.month(2018, 2)

  private static func scheme(
    _ title: String, _ plan: Int?, _ delivered: Int?, _ forecast: Int?, recurs: Bool?
  ) -> SavingsScheme {
    SavingsScheme(
      organisation: "RZ1", period: .yearToDate(month), title: title, isRecurrent: recurs, plan: plan.map(million),
      delivered: delivered.map(million), forecast: forecast.map(million), rows: RowSpan(line: 2))
  }

  /// The table as it is drawn in a box of so many cells.
  private static func drawn(_ schemes: [SavingsScheme], columns: Int = 60) -> [String] {
    var frame = Frame(size: Size(columns: columns, rows: 12))
    SchemeTable(schemes).draw(on: &frame, in: frame.region, selection: nil, isFocused: false)
    return frame.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  @Test func `a scheme stands with plan, delivered and forecast, and whether it comes back every year`() {
    let schemes = [
      Self.scheme("Theatres", 34, 12, 13, recurs: true), Self.scheme("Vacancies", 6, 13, 14, recurs: false),
    ]
    #expect(
      Self.drawn(schemes) == [
        "£m plan to date forecast recurs", "Theatres 3.4 1.2 1.3 yes", "Vacancies 0.6 1.3 1.4 once",
        "Recurrent 3.4 1.2 1.3", "Once 0.6 1.3 1.4", "All schemes 4.0 2.5 2.7",
      ])
  }

  @Test func `a scheme that has not said what it saved leaves the sum unknown, not smaller`() {
    let schemes = [
      Self.scheme("Theatres", 34, 12, nil, recurs: nil), Self.scheme("Vacancies", 6, nil, nil, recurs: nil),
    ]
    #expect(
      Self.drawn(schemes) == [
        "£m plan to date", "Theatres 3.4 1.2", "Vacancies 0.6 –", "All schemes 4.0 –",
      ])
    #expect(MoneyWords.savings(schemes)?.runs.map(\.text).joined() == "savings planned £4.0m")
  }

  /// Two trusts, and a system that states another forecast than theirs.
  private static var board: Board {
    func position(_ code: OrganisationCode, _ forecast: Int, line: Int) -> FinancePosition {
      FinancePosition(
        organisation: code, month: month, controlTotal: million(10), planToDate: million(9), actualToDate: million(8),
        forecast: million(forecast), rows: RowSpan(line: line))
    }
    var system = HealthSystem(
      code: "QZ9", name: "Northmere", organisations: ["RZ1", "RZ2"].map { Organisation(code: $0, role: .provider) })
    system.asAt = Moment("2018-03-20T09:00")
    let positions = [position("RZ1", -20, line: 2), position("RZ2", 25, line: 3), position("QZ9", -10, line: 4)]
    return Board(
      system,
      [
        Contribution(
          file: SourceFile(name: "money.csv"), layout: "finance position",
          finance: FinanceRecords(positions: positions))
      ])
  }

  @Test func `the stated total is beside the total of the organisations, and what is not reconciled`() throws {
    var session = Session(Self.board)
    try session.play("enter")
    #expect(session.text.contains("as stated"))
    let row = try #require(session.text.split(separator: "\n").first { $0.contains("Northmere") && $0.contains("0.5") })
    #expect(row.contains("(1.0)"))
    try session.play("home enter")
    let lines = session.text.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("as stated") && $0.contains("(1.0)") })
    #expect(lines.contains { $0.contains("not reconciled") && $0.contains("(1.5)") })
  }

  @Test func `sustainability funding is among the amounts of a position, and over how many organisations`() throws {
    func position(_ code: OrganisationCode, _ planned: Int?, _ earned: Int?) -> FinancePosition {
      FinancePosition(
        organisation: code, month: Self.month, controlTotal: Self.million(10), actualToDate: Self.million(8),
        forecast: Self.million(9), stfPlan: planned.map(Self.million), stfActual: earned.map(Self.million),
        rows: RowSpan(line: 2))
    }
    let rows = [position("RZ1", 95, 52), position("RZ2", 70, 70), position("9Z1", nil, nil)]
    let organisations =
      ["RZ1", "RZ2"].map { Organisation(code: $0, role: .provider) }
      + [Organisation(code: "9Z1", role: .commissioner)]
    let board = Board(
      HealthSystem(code: "QZ9", name: "Northmere", organisations: organisations),
      [Contribution(file: SourceFile(name: "f.csv"), layout: "own", finance: FinanceRecords(positions: rows))])
    func lines(_ words: String, columns: Int = 120) throws -> String {
      var session = Session(board, size: Size(columns: columns, rows: 40))
      try session.play(": type:\(words.replacing(" ", with: " space type:")) enter")
      return session.text
    }
    let whole = try lines("detail finance.control-total")
    #expect(whole.contains("STF planned              16.5"))
    #expect(whole.contains("STF earned               12.2"))
    #expect(whole.contains("from 2 of 3 organisations"))
    let organisation = try lines("detail RZ1 finance.control-total")
    #expect(organisation.contains("STF earned                5.2") && !organisation.contains("from 1 of"))
    #expect(try !lines("detail 9Z1 finance.control-total").contains("STF"))
    #expect(try lines("metric finance.control-total", columns: 200).contains("STF earned, planned"))
    #expect(try lines("metric finance.control-total", columns: 200).contains("5.2, 9.5"))
  }
}

import Metrics
import Screen
import Testing

@testable import Dashboard

/// The list of what is wrong.
@Suite struct ProblemsPageTests {
  private static let board = Board(
    HealthSystem(code: "QT1", name: "Testshire"), [],
    problems: [
      Problem(.error, file: "odd.csv", "no layout fits this file"),
      Problem(
        .warning, file: "a-file-with-a-very-long-name-of-2018.csv", line: 13,
        "the steps equal less; £1.7m not reconciled",
        amount: Ratio(1_700_000)),
      Problem(
        .warning, file: "plan.csv", line: 2, "its 7 localities come to 541,400, 13,000 more", amount: Ratio(13_000)),
      Problem(.warning, file: "plan.csv", line: 3, "published as 50 of 60", amount: Ratio(1, 25)),
    ])

  private func lines(_ columns: Int) throws -> [String] {
    var session = Session(Self.board, size: Size(columns: columns, rows: 24))
    try session.play("!")
    return session.text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [80, 120])
  func `each difference stands with its size`(columns: Int) throws {
    let lines = try lines(columns)
    #expect(lines.contains { $0.contains("steps equal less") && $0.contains(" £1.7m ") })
    #expect(
      lines.contains { $0.contains("7 localities come to") && $0.contains(" 13,000 ") && $0.contains("plan.csv:2") })
    #expect(lines.contains { $0.contains("published as 50 of 60") && $0.contains(" 0.04 ") })
  }

  @Test func `one error is an error, not errors`() throws {
    #expect(try lines(80).contains { $0.contains("1 error, 3 warnings") })
  }
}

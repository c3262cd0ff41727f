import Foundation
import Metrics
import Testing

@testable import Dashboard

/// The example of `docs/metrics.md` on money.
@Suite struct MoneyExampleTests {
  @Test func `what the months left must bring stands beside what each has brought`() throws {
    func million(_ tenths: Int) -> Money { Money(pounds: tenths * 100_000, precision: 100_000) }
    let month = try #require(Month(year: 2018, month: 2))
    let position = FinancePosition(
      organisation: "RZ1", month: month, controlTotal: million(42), actualToDate: million(-133), rows: RowSpan(line: 2))
    let board = Board(
      HealthSystem(code: "QZ9", name: "Test", organisations: [Organisation(code: "RZ1", role: .provider)]),
      [
        Contribution(
          file: SourceFile(name: "a.csv"), layout: "test", finance: FinanceRecords(positions: [position]))
      ])
    let filed = try #require(board.ledger.position(of: "RZ1", in: month))
    let pace = try #require(MoneyWords.pace(filed, in: month))
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/metrics.md"), encoding: .utf8)
    #expect(
      page.contains(
        "With a control total of \(million(42).millions) and \(million(-133).millions) to date at month "
          + "\(month.numberInNHSYear), the month left needs \(pace.needed.millions); each so "
          + "far brought \(pace.achieved.millions)."))
  }
}

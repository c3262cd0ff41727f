import Metrics
import Testing

struct BridgeTests {
  private func bridges(_ rows: [(Int, BridgeStep.Kind, String)]) -> [Bridge] {
    let steps = rows.enumerated().map { number, row in
      BridgeStep(
        organisation: "RXQ", period: Given.period("2018-03"), order: row.0, kind: row.1, title: "step \(row.0)",
        amount: Given.millions(row.2),
        rows: RowSpan(line: number + 2))
    }
    return Board(
      Given.system([Given.provider("RXQ")]), [Given.file("bridge.csv", finance: FinanceRecords(bridgeSteps: steps))]
    ).ledger.bridges
  }

  private func gaps(_ rows: [(Int, BridgeStep.Kind, String)]) -> [Int] {
    bridges(rows).flatMap(\.unreconciled).map(\.difference.pounds)
  }

  @Test func `a bridge that closes leaves nothing`() {
    #expect(gaps([(1, .opening, "6.5"), (2, .step, "(5.9)"), (3, .step, "0.4"), (4, .closing, "1.0")]).isEmpty)
  }

  @Test func `each sum starts again from the subtotal that is stated`() {
    #expect(
      gaps([(1, .opening, "6.5"), (2, .step, "(5.9)"), (3, .subtotal, "2.0"), (4, .step, "1.0"), (5, .closing, "5.0")])
        == [1_400_000, 2_000_000])
  }

  @Test(arguments: [("0.7", []), ("0.5", []), ("0.8", [200_000]), ("0.4", [-200_000])])
  func `a sum agrees within one unit of the last digit`(closing: String, gap: [Int]) {
    #expect(gaps([(1, .opening, "6.5"), (2, .step, "(5.9)"), (3, .closing, closing)]) == gap)
  }

  @Test(arguments: [(8, true), (2, true), (1, false)])
  func `half a unit of each amount could explain some differences`(steps: Int, could: Bool) {
    var rows: [(Int, BridgeStep.Kind, String)] = [(0, .opening, "1.0")]
    for step in 0..<steps { rows.append((step + 1, .step, "0.0")) }
    let unreconciled = bridges(rows + [(99, .closing, "1.2")]).first?.unreconciled.first
    #expect(unreconciled?.couldBeRounding == could)
  }

  @Test func `finer amounts have less to round than the coarse one beside them`() {
    let rows: [(Int, BridgeStep.Kind, String)] = [
      (1, .opening, "0.5"), (2, .step, "0.5"), (3, .step, "0.5"), (4, .step, "0.0"),
    ]
    let unreconciled = bridges(rows + [(5, .closing, "3")]).first?.unreconciled.first
    #expect(unreconciled?.difference.pounds == 1_500_000)
    #expect(unreconciled?.couldBeRounding == false)
  }

  @Test func `rows may stand in any order where each has a number of its own`() {
    let found = bridges([(3, .closing, "0.6"), (2, .step, "(5.9)"), (1, .opening, "6.5")])
    #expect(found.count == 1)
    #expect(found.first?.steps.map(\.order) == [1, 2, 3])
    #expect(found.flatMap(\.unreconciled).isEmpty)
  }

  @Test func `a second bridge of one organisation and month may count from 1 again`() {
    let found = bridges([
      (1, .opening, "6.5"), (2, .closing, "6.5"), (1, .opening, "(7.0)"), (2, .step, "1.0"), (3, .closing, "(6.0)"),
    ])
    #expect(found.map(\.steps.count) == [2, 3])
    #expect(found.flatMap(\.unreconciled).isEmpty)
  }

  @Test func `two steps with one number stay in the order of the file`() {
    let found = bridges([(1, .opening, "6.5"), (2, .step, "(5.9)"), (2, .step, "(1.0)"), (3, .closing, "(0.4)")])
    #expect(found.first?.steps.map(\.amount.pounds) == [6_500_000, -5_900_000, -1_000_000, -400_000])
    #expect(found.flatMap(\.unreconciled).isEmpty)
  }

  @Test func `without an opening no sum is made before the first subtotal`() {
    #expect(gaps([(1, .step, "(5.9)"), (2, .step, "1.1"), (3, .closing, "9.9")]).isEmpty)
    #expect(gaps([(1, .step, "(5.9)"), (2, .subtotal, "1.0"), (3, .closing, "9.9")]) == [8_900_000])
  }

  @Test func `a revised file's bridge stands for the original`() {
    func file(_ name: String, _ amount: String) -> Contribution {
      let steps = [BridgeStep.Kind.opening, .closing].enumerated().map { number, kind in
        BridgeStep(
          organisation: "RXQ", period: Given.period("2018-03"), order: number, kind: kind, title: kind.rawValue,
          amount: Given.millions(amount),
          rows: RowSpan(line: 2))
      }
      return Given.file(name, finance: FinanceRecords(bridgeSteps: steps))
    }
    let board = Board(Given.system([Given.provider("RXQ")]), [file("a.csv", "1.0"), file("a-revised.csv", "2.0")])
    #expect(board.ledger.bridges.map { $0.steps.map(\.amount) } == [[Given.millions("2.0"), Given.millions("2.0")]])
  }
}

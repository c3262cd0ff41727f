import Metrics
import TestSupport
import Testing

@testable import Extracts

@Suite struct `RTT extracts` {
  private static let head =
    "Period,Provider Org Code,Provider Org Name,Commissioner Org Code,Commissioner Org Name,RTT Part Type,"
    + "RTT Part Description,Treatment Function Code,Treatment Function Name,"

  private static func bands(_ weeks: [Int]) -> String {
    func two(_ week: Int) -> String { week < 10 ? "0\(week)" : "\(week)" }
    return weeks.map { "Gt \(two($0)) To \(two($0 + 1)) Weeks SUM 1," }.joined()
  }

  private static func row(
    _ provider: String, _ commissioner: String, _ function: String, _ bands: [Int?], _ total: String
  )
    -> String
  {
    let cells = bands.map { $0.map(String.init) ?? "" }.joined(separator: ",")
    return
      "RTT-May-2024,\(provider),TRUST,\(commissioner),CCG,Part_2,Incomplete Pathways,\(function),X,\(cells),\(total)\n"
  }

  /// A header with weeks 0 to 52 and an open band.
  private static let whole = head + bands(Array(0..<52)) + "Gt 52 Weeks SUM 1,Total All\n"

  private static func waits(_ counts: [Int: Int]) -> [Int?] { (0...52).map { counts[$0] } }

  @Test(arguments: [
    (
      Array(6..<52), true,
      """
      test.csv:1:10: error: the weekly bands begin at week 6; expected week 0; no share is computed from them
        fix: download the file again and do not save it from a spreadsheet
      """
    ),
    (
      Array(0..<17) + Array(18..<52), true,
      """
      test.csv:1:27: error: the weekly bands jump from week 17 to week 18; expected the column "Gt 17 To 18 Weeks SUM 1"
        fix: download the file again and do not save it from a spreadsheet
      """
    ),
    (
      Array(0..<51), false,
      """
      test.csv:1:60: error: the last weekly band is "Gt 50 To 51 Weeks SUM 1"; expected a band for everyone beyond
        fix: download the file again and do not save it from a spreadsheet
      """
    ),
  ])
  func `without all their bands give no share, and say so once`(weeks: [Int], isOpen: Bool, problem: String) {
    let header = Self.head + Self.bands(weeks) + (isOpen ? "Gt 52 Weeks SUM 1," : "") + "Total All\n"
    let bands = [Int?](repeating: 1, count: weeks.count + (isOpen ? 1 : 0))
    let read = contribution(
      header + Self.row("RXQ", "14Y", "C_100", bands, "52") + Self.row("RXQ", "14Y", "C_999", bands, "52"))
    #expect(read.problemTexts == [problem])
    #expect((read.rowsRead, read.rowsSkipped) == (2, 2))
    #expect(read.observations.isEmpty)
  }

  @Test func `say where Total All differs from the bands`() {
    let read = contribution(Self.whole + Self.row("RXQ", "14Y", "C_999", Self.waits([0: 300, 20: 100]), "407"))
    #expect(
      read.problemTexts == [
        """
        test.csv:2:63: warning: "Total All" is 407, but the bands add up to 400: a difference of 7; expected the same; the bands count
          fix: download the file again
        """
      ])
    #expect(read.problems.first?.amount == Ratio(7))
    #expect(read.figure(.incomplete, "RXQ", "2024-05") == .share(within: Count(300), of: Count(400)))
  }

  @Test func `say once, of the provider, where C_999 differs from its functions`() {
    let read = contribution(
      Self.whole + Self.row("RXQ", "NONC", "C_999", Self.waits([0: 1]), "1")
        + Self.row("RXQ", "14Y", "C_100", Self.waits([0: 300]), "300")
        + Self.row("RXQ", "14Y", "C_999", Self.waits([0: 305]), ""))
    #expect(
      read.problemTexts == [
        """
        test.csv:4: warning: the "C_999" rows of RXQ state 305, but its treatment functions add up to 300: a difference of 5; expected \
        the same; C_999 counts
          fix: download the file again
        """
      ])
  }

  @Test func `without C_999 are the sum of their functions, lists and patients who are not English too`() throws {
    let read = contribution(
      Self.whole + Self.row("RXQ", "14Y", "C_100", Self.waits([0: 300, 52: 2]), "302")
        + Self.row("RXQ", "14Y", "C_110", Self.waits([17: 5, 18: 5]), "10")
        + Self.row("RXQ", "NONC", "C_110", Self.waits([3: 7]), "7"))
    #expect(read.problemTexts == [])
    #expect(read.figure(.incomplete, "RXQ", "2024-05") == .share(within: Count(305), of: Count(312)))
    #expect(read.figure(.over52Weeks, "14Y", "2024-05") == .count(Count(2)))
    // Nobody is a figure: a chart of the months that had somebody would begin at one.
    #expect(
      read.figure(.over52Weeks, "14Y", "2024-05", BreakdownItem("treatment-function", "C_110")) == .count(Count(0)))
    let (english, others) = (
      try #require(read.figure(.incomplete, "RXQ", "2024-05")),
      try #require(read.figure(.incomplete, "RXQ", "2024-05", BreakdownItem("commissioner", "NONC")))
    )
    #expect(others == .share(within: Count(7), of: Count(7)))
    #expect(
      ReferenceFolder.documents.text("metrics.md").contains(
        "*Example.* A trust with \(english.text) within 18 weeks and \(others.text) for `NONC` is at \(english.text)."))
    #expect(read.waitingLists.map { $0.bands.reduce(0, +) } == [312, 312])
  }

  @Test func `the whole of the functions is one however it is spelled`() {
    let read = contribution(
      Self.whole + Self.row("RXQ", "14Y", "C_100", Self.waits([0: 300]), "300")
        + Self.row("RXQ", "14Y", "C_999", Self.waits([0: 300]), "300")
        + Self.row("RXQ", "10Q", "C_100", Self.waits([20: 100]), "100")
        + Self.row("RXQ", "10Q", "c_999", Self.waits([20: 100]), "100")
        + Self.row("RXQ", "10Q", "C_999", Self.waits([20: 100]), "100"))
    #expect(read.figure(.incomplete, "RXQ", "2024-05") == .share(within: Count(300), of: Count(400)))
    #expect(read.figure(.incomplete, "14Y", "2024-05") == .share(within: Count(300), of: Count(300)))
    #expect(read.waitingLists.map { $0.bands.reduce(0, +) } == [400, 300, 100])
    #expect(read.problemTexts.count == 1)
    #expect(read.problemTexts.first?.contains("the row repeats line 5") == true)
  }

  @Test func `a hidden number hides the sums it is part of, and no other`() {
    let hidden = Self.row("RZ1", "11X", "C_100", Self.waits([3: 5]), "").replacing(",5,", with: ",*,")
    let whole = Self.row("RZ1", "11X", "C_999", Self.waits([3: 5]), "").replacing(",5,", with: ",*,")
    let read = contribution(
      Self.whole + hidden + whole + Self.row("RZ1", "12Y", "C_100", Self.waits([0: 7]), "7")
        + Self.row("RZ1", "12Y", "C_999", Self.waits([0: 7]), "7"))
    #expect(read.problemTexts == [])
    #expect(read.rowsSkipped == 0)
    for part in [nil, BreakdownItem("treatment-function", "C_100")] {
      #expect(read.figure(.incomplete, "RZ1", "2024-05", part) == .suppressed)
      #expect(read.figure(.over52Weeks, "11X", "2024-05", part) == .suppressed)
      #expect(read.figure(.incomplete, "12Y", "2024-05", part) == .share(within: Count(7), of: Count(7)))
    }
    #expect(read.waitingLists.map(\.organisation) == ["12Y"])
    // C_999 is held against the functions of providers, and the whole of the one provider is hidden.
    #expect(read.statedTotals.map(\.stated) == [Ratio(14)])
  }

  @Test func `a hidden number hides the whole that treatment functions come to`() {
    let hidden = Self.row("RZ1", "11X", "C_100", Self.waits([3: 5]), "").replacing(",5,", with: ",*,")
    let read = contribution(Self.whole + hidden + Self.row("RZ1", "11X", "C_110", Self.waits([0: 7]), "7"))
    #expect(read.figure(.incomplete, "RZ1", "2024-05") == .suppressed)
    #expect(read.waitingLists.isEmpty)
  }

  @Test func `a part in an unknown spelling is said once, with how many rows it leaves out`() {
    let row = Self.row("RZ1", "11X", "C_100", Self.waits([0: 7]), "7")
    let rows = ["Part_2", "Part 2", "Part 2", "Part_1A", "PART_3", "part_2a"].map { row.replacing("Part_2", with: $0) }
    let read = contribution(Self.whole + rows.joined())
    #expect((read.rowsRead, read.rowsSkipped) == (6, 2))
    #expect(
      read.problemTexts == [
        """
        test.csv:3:6: error: "RTT Part Type" is "Part 2" in 2 rows, which are left out; expected Part_1A, Part_1B, Part_2, \
        Part_2A or Part_3
          fix: write the part as it is published, or download the file again
        """
      ])
  }
}

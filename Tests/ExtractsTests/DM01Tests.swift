import Metrics
import Testing

@testable import Extracts

/// DM01 rows, their row TOTAL and their bands.
@Suite struct `diagnostics` {
  private static let bands =
    ["00 < 01 Week"] + (1...12).map { "\($0 < 10 ? "0" : "")\($0) < \($0 < 9 ? "0" : "")\($0 + 1) Weeks" } + [
      "13+ Weeks"
    ]

  /// A file of rows of a provider, a commissioner, a test, the first band, ten in each other band, and the total.
  private static func file(_ rows: String..., without band: String? = nil) -> String {
    let head = ["Period", "Provider Org Code", "Commissioner Org Code", "Diagnostic Tests"] + bands + ["Total WL"]
    let left = head.indices.filter { head[$0] != band }
    let lines = rows.map { row in
      let cells = row.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let all =
        ["DM01-MAY-2026", cells[0], cells[1], cells[2], cells[3]] + Array(repeating: "10", count: 13) + [cells[4]]
      return left.map { all[$0] }.joined(separator: ",")
    }
    return ([left.map { head[$0] }.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  private static func whole(_ text: String, of organisation: OrganisationCode = "RZ1") -> Measurement? {
    contribution(text).figure(.diagnostics, organisation, "2026-05")
  }

  private static func share(_ within: Int, _ of: Int) -> Measurement { .share(within: Count(within), of: Count(of)) }

  @Test func `a hidden test hides the whole that its tests come to, and is no 0 in it`() {
    let text = Self.file("RZ1 11X MRI * *", "RZ1 11X CT 5 135")
    #expect(Self.whole(text) == .suppressed)
    #expect(Self.whole(text, of: "11X") == .suppressed)
    #expect(contribution(text).problemTexts == [])
  }

  @Test func `a row TOTAL states the whole although a test is hidden, and nothing is held against an unknown sum`() {
    let text = Self.file("RZ1 11X MRI * 140", "RZ1 11X CT 5 135", "RZ1 11X TOTAL 15 145")
    #expect(Self.whole(text) == Self.share(65, 145))
    #expect(contribution(text).problemTexts == [])
    #expect(contribution(text).statedTotals.map(\.title) == ["Total WL"])
  }

  @Test func `tests that are known count where the row TOTAL is hidden`() {
    #expect(Self.whole(Self.file("RZ1 11X MRI 10 140", "RZ1 11X TOTAL * *")) == Self.share(60, 140))
  }

  @Test func `a commissioner without a row TOTAL is not lost beside one that has it`() {
    let text = Self.file("RZ1 11X MRI 10 140", "RZ1 12Y MRI 10 140", "RZ1 11X TOTAL 10 140")
    #expect(Self.whole(text) == Self.share(120, 280))
    #expect(contribution(text).problemTexts == [])
    let selection = RowSelection(metric: .diagnostics, organisation: "RZ1", period: Period("2026-05") ?? .undated)
    #expect(reading(text, selecting: selection).sourceRows.map(\.line) == [3, 4])
  }

  @Test func `a row TOTAL that differs from its tests counts, as the problem says`() {
    let text = Self.file("RZ1 11X MRI 10 140", "RZ1 11X TOTAL 9 139")
    #expect(Self.whole(text) == Self.share(59, 139))
    #expect(
      contribution(text).problemTexts.first == """
        test.csv:3: warning: the "TOTAL" rows of RZ1 state 139, but its tests add up to 140: a difference of 1; expected the same; TOTAL \
        counts
          fix: download the file again
        """)
  }

  @Test func `a difference in those under six weeks alone is said with its size`() {
    let text = Self.file("RZ1 NONC MRI 10 140", "RZ1 NONC TOTAL 10 140").replacing(
      "TOTAL,10,10,10,10,10,10,10", with: "TOTAL,10,10,10,10,10,9,11")
    #expect(
      contribution(text).problemTexts == [
        """
        test.csv:3: warning: the "TOTAL" rows of RZ1 state 59 under 6 weeks, but its tests add up to 60: a difference of 1; expected the \
        same; TOTAL counts
          fix: download the file again
        """
      ])
  }

  @Test func `Total WL is among the totals of the file`() {
    let totals = contribution(Self.file("RZ1 11X MRI 10 140", "RZ1 11X CT 5 136")).statedTotals
    #expect(totals.map(\.title) == ["Total WL"])
    #expect(totals.map(\.stated) == [Ratio(276)])
    #expect(totals.map(\.summed) == [Ratio(275)])
  }

  @Test(arguments: [
    (
      "08 < 09 Weeks",
      """
      test.csv:1:13: error: the weekly bands jump from week 8 to week 9; expected the column "08 < 09 Weeks"
        fix: download the file again and do not save it from a spreadsheet
      """
    ),
    (
      "00 < 01 Week",
      """
      test.csv:1:5: error: the weekly bands begin at week 1; expected week 0; no share is computed from them
        fix: download the file again and do not save it from a spreadsheet
      """
    ),
    (
      "13+ Weeks",
      """
      test.csv:1:17: error: the last weekly band is "12 < 13 Weeks"; expected a band for everyone beyond
        fix: download the file again and do not save it from a spreadsheet
      """
    ),
  ])
  func `no share is computed where a band is missing`(band: String, problem: String) {
    let read = contribution(Self.file("RZ1 11X MRI 10 130", "RZ1 11X CT 10 130", without: band))
    #expect(read.problemTexts == [problem])
    #expect(read.observations.isEmpty)
    #expect(read.rowsSkipped == 2)
  }
}

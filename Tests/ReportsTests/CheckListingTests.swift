import Metrics
import Testing

@testable import Dashboard
@testable import Reports

/// What `check` says of a board.
@Suite struct CheckListingTests {
  @Test func `each file is summed up, then every problem stands in its own words`() {
    let text = CheckListing(TinyBoard.board).text
    #expect(
      text.hasPrefix(
        """
        ae.csv
          layout         A&E monthly, from August 2020
          encoding       Windows-1252
          rows           5 read, 1 skipped
          periods        Jan 2018 to Feb 2018, 2 periods
          organisations  2
          totals         2 stated, 1 differs

        bridge.csv
          layout         finance bridge
          encoding       UTF-8
          rows           2 read, 0 skipped
          periods        Feb 2018
          organisations  1
          totals         none stated

        ae.csv:3:21: error: "Attendances" is "n/a"; expected a whole number
          fix: leave the cell empty
        """))
    #expect(CheckListing(TinyBoard.board).hasErrors)
  }

  @Test func `the last line counts files and problems`() {
    let board = Board(.everything, [], problems: [TinyBoard.problem, Problem(.warning, "a"), Problem(.warning, "b")])
    #expect(CheckListing(board).text.hasSuffix("\n\n0 files, 1 error, 2 warnings"))
  }

  @Test func `the object holds each file with its totals`() {
    let lines = CheckListing(TinyBoard.board).json.split(separator: "\n").map(String.init)
    #expect(lines[0...1] == ["{", "  \"schema\": 1,"])
    #expect(
      lines[3] == """
            {"file": "ae.csv", "layout": "A&E monthly", "generation": "from August 2020", "encoding": "Windows-1252", \
        "rows_read": 5, "rows_skipped": 1, "periods": {"first": "2018-01", "last": "2018-02", "count": 2}, \
        "organisations": 2, "totals": [{"title": "Attendances", "stated": 200, "summed": 200, "line": 6}, \
        {"title": "Over 4 hours", "stated": 25, "summed": 20, "line": 6}], "superseded_by": null},
        """)
  }

  @Test func `a file whose revision is there too is said to be superseded`() {
    func month(_ name: String) -> Contribution {
      let figure = Observation(
        .fourHour, of: "RZ1", in: Period("2018-02") ?? .undated, .rate(Decimal(90)), rows: RowSpan(line: 2))
      return Contribution(file: SourceFile(name: name), layout: "A&E monthly", observations: [figure])
    }
    let board = Board(.everything, [month("February.csv"), month("February-revised.csv")])
    let text = CheckListing(board).text
    #expect(text.split(separator: "superseded").count == 2)
    #expect(text.contains("\n  superseded     by February-revised.csv, whose figures count"))
    #expect(CheckListing(board).json.contains("\"superseded_by\": \"February-revised.csv\""))
  }

  @Test func `a file that no layout fits is said to be one`() {
    let board = Board(.everything, [Contribution(file: SourceFile(name: "x.csv"), layout: "")])
    #expect(CheckListing(board).text == "x.csv\n  layout         none fits\n\n1 file, no problems")
  }

  @Test func `the sheets of a workbook that were not read are listed with why, and a hidden one that was read says so`()
  {
    let hidden = SourceSheet(name: "Raw", hiding: "hidden")
    var board = Board(
      .everything, [Contribution(file: SourceFile(name: "a.xlsx:Raw", sheet: hidden), layout: "performance")])
    board.unreadSheets = [
      UnreadSheet(file: "a.xlsx", sheet: SourceSheet(name: "Cover"), reason: "the file is empty"),
      UnreadSheet(file: "a.xlsx", sheet: SourceSheet(name: "Lists", hiding: "very hidden"), reason: "a chart"),
    ]
    let listing = CheckListing(board)
    #expect(listing.text.hasPrefix("a.xlsx:Raw (hidden sheet)\n  layout         performance\n"))
    #expect(
      listing.text.hasSuffix(
        """


        a.xlsx: 2 sheets not read
          Cover: the file is empty
          Lists (very hidden): a chart

        1 file, no problems
        """))
    #expect(
      listing.json.contains(
        "{\"file\": \"a.xlsx\", \"sheet\": \"Cover\", \"hidden\": false, \"reason\": \"the file is empty\"}"))
  }

  @Test func `an escape sequence in a problem is shown, not sent`() {
    let problem = Problem(.warning, file: "a\u{1B}[2J.csv", "name is \"\u{9B}31m\nfix: forged\"")
    #expect(!problem.shownText.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }
}

import Metrics
import Testing

@testable import Dashboard
@testable import Reports

/// What `print` says of a board.
@Suite struct FigureListingTests {
  private func lines(_ listing: FigureListing, with word: String) -> [String] {
    listing.json(asAt: Day("2018-03-20")!).split(separator: "\n").map(String.init).filter {
      $0.contains("\"\(word)\"") && $0.contains("\"metric\"")
    }
  }

  @Test func `the object names the system, the day, figures and problems`() {
    let text = FigureListing(TinyBoard.board).json(asAt: Day("2018-03-20")!)
    #expect(
      text.hasPrefix(
        """
        {
          "schema": 1,
          "system": {"code": "QZ9", "name": "Northmere \\"fictional\\""},
          "as_at": "2018-03-20",
          "figures": [
        """))
    #expect(
      text.contains(
        """
          "problems": [
            {"severity": "error", "file": "ae.csv", "line": 3, "column": 21, "message": "\\"Attendances\\" is \\"n/a\\"", \
        "expected": "a whole number", "fix": "leave the cell empty", "amount": 2.5},
        """))
  }

  @Test func `each organisation stands with the latest period, one without a return with null`() {
    let expected = [
      """
          {"metric": "ae.four-hour", "organisation": "QZ9", "organisation_name": "Northmere \\"fictional\\"", \
      "role": "system", "period": "2018-02", "breakdown": null, "item": null, "numerator": 180, "denominator": 200, \
      "value": 90, "unit": "percent", "target": 95, "target_kind": "standard", "variance": -5, "favourable": null, \
      "gap": null, "source": null
      """,
      """
          {"metric": "ae.four-hour", "organisation": "RZ1", "organisation_name": "General \\u001b[31m", \
      "role": "provider", "period": "2018-02", "breakdown": null, "item": null, "numerator": 180, "denominator": 200, \
      "value": 90, "unit": "percent", "target": 95, "target_kind": "standard", "variance": -5, "favourable": false, \
      "gap": 10, "source": {"file": "ae.csv", "line": 4, "rows": 2}
      """,
      """
          {"metric": "ae.four-hour", "organisation": "RZ2", "organisation_name": "Keldholme", "role": "provider", \
      "period": "2018-02", "breakdown": null, "item": null, "numerator": null, "denominator": null, "value": null, \
      "unit": "percent", "target": 95, "target_kind": "standard", "variance": null, "favourable": null, "gap": null, \
      "source": null
      """,
    ]
    let lines = lines(FigureListing(TinyBoard.board), with: "ae.four-hour")
    #expect(lines.count == 3)
    for (line, start) in zip(lines, expected) { #expect(line.hasPrefix(start), "\(line)") }
  }

  @Test func `all periods come in order of time, unrounded`() {
    let lines = lines(FigureListing(TinyBoard.board, allPeriods: true), with: "RZ1").filter { $0.contains("four-hour") }
    #expect(lines.map { $0.contains("\"2018-01\"") } == [true, false])
    #expect(lines[0].contains("\"value\": 33.333333333333336") && lines[0].contains("\"gap\": 2"))
  }

  @Test func `breakdowns add the parts`() {
    let lines = lines(FigureListing(TinyBoard.board, breakdowns: true), with: "RZ1").filter { $0.contains("four-hour") }
    #expect(lines.count == 2)
    #expect(lines[1].contains("\"breakdown\": \"department\", \"item\": \"1\", \"numerator\": 80"))
  }

  @Test func `steps and schemes stand in the item, money in pounds`() {
    let listing = FigureListing(TinyBoard.board)
    let steps = lines(listing, with: "finance.bridge")
    #expect(steps.count == 2)
    #expect(steps[0].contains("\"breakdown\": \"opening\", \"item\": \"Control total\""))
    #expect(steps[0].contains("\"value\": 6500000, \"unit\": \"pounds\", \"target\": null"))
    let schemes = lines(listing, with: "finance.savings")
    #expect(schemes.count == 1)
    #expect(schemes[0].contains("\"item\": \"Agency\""))
    #expect(
      schemes[0].contains(
        "\"target\": 2000000, \"target_kind\": \"local\", \"variance\": -500000, \"favourable\": false"))
  }

  @Test func `the text is a table a metric, with nothing a terminal could obey`() {
    let text = FigureListing(TinyBoard.board).text(asAt: Day("2018-03-20")!)
    #expect(
      text.hasPrefix(
        """
        QZ9 Northmere "fictional", as at 20 Mar 2018

        A&E four-hour  ae.four-hour
          organisation  period       %  target  variance  breaches over  source
          Northmere     Feb 2018  90.0    95.0     ▼ 5.0                 total, 1 of 2 returned
          General       Feb 2018  90.0    95.0     ▼ 5.0             10  ae.csv:4 and 1 more
          Keldholme     Feb 2018     –    95.0                           no return

        Bridge  finance.bridge
          organisation  part           period     £m  source
          General       Control total  Feb 2018  6.5  bridge.csv:2
          General       Outturn        Feb 2018  6.5  bridge.csv:3

        Savings schemes  finance.savings
          organisation  part    period     £m  target  variance  short of target  source
          General       Agency  Feb 2018  1.5     2.0     ▼ 0.5              0.5  bridge.csv:4
        """))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `a board without a figure says so`() {
    let text = FigureListing(Board(TinyBoard.system, [])).text(asAt: Day("2018-03-20")!)
    #expect(text.contains("nothing has been returned"))
  }
}

import Metrics
import Testing

@testable import Extracts

/// Quotes that are opened in one row and closed in another.
@Suite struct `a quote that takes in rows` {
  private static let head =
    "Period,Org Code,Org name,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Type 3,"
    + "Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department\n"
  private static func row(_ code: String, _ name: String) -> String { "MSitAE-MAY-2020,\(code),\(name),10,,,1,,\n" }
  private static func problem(_ line: Int, _ lines: String) -> String {
    """
    test.csv:\(line): error: a quote opened here swallows the next \(lines); expected a closing " in the same row
      fix: close the quote, or download the file again; the rows below it are read, this one is left out
    """
  }

  private static func organisations(_ read: Contribution) -> [String] { read.organisations.map(\.code.text) }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `leaves out its own row and loses none of the others`(end: String) {
    let rows = [("RZ1", "A"), ("RZ2", "\"B"), ("RZ3", "C"), ("RZ4", "x\" y"), ("RZ5", "D")].map { Self.row($0, $1) }
    let text = (Self.head + rows.joined()).replacing("\n", with: end)
    for block in [1, 7, 1000] {
      let read = reading(text, block: block).contribution
      #expect(Self.organisations(read) == ["RZ1", "RZ3", "RZ4", "RZ5"])
      #expect(read.problemTexts == [Self.problem(3, "2 lines")])
      #expect((read.rowsRead, read.rowsSkipped) == (5, 1))
    }
  }

  @Test func `is found by the number of fields where another quote closes it`() {
    let rows = [("RZ2", "\"B"), ("RZ3", "C"), ("RZ5", "\"Quoted, name\""), ("RZ6", "D")].map { Self.row($0, $1) }
    let read = contribution(Self.head + rows.joined())
    #expect(Self.organisations(read) == ["RZ3", "RZ5", "RZ6"])
    #expect(read.problemTexts == [Self.problem(2, "2 lines")])
  }

  @Test func `may stand in the last two rows, without a last line end`() {
    let read = contribution(Self.head + Self.row("RZ2", "\"B") + Self.row("RZ3", "x\" y").dropLast())
    #expect(Self.organisations(read) == ["RZ3"])
    #expect(read.problemTexts == [Self.problem(2, "line")])
    #expect(reading(Self.head + Self.row("RZ2", "\"B") + Self.row("RZ3", "x\" y").dropLast()).isComplete)
  }

  @Test func `is none where a name or a note goes on in a second line`() {
    let name = contribution(Self.head + Self.row("RZ1", "\"Fellgate,\nGeneral\"") + Self.row("RZ2", "B"))
    #expect(Self.organisations(name) == ["RZ1", "RZ2"])
    #expect(name.errors == [])
    let note = contribution(
      "metric,organisation,period,numerator,denominator,value,note\n"
        + "ae.four-hour,RD8,2017-10,1,2,,\"a note, that\ngoes on, and on, and, on, and, on, and on\"\n")
    #expect(note.problemTexts == [])
    #expect(note.observations.count == 1)
  }
}

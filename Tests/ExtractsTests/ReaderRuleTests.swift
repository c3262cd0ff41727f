import Metrics
import Testing

@testable import Extracts

/// The rules that every layout relies on, shown on sitrep's own performance layout.
@Suite struct `reader rules` {
  private static let head = "metric,organisation,period,numerator,denominator,value\n"
  private static let row = "ae.four-hour,RD8,2017-10,311,352,\n"

  private static let dialects: [(String, String)] = [
    ("CRLF", "metric,organisation,period,numerator,denominator,value\r\nae.four-hour,RD8,2017-10,311,352,\r\n"),
    ("CR", "metric,organisation,period,numerator,denominator,value\rae.four-hour,RD8,2017-10,311,352,\r"),
    ("no last newline", head + "ae.four-hour,RD8,2017-10,311,352,"),
    ("byte order mark", "\u{FEFF}" + head + row),
    ("preamble", "Performance of the trust,\n\n\"two\nlines\",x\n" + head + row),
    ("spelling of names", " Metric ,ORGANISATION,\"period\",Numerator,denominator,  value\n" + row),
    (
      "unknown, nameless and junk columns",
      ",metric,a,organisation,period,numerator,denominator,value,,\n,ae.four-hour,1,RD8,2017-10,311,352,,,\n"
    ),
    ("quoted fields", head + "\"ae.four-hour\",\"RD8\",\"2017-10\",\"311\",\"352\",\"\"\n"),
    ("spaces and no-break spaces", head + " ae.four-hour ,\u{A0}RD8\u{A0},2017-10, 311 ,352,\n"),
    ("blank rows", head + "\n,,,,,\n" + row + ",,,,,\n\n"),
    ("semicolons", "metric;organisation;period;numerator;denominator;value\nae.four-hour;RD8;2017-10;311;352;\n"),
    ("tabs", "metric\torganisation\tperiod\tnumerator\tdenominator\tvalue\nae.four-hour\tRD8\t2017-10\t311\t352\t\n"),
    ("trailing empty fields", head + "ae.four-hour,RD8,2017-10,311,352,,,,\n"),
  ]

  @Test(arguments: dialects)
  func `a dialect changes nothing`(name: String, text: String) {
    for block in [1, 5, 1 << 16] {
      let read = reading(text, block: block)
      #expect(read.contribution.errors == [], "\(name)")
      #expect(
        read.contribution.observations.map(\.measurement) == [.share(within: Count(311), of: Count(352))], "\(name)")
      #expect(read.isComplete, "\(name)")
    }
  }

  private static let quotes: [(String, [String])] = [
    ("a\"b,c", ["a\"b", "c"]), ("\"a\"\"b\",c", ["a\"b", "c"]), ("\"a\"b\"c\",d", ["ab\"c\"", "d"]),
    ("\"a,\nb\",c", ["a,\nb", "c"]), (",", ["", ""]), ("\"\",x", ["", "x"]), ("a, \"b\"", ["a", " \"b\""]),
  ]

  @Test(arguments: quotes)
  func `quotes are read as spreadsheets read them`(text: String, fields: [String]) {
    var splitter = RecordSplitter(separator: UInt8(ascii: ","))
    var record = Record()
    var position = 0
    var text = text
    text.withUTF8 { bytes in
      let found = splitter.next(in: UnsafeRawBufferPointer(bytes), from: &position, into: &record)
      #expect(!found)
    }
    let ended = splitter.finish(into: &record)
    #expect(ended)
    #expect(record.texts == fields)
  }

  private static let mistakes: [(String, String)] = [
    ("", "test.csv: error: the file is empty; expected a header and rows\n  fix: download the file again"),
    (
      "PK\u{3}\u{4}rest",
      """
      test.csv: error: the file looks like a workbook or zip; expected CSV
        fix: rename it to end in .xlsx, .xls, .ods or .zip, as what it is
      """
    ),
    ("ab\u{0}cd", "test.csv: error: the file is not text; expected CSV\n  fix: export the data as CSV"),
    (
      "m\u{0}e\u{0}t\u{0}r\u{0}",
      """
      test.csv: error: the text is UTF-16 (little-endian); expected UTF-8 or Windows-1252
        fix: save it as CSV UTF-8
      """
    ),
    (
      "m\u{0}e\u{0}\u{13}\u{20}r\u{0}i\u{0}c\u{0},\u{0}o\u{0}r\u{0}g\u{0}",
      """
      test.csv: error: the text is UTF-16 (little-endian); expected UTF-8 or Windows-1252
        fix: save it as CSV UTF-8
      """
    ),
    (
      "\u{0}\u{0}\u{0}m\u{0}\u{0}\u{0}e\u{0}\u{0}\u{0}t",
      """
      test.csv: error: the text is UTF-32 (big-endian); expected UTF-8 or Windows-1252
        fix: save it as CSV UTF-8
      """
    ),
    (
      "Hospital,Week ending,Over 30 min\nFellgate,18/02/2018,41\nTotal,18/02/2018,41\n",
      """
      test.csv:1: error: no layout fits this file, whose columns are "Hospital", "Week ending", "Over 30 min"; expected a \
      published file, or a file that a [[layout]] describes
        fix: run sitrep draft with this file: it writes a [[layout]] for system.toml to start from
      """
    ),
    (
      head,
      """
      test.csv:1: error: performance, but no rows under the header; expected rows of data
        fix: download the file again
      """
    ),
    (
      "metric,organization,period,numerator,denominator\n",
      """
      test.csv:1: error: no layout fits this file; the nearest is performance, which lacks the columns \
      "organisation", "value"; expected a header with the names as published
        fix: put the published names back into the header, or download the file again
      """
    ),
    (
      "\"" + head + row,
      """
      test.csv:1: error: a quote opened here is not closed by the end of the file; expected a closing "
        fix: close the quote, or download the file again; the rows before it are used
      """
    ),
    (
      head + row + "ae.four-hour,\"RD9,2017-10,311,352,\n",
      """
      test.csv:3: error: a quote opened here is not closed by the end of the file; expected a closing "
        fix: close the quote, or download the file again; the rows before it are used
      """
    ),
    (
      head + row + "ae.four-hour,RD9\n",
      """
      test.csv:3: error: the row has 2 fields; expected 6
        fix: correct the row, or download the file again
      """
    ),
    (
      head + row + "ae.four-hour,RD9,2017-10,311,352,,7\n",
      """
      test.csv:3: error: the row has 7 fields; expected 6
        fix: put a text with commas in quotes, or download the file again
      """
    ),
    (
      head + row + "ae.four-hour,RD9,2017-10,3",
      """
      test.csv:3: error: the file ends inside this row, after 4 fields; expected 6
        fix: wait until the file is written, or download it again
      """
    ),
  ]

  @Test(arguments: mistakes)
  func `what is wrong is said once, with its place and what to do`(text: String, problem: String) {
    let read = contribution(text)
    #expect(read.problemTexts == [problem])
  }

  @Test(arguments: [true, false])
  func `a header that does not end is said to be none, with the line it starts on`(isQuoted: Bool) {
    let text =
      isQuoted
      ? "Monthly figures\n\n\"" + Self.head + String(repeating: Self.row, count: 20_000)
      : String(repeating: "a column,", count: 80_000) + "\n" + Self.row
    #expect(
      contribution(text).problemTexts == [
        """
        test.csv:\(isQuoted ? 3 : 1): error: no header was found: the row that starts here does not end within 64 KB; \
        expected a header that names the columns as published, in the first 64 KB
          fix: look for a quote that is not closed, or for line ends that are missing, or download the file again
        """
      ])
  }

  @Test func `problems beyond two hundred are counted`() {
    let read = contribution(Self.head + String(repeating: "ae.four-hour,RD8,2017-10,x,352,\n", count: 1000))
    #expect(read.problems.count == 201)
    #expect((read.rowsRead, read.rowsSkipped) == (1000, 1000))
    #expect(
      read.problems.last?.text
        == "test.csv: error: 800 more problems of this file are not listed\n  fix: correct the ones above first")
  }

  @Test func `Windows-1252 is detected and said`() {
    let head =
      "Period,Org Code,Org name,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Type 3,"
      + "Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department\r\n"
    var bytes = Array((head + "MSitAE-MAY-2020,RXQ,ST BR?GID?S?,1,0,0,0,0,0\r\n").utf8)
    for byte: UInt8 in [0xCD, 0x92, 0xA0] {
      if let place = bytes.firstIndex(of: UInt8(ascii: "?")) { bytes[place] = byte }
    }
    let read = reading(bytes).contribution
    #expect(read.encoding == "Windows-1252")
    #expect(read.organisations.map(\.name) == ["ST BRÍGID’S"])
  }

  private static let unicode: [(String, [UInt8])] = [
    ("little-endian", [0xFF, 0xFE] + Array("metric".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
    ("big-endian", [0xFE, 0xFF] + Array("metric".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }),
    ("big-endian", Array("metric".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }),
  ]

  @Test(arguments: unicode)
  func `UTF-16 is named, not guessed at`(order: String, bytes: [UInt8]) {
    #expect(
      reading(bytes).contribution.problemTexts == [
        """
        test.csv: error: the text is UTF-16 (\(order)); expected UTF-8 or Windows-1252
          fix: save it as CSV UTF-8
        """
      ])
  }

  @Test(arguments: [("semicolons", ";"), ("tabs", "\t")])
  func `what separates fields instead of commas is said`(name: String, separator: String) {
    let text = (Self.head + Self.row).split(separator: ",", omittingEmptySubsequences: false)
    #expect(
      contribution(text.joined(separator: separator)).problemTexts == [
        """
        test.csv:1: warning: the fields are separated by \(name), not commas
          fix: nothing, if the figures look right
        """
      ])
  }

  @Test func `a suppressed small number is its own thing, alone and among counts`() {
    let read = contribution(
      Self.head + "ae.four-hour,RD8,2017-10,,,*\nae.four-hour,RD9,2017-10,*,352,\nae.twelve-hour,RD8,2017-10,,,*\n"
    )
    #expect(read.problemTexts == [])
    #expect(read.observations.map(\.measurement) == [.suppressed, .suppressed, .suppressed])
  }

  @Test(arguments: [
    (65_534, true), (65_535, true), (65_536, false), (1_048_574, true), (1_048_575, true), (1_048_576, false),
    (12, false),
  ])
  func `a sheet holds 65,536 rows or 1,048,576, its header among them or not`(rows: Int, isTruncation: Bool) {
    #expect((RowStream.isTruncation(rows) || RowStream.isTruncation(rows + 1)) == isTruncation)
  }

  @Test func `a file as long as an old spreadsheet can hold is warned of`() {
    let read = contribution(
      "metric,organisation,period,kind,value\n"
        + String(repeating: "ae.four-hour,RD8,2017-10,trajectory,92.5\n", count: 65_535))
    #expect(read.problems.map(\.severity) == [.warning])
    #expect(read.problems.first?.message.hasPrefix("the file ends after ") == true)
  }

  @Test func `the rows of a figure are the rows it was summed from`() throws {
    let bytes = try projectBytes("Fixtures/layouts/rtt-104-weeks.csv")
    func lines(_ organisation: OrganisationCode, _ part: BreakdownItem?) -> [Int] {
      let month = Period("2024-11") ?? .undated
      let selection = RowSelection(metric: .incomplete, organisation: organisation, period: month, part: part)
      return reading(bytes, selecting: selection).sourceRows.map(\.line)
    }
    #expect(lines("RZ1", nil) == [5, 8])
    #expect(lines("RZ1", BreakdownItem("treatment-function", "C_110")) == [4, 7])
    #expect(lines("RZ1", BreakdownItem("commissioner", "NONC")) == [11])
    #expect(lines("99Z", nil) == [5, 14])
  }

  @Test func `the rows of money are found by its title`() throws {
    let bytes = try projectBytes("Fixtures/layouts/finance-bridge.csv")
    let month = Period("2018-03") ?? .undated
    let all = RowSelection(metric: .bridge, organisation: "RXQ", period: month)
    let one = RowSelection(
      metric: .bridge, organisation: "RXQ", period: month, part: BreakdownItem("step", "STF not earned"))
    #expect(reading(bytes, selecting: all).sourceRows.map(\.line) == [2, 3, 4, 5])
    #expect(reading(bytes, selecting: one).sourceRows.map(\.fields.last) == ["(5.9)"])
    #expect(
      reading(bytes, selecting: one).columns == ["organisation", "period", "unit", "order", "kind", "step", "amount"])
  }
}

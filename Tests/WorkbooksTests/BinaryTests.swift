import Testing

@testable import Workbooks

@Suite struct BinaryTests {
  /// Enough to make a stream too long for the small sectors.
  private let padding = record(0x1B6, [UInt8](repeating: 7, count: 5000))

  @Test func `numbers are read in each of their forms`() throws {
    let text = try rows(
      BinaryFixture([
        record(0x203, cell(0, 0) + double(8123)), record(0x27E, cell(0, 1) + little(31_500 << 2 | 3, 4)),
        record(0x27E, cell(0, 2) + little(-5 << 2 | 2, 4)),
        record(0x27E, cell(0, 3) + little(Int((1.5).bitPattern >> 32), 4)),
        record(
          0xBD,
          little(2, 2) + little(1, 2) + little(0, 2) + little(7 << 2 | 2, 4) + little(0, 2) + little(8 << 2 | 2, 4)
            + little(2, 2)),
      ]).bytes
    ).text
    #expect(text == "8123,315,-5,1.5\n\n,7,8,\n")
  }

  @Test func `a formula is what it came to, its text in a record behind it`() throws {
    let special = { (kind: UInt8, value: UInt8) in [kind, 0, value, 0, 0, 0, 0xFF, 0xFF] as [UInt8] }
    let text = try rows(
      BinaryFixture([
        record(0x06, cell(0, 0) + double(0.5) + little(0, 8)), record(0x06, cell(0, 1) + special(0, 0) + little(0, 8)),
        record(0x4BC, little(0, 10)), record(0x207, narrow("shared, text")),
        record(0x06, cell(0, 2) + special(1, 1) + little(0, 8)),
        record(0x06, cell(0, 3) + special(2, 7) + little(0, 8)),
        record(0x06, cell(0, 4) + special(3, 0) + little(0, 8)),
        record(0x205, cell(0, 5) + [42, 1]), record(0x205, cell(0, 6) + [0, 0]), record(0x207, narrow("of no formula")),
      ]).bytes
    ).text
    #expect(text == "0.5,\"shared, text\",TRUE,#DIV/0!,,#N/A,FALSE\n")
  }

  @Test(arguments: [
    (0, "#NULL!"), (7, "#DIV/0!"), (15, "#VALUE!"), (23, "#REF!"), (29, "#NAME?"), (36, "#NUM!"), (42, "#N/A"),
  ])
  func `an error is its text`(_ code: Int, _ text: String) throws {
    #expect(try rows(BinaryFixture([record(0x205, cell(0, 0) + [UInt8(code), 1])]).bytes).text == text + "\n")
  }

  @Test func `texts of older writers stand in their cells`() throws {
    let text = try rows(
      BinaryFixture([
        record(0x204, cell(0, 0) + wide("Caf\u{E9} \u{1F600}")), record(0xD6, cell(0, 1) + narrow("rich")),
      ]).bytes
    ).text
    #expect(text == "Caf\u{E9} \u{1F600},rich\n")
  }

  /// "first", "second": cut at every place of the record, with the continuation in the same width or the other.
  @Test(arguments: 8...40, [false, true])
  func `shared texts may be cut anywhere, and change their width there`(_ cut: Int, _ turns: Bool) throws {
    let rich = little(6, 2) + [8] + little(1, 2) + Array("second".utf8) + [1, 2, 3, 4]
    let content = little(3, 4) + little(3, 4) + narrow("first") + rich + narrow("third")
    // Where characters begin and end: only there does the rest begin with a width of its own.
    let runs = [11..<16, 21..<27, 34..<39]
    guard cut < content.count else { return }
    var rest = Array(content[cut...])
    if let run = runs.first(where: { $0.contains(cut) }) {
      let left = run.upperBound - cut
      rest = turns ? [1] + rest[..<left].flatMap { [$0, 0] } + rest[left...] : [0] + rest
    }
    var book = BinaryFixture((0..<3).map { record(0xFD, cell(0, $0) + little($0, 4)) })
    book.sharedTexts = record(0xFC, Array(content[..<cut])) + record(0x3C, rest)
    #expect(try rows(book.bytes).text == "first,second,third\n")
  }

  @Test(arguments: [
    (14, "2026-03-01"), (22, "2026-03-01"), (0, "46082"), (9, "4608200%"), (17, "2026-03"), (164, "2026-03"),
    (165, "46082"),
    (21, "2026-03-01"),
  ])
  func `dates and percentages are told by the format of the cell`(_ format: Int, _ text: String) throws {
    let codes = [(164, "[$-409]mmm\\-yy"), (165, "0 \"days\"")]
    let book = BinaryFixture([record(0x203, cell(0, 0, 1) + double(46082))], formats: [0, format], codes: codes)
    #expect(try rows(book.bytes).text == text + "\n")
  }

  @Test func `days are counted from 1904 where the workbook says so`() throws {
    var book = BinaryFixture([record(0x203, cell(0, 0) + double(46082))], formats: [14])
    book.isOf1904 = true
    #expect(try rows(book.bytes).text == "2030-03-02\n")
  }

  @Test(arguments: [false, true], [false, true])
  func `a workbook is read from small and large sectors, in order and back to front`(
    _ isLarge: Bool, _ isReversed: Bool
  ) throws {
    var book = BinaryFixture(
      (0..<40).map { record(0x203, cell($0, 0) + double(Double($0))) } + (isLarge ? [padding] : []))
    book.container.isReversed = isReversed
    book.container.streams = [("\u{5}SummaryInformation", [1, 2, 3]), ("Other", [UInt8](repeating: 9, count: 9000))]
    #expect((book.stream.count < 4096) != isLarge)
    #expect(try rows(book.bytes).text == (0..<40).map { "\($0)\n" }.joined())
  }

  @Test
  func `sheets are known with their visibility, charts and macros have no rows, and a chart in a sheet is passed over`()
    throws
  {
    let chart =
      record(0x809, little(0x600, 2) + little(0x20, 2) + little(0, 12)) + record(0x203, cell(0, 0) + double(9))
      + record(0x0A, [])
    var book = BinaryFixture()
    book.sheets = [
      ("Shown", 0, 0, record(0x203, cell(0, 0) + double(1)) + chart + record(0x203, cell(1, 0) + double(2))),
      ("Hidden", 1, 0, record(0x203, cell(0, 0) + double(3))), ("Very", 2, 0, []),
      ("Chart", 0, 2, record(0x203, cell(0, 0) + double(4))),
      ("Macro1", 2, 1, record(0x203, cell(0, 0) + double(5))),
    ]
    let bytes = book.bytes
    let file = MemoryFile(bytes)
    let workbook = try Workbook(path: file.path)
    #expect(workbook.sheets.map(\.name) == ["Shown", "Hidden", "Very", "Chart", "Macro1"])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden, .visible, .veryHidden])
    #expect(workbook.sheets.map(\.kind) == [.table, .table, .table, .chart, .macro])
    #expect(try (0..<5).map { number in try rows(bytes, sheet: number).text } == ["1\n2\n", "3\n", "", "", ""])
  }

  @Test func `hidden rows and columns are read, and known`() throws {
    let found = try rows(
      BinaryFixture([
        record(0x7D, little(1, 2) + little(2, 2) + little(0, 4) + little(1, 2) + little(0, 2)),
        record(0x208, little(0, 12) + little(0x20, 2) + little(0, 2)), record(0x203, cell(0, 0) + double(1)),
        record(0x203, cell(1, 0) + double(2)),
      ]).bytes)
    #expect(found.text == "1\n2\n")
    #expect(found.shape.hiddenRows == 1)
    #expect(found.shape.hiddenColumns == [2...3])
  }
}

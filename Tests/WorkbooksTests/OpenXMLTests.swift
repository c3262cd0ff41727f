import Testing

@testable import Workbooks

@Suite struct OpenXMLTests {
  @Test func `a row of the sheet is a line, an empty row an empty line, and a column a field`() throws {
    let text = try rows(
      OpenXMLFixture(
        "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"D2\"><v>2</v></c></row><row r=\"5\"><c r=\"A5\"><v>3</v></c></row>"
      ).bytes
    ).text
    #expect(text == "\n,1,,2\n\n\n3,,,\n")
  }

  @Test func `a row whose last cells are empty has as many fields as the widest above it`() throws {
    let text = try rows(
      OpenXMLFixture(
        "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>"
      ).bytes
    ).text
    #expect(text == "1,2,3\n4,,\n")
  }

  @Test func `cells and rows that do not say where they stand follow each other`() throws {
    let text = try rows(
      OpenXMLFixture("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>").bytes
    ).text
    #expect(text == "\n,1,2\n3,,\n")
  }

  @Test func `cells out of order stand in their columns, and of two in one column the later counts`() throws {
    let text = try rows(
      OpenXMLFixture("<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>4</v></c></row>")
        .bytes
    ).text
    #expect(text == "1,,4\n")
  }

  @Test func `shared texts are read with their runs, without how they are pronounced`() throws {
    let texts = """
      <si><t>plain, with a comma</t></si><si><r><t xml:space="preserve">two </t></r><r><t>runs</t></r>\
      <rPh sb="0" eb="1"><t>NO</t></rPh></si><si><t/></si><si><t>a "quote" &amp; a&#10;line_x000D_</t></si>
      """
    let text = try rows(
      OpenXMLFixture(
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c></row>",
        sharedTexts: texts
      ).bytes
    ).text
    #expect(text == "\"plain, with a comma\",two runs,,\"a \"\"quote\"\" & a line \"\n")
  }

  @Test(arguments: [
    (#"<c t="inlineStr"><is><t>in line</t></is></c>"#, "in line"),
    (#"<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>NO</t></rPh></is></c>"#, "ab"),
    (#"<c t="str"><f>A1&amp;"x"</f><v>cached</v></c>"#, "cached"),
    (#"<c t="str"><f>A1</f></c>"#, ""),
    (#"<c><f t="shared" si="0"/><v>12.5</v></c>"#, "12.5"),
    (#"<c t="b"><v>1</v></c>"#, "TRUE"),
    (#"<c t="b"><v>0</v></c>"#, "FALSE"),
    (#"<c t="e"><f>1/0</f><v>#DIV/0!</v></c>"#, "#DIV/0!"),
    (#"<c t="e"><v>#REF!</v></c>"#, "#REF!"),
    (#"<c t="n"><v>4.2000000000000002</v></c>"#, "4.2"),
    (#"<c t="d"><v>2026-03-01T00:00:00</v></c>"#, "2026-03-01"),
    (#"<c t="d"><v>2026-03-01T08:30:00Z</v></c>"#, "2026-03-01 08:30:00"),
    (#"<c t="n"><v>n/a</v></c>"#, "n/a"),
    (#"<c><v> 7 </v></c>"#, " 7 "),
    (#"<c s="99"><v>7</v></c>"#, "7"),
    (#"<x:c xmlns:x="y"><x:v>7</x:v></x:c>"#, "7"),
    (#"<c><!-- note --><v>8</v></c>"#, "8"),
    (#"<c t="str"><v><![CDATA[<b>]]></v></c>"#, "<b>"),
    (#"<c t="str"><v>caf&#xE9; é</v></c>"#, "café é"),
  ])
  func `a cell is what it came to`(_ cell: String, _ field: String) throws {
    #expect(try rows(OpenXMLFixture("<row>\(cell)<c><v>1</v></c></row>").bytes).text == "\(field),1\n")
  }

  @Test(arguments: [
    ("14", "46082", "2026-03-01"), ("22", "46082.354166666664", "2026-03-01 08:30:00"), ("17", "46082", "2026-03"),
    ("20", "0.35416666666666669", "08:30:00"), ("46", "1.5", "36:00:00"), ("45", "0.00010416666666666667", "00:00:09"),
    ("21", "46082.5", "2026-03-01 12:00:00"), ("47", "1.1574074074074073E-8", "00:00:00.001"),
    ("dd/mm/yyyy", "46082", "2026-03-01"), ("[$-409]mmm\\-yy;@", "46082", "2026-03"),
    ("Mmm-YY", "46082", "2026-03"),
    ("mmm\\ yy", "46082", "2026-03"), ("mmmm", "46082", "2026-03-01"), ("mmmm yyyy", "46083", "2026-03-02"),
    ("mmm-yy", "46082.5", "2026-03-01 12:00:00"),
    ("mmm-yy", "-1", "-1"),
    ("[$-809]ddd d mmm yy;@", "46082", "2026-03-01"),
    ("[h]:mm", "1.25", "30:00:00"), ("[mm]:ss", "0.75", "18:00:00"), ("h:mm AM/PM", "0.75", "18:00:00"),
    ("yyyy-mm-dd hh:mm:ss.000", "46082.000005787034", "2026-03-01 00:00:00.500"), ("14", "60", "60"),
    ("14", "59", "1900-02-28"),
    ("14", "61", "1900-03-01"), ("14", "1", "1900-01-01"), ("14", "0", "0"), ("14", "-5", "-5"),
    ("14", "3000000", "3000000"),
    ("14", "2958465", "9999-12-31"), ("[h]:mm", "-0.5", "-0.5"), ("14", "46082.5", "2026-03-01 12:00:00"),
    // What stands in quotes or brackets makes no date, and neither does a currency, a scale or an exponent.
    ("0 \"days\"", "5", "5"), ("[Red]0.0;[Magenta]0.0", "5", "5"), ("#,##0.00 [$kr-406]", "5", "5"),
    ("0.00E+00", "5", "5"),
    ("General", "46082", "46082"), ("#,##0.00,,", "1234567", "1234567"), ("\\d0", "5", "5"), ("0_d", "5", "5"),
    ("\\ #,##0;\\-#,##0;\\-", "0", "0"), ("[<104]0.0;[>=104]\"104+\"", "104", "104"), ("(£#,##0)", "12", "12"),
    ("0;yyyy", "5", "5"),
    ("9", "0.77039100000000002", "77.0391%"), ("10", "1", "100%"), ("0.0%", "0.75692867008111795", "75.6928670081118%"),
    ("0.0\"%\"", "67.0213", "67.0213"), ("0.0\\%", "67.0213", "67.0213"), ("0.0%;[Red]-0.0%", "-0.05", "-5%"),
    ("0", "0.5", "0.5"),
  ])
  func `the number format decides what a number is`(_ format: String, _ value: String, _ field: String) throws {
    let book = OpenXMLFixture("<row><c s=\"0\"><v>\(value)</v></c></row>", formats: [format])
    #expect(try rows(book.bytes).text == field + "\n")
  }

  @Test(arguments: [
    (nil, "2026-03-01"), ("0", "2026-03-01"), ("false", "2026-03-01"), ("1", "2030-03-02"), ("true", "2030-03-02"),
  ])
  func `days are counted from 1904 where the workbook says so, not where it mentions it`(
    _ value: String?, _ day: String
  ) throws {
    var book = OpenXMLFixture("<row><c s=\"0\"><v>46082</v></c></row>", formats: ["14"])
    book.date1904 = value
    #expect(try rows(book.bytes).text == day + "\n")
  }

  @Test(arguments: [
    "", "<dimension ref=\"A1\"/>", "<dimension ref=\"A1:XFD1048576\"/>", "<dimension ref=\"nonsense\"/>",
  ])
  func `what the sheet says of its own size is not believed`(_ dimension: String) throws {
    let book = OpenXMLFixture("<row r=\"2\"><c r=\"B2\"><v>1</v></c></row>", head: dimension)
    #expect(try rows(book.bytes).text == "\n,1\n")
  }

  @Test func `sheets come in the order of the workbook, hidden ones known as such, and a chart has no rows`() throws {
    var book = OpenXMLFixture()
    let xml = { (number: Int) in "<worksheet><sheetData><row><c><v>\(number)</v></c></row></sheetData></worksheet>" }
    book.sheets = [
      ("First", xml(1)), ("Raw &amp; hidden", xml(2)), ("Never shown", xml(3)), ("Chart", "<chartsheet/>"),
      ("Macro", xml(5)),
    ]
    book.states = ["", "state=\"hidden\"", "state=\"veryHidden\""]
    book.types = ["worksheet", "worksheet", "worksheet", "chartsheet", "xlMacrosheet"]
    let bytes = book.bytes
    let file = MemoryFile(bytes)
    let workbook = try Workbook(path: file.path)
    #expect(workbook.sheets.map(\.name) == ["First", "Raw & hidden", "Never shown", "Chart", "Macro"])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden, .visible, .visible])
    #expect(workbook.sheets.map(\.kind) == [.table, .table, .table, .chart, .macro])
    #expect(try (0..<5).map { number in try rows(bytes, sheet: number).text } == ["1\n", "2\n", "3\n", "", ""])
  }

  @Test(arguments: ["worksheets/sheet", "/xl/worksheets/sheet", "../xl/worksheets/sheet", "/XL/Worksheets/Sheet"])
  func `a sheet is found by a target from the workbook's folder or from the package's`(_ target: String) throws {
    var book = OpenXMLFixture("<row><c><v>1</v></c></row>")
    book.target = target
    #expect(try rows(book.bytes).text == "1\n")
  }

  @Test func `hidden rows and columns are read, and known`() throws {
    let found = try rows(
      OpenXMLFixture(
        "<row r=\"1\" hidden=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"true\"/><row r=\"3\"><c r=\"C3\"><v>2</v></c></row>",
        head:
          "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"4\" max=\"4\"/><col min=\"28\" max=\"28\" hidden=\"true\"/></cols>"
      ).bytes)
    #expect(found.text == "1\n\n,,2\n")
    #expect(found.shape.hiddenRows == 1)
    #expect(
      found.shape.hiddenColumns.map { ColumnLetters.text($0.lowerBound) + "-" + ColumnLetters.text($0.upperBound) } == [
        "B-C", "AB-AB",
      ])
    #expect((found.shape.rows, found.shape.columns) == (3, 3))
  }

  @Test func `a heading over several columns stands in the first of them`() throws {
    var book = OpenXMLFixture("<row><c t=\"str\"><v>Attendances</v></c><c/><c/><c><v>1</v></c></row>")
    book.sheets[0].xml = book.sheets[0].xml.replacing(
      "</sheetData>", with: "</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>")
    #expect(try rows(book.bytes).text == "Attendances,,,1\n")
  }

  @Test func `parts that no sheet needs may be missing or nonsense`() throws {
    var book = OpenXMLFixture("<row><c><v>1</v></c></row>")
    book.further = [
      ("[trash]/0000.dat", "\u{0}\u{1}"), ("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships><nothing"),
    ]
    #expect(try rows(book.bytes).text == "1\n")
  }

  @Test(arguments: [
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "\u{FEFF}<?xml version=\"1.0\"?>",
    "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>\n",
  ])
  func `a sheet may say how it is encoded`(_ declaration: String) throws {
    var book = OpenXMLFixture("\n<row>\n<c>\n<v>1</v></c>\n</row>\n")
    book.prefix = declaration
    #expect(try rows(book.bytes).text == "1\n")
  }

  @Test func `reading stops when no more is wanted`() throws {
    let row = "<row><c t=\"str\"><v>\(String(repeating: "x", count: 1000))</v></c></row>"
    let file = MemoryFile(OpenXMLFixture(String(repeating: row, count: 1000)).bytes)
    let workbook = try Workbook(path: file.path)
    var blocks = 0
    _ = try workbook.read(workbook.sheets[0]) { _ in
      blocks += 1
      return false
    }
    #expect(blocks == 1)
  }
}

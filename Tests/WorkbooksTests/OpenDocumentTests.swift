import Testing

@testable import Workbooks

@Suite struct OpenDocumentTests {
  private func book(_ tables: String, styles: String = "", manifest: String = "<manifest/>", declaration: String = "")
    -> [UInt8]
  {
    var zip = ZipBytes()
    zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    zip.add(
      "content.xml",
      declaration
        + "<office:document-content><office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:spreadsheet>"
        + "\(tables)</office:spreadsheet></office:body></office:document-content>")
    zip.add("META-INF/manifest.xml", manifest)
    return zip.finished()
  }

  private func sheet(_ rows: String) -> [UInt8] { book("<table:table table:name=\"S\">\(rows)</table:table>") }

  @Test(arguments: [
    (#"office:value-type="float" office:value="8123"><text:p>8,123</text:p>"#, "8123"),
    (#"office:value-type="percentage" office:value="0.756928670081118"><text:p>75.7%</text:p>"#, "75.6928670081118%"),
    (#"office:value-type="currency" office:value="-4250.5"><text:p>(£4,251)</text:p>"#, "-4250.5"),
    (#"office:value-type="date" office:date-value="2026-03-01"><text:p>Mar 26</text:p>"#, "2026-03-01"),
    (#"office:value-type="date" office:date-value="2026-03-01T08:30:00"><text:p>x</text:p>"#, "2026-03-01 08:30:00"),
    (#"office:value-type="time" office:time-value="PT36H00M00S"><text:p>36:00</text:p>"#, "36:00:00"),
    (#"office:value-type="time" office:time-value="PT00H17M32.5S"><text:p>x</text:p>"#, "00:17:32.500"),
    (#"office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p>"#, "TRUE"),
    (#"office:value-type="string"><text:p>two</text:p><text:p>lines, one cell</text:p>"#, "\"two lines, one cell\""),
    (
      #"office:value-type="string"><text:p>a<text:s text:c="3"/>b<text:line-break/>c<text:tab/><text:span>d</text:span></text:p>"#,
      "a   b c\td"
    ),
    (
      #"office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>shown</text:p>"#,
      "shown"
    ),
    (#"office:value-type="string" office:string-value="stated"/>"#, "stated"),
    (
      #"office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p>"#,
      "#DIV/0!"
    ),
    (#"table:style-name="ce1"/>"#, ""),
  ])
  func `a cell is what it holds, not how it is shown`(_ cell: String, _ field: String) throws {
    let end = cell.hasSuffix("/>") ? "" : "</table:table-cell>"
    let row =
      "<table:table-row><table:table-cell \(cell)\(end)<table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>"
    #expect(try rows(sheet(row)).text == "\(field),1\n")
  }

  @Test func `repeated rows and cells are as many, and blank ones that fill the sheet are none`() throws {
    let one = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>"
    let text = try rows(
      sheet(
        """
        <table:table-header-rows><table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="2">\
        <text:p>h</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row-group>\
        <table:table-row table:number-rows-repeated="2">\(one)<table:table-cell table:number-columns-repeated="16383"/></table:table-row>\
        </table:table-row-group><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/>\
        </table:table-row><table:table-row>\(one)</table:table-row><table:table-row table:number-rows-repeated="1048530">\
        <table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        """)
    ).text
    #expect(text == "h,h\n1,\n1,\n\n\n\n1,\n")
  }

  @Test func `a date is a month where its style shows no day, whoever the cell has it from`() throws {
    let styles = """
      <number:date-style style:name="N1"><number:month/><number:text>-</number:text><number:year/></number:date-style>\
      <number:date-style style:name="N2"><number:day/><number:month/><number:year/></number:date-style>\
      <style:style style:name="m" style:family="table-cell" style:data-style-name="N1"/>\
      <style:style style:name="d" style:family="table-cell" style:data-style-name="N2"/>
      """
    let date = "office:value-type=\"date\" office:date-value=\"2026-03-01\"/>"
    let later = "office:value-type=\"date\" office:date-value=\"2026-03-02\"/>"
    let content = """
      <table:table table:name="S"><table:table-column table:default-cell-style-name="d"/><table:table-column \
      table:default-cell-style-name="m"/><table:table-row><table:table-cell \(date)<table:table-cell \(date)\
      <table:table-cell table:style-name="m" \(date)<table:table-cell table:style-name="m" \(later)</table:table-row>\
      <table:table-row table:default-cell-style-name="m"><table:table-cell \(date)<table:table-cell table:style-name="d" \
      \(date)</table:table-row></table:table>
      """
    #expect(
      try rows(book(content, styles: styles)).text == "2026-03-01,2026-03,2026-03,2026-03-02\n2026-03,2026-03-01,,\n")
  }

  @Test func `what a merged cell covers is blank`() throws {
    let text = try rows(
      sheet(
        """
        <table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="3"><text:p>Group</text:p>\
        </table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" \
        office:value="1"/></table:table-row>
        """)
    ).text
    #expect(text == "Group,,,1\n")
  }

  @Test(arguments: ["", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!-- before -->"])
  func `every sheet is read by itself, an empty one too, whatever stands above them`(_ declaration: String) throws {
    let filler = String(repeating: "<text:p>note</text:p>", count: 9000)
    let tables = (1...4).map { number in
      number == 3
        ? "<table:table table:name=\"3\"/>"
        : """
        <table:table table:name="\(number)"><table:shapes>\(filler)</table:shapes><table:table-row><table:table-cell \
        office:value-type="float" office:value="\(number)"><table:table><table:table-row/></table:table></table:table-cell>\
        </table:table-row></table:table>
        """
    }
    let bytes = book("<table:calculation-settings/>" + tables.joined(separator: "\n"), declaration: declaration)
    #expect(try (0..<4).map { sheet in try rows(bytes, sheet: sheet).text } == ["1\n", "2\n", "", "4\n"])
  }

  @Test func `a sheet is hidden by its style, rows and columns by their own word`() throws {
    let styles = """
      <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>\
      <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
      """
    let content = """
      <table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/><table:table-row \
      table:visibility="filter"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>
      """
    let bytes = book(
      "<table:table table:name=\"A\" table:style-name=\"ta1\"/><table:table table:name=\"B\" table:style-name=\"ta2\">\(content)</table:table>",
      styles: styles)
    let file = MemoryFile(bytes)
    #expect(try Workbook(path: file.path).sheets.map(\.visibility) == [.visible, .hidden])
    let found = try rows(bytes, sheet: 1)
    #expect(found.text == "1\n")
    #expect((found.shape.hiddenRows, found.shape.hiddenColumns) == (1, [2...3]))
  }

  @Test func `an encrypted one is refused as such`() {
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    #expect(refusal(book("", manifest: manifest)) == .encrypted)
  }

  @Test(arguments: [
    (
      "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"1000000000\"/>",
      "column 1000000000"
    ),
    (
      "<table:table-cell table:number-columns-repeated=\"16384\"/><table:table-cell office:value-type=\"float\" office:value=\"1\"/>",
      "column 16385"
    ),
  ])
  func `a billion columns are refused before the first is written`(_ cell: String, _ place: String) {
    #expect(refusal(sheet("<table:table-row>\(cell)</table:table-row>")) == .beyondSheet(place))
  }

  @Test func `a billion rows are refused`() {
    let row =
      "<table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>"
    #expect(refusal(sheet(row)) == .beyondSheet("row 1048577"))
  }
}

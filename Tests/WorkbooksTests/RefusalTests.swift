import Testing

@testable import Workbooks

/// What is no workbook, or none that is read: by its bytes, whatever its name.
@Suite struct RefusalTests {
  @Test(
    arguments: [
      (
        .encrypted,
        """
        is encrypted, and is not read; expected a workbook without a password
        fix: open it with its password, take the password off, and save it
        """
      ),
      (
        .binaryParts,
        """
        is a binary workbook (.xlsb), which is not read; expected an .xlsx, .xls or .ods workbook
        fix: open it in Excel, and save it as Excel Workbook (.xlsx)
        """
      ),
      (
        .old,
        """
        is a workbook of Excel 95 or before, which is not read; expected an .xlsx, .xls or .ods workbook
        fix: open it in Excel, and save it as Excel Workbook (.xlsx)
        """
      ),
      (
        .webPage,
        """
        is a web page, not a workbook; expected a workbook
        fix: open it: if it is a table, save it as Excel Workbook (.xlsx); if it is a sign-in page, download the file again
        """
      ),
      (
        .singleXML,
        """
        is an XML spreadsheet of 2003, which is not read; expected an .xlsx, .xls or .ods workbook
        fix: open it in Excel, and save it as Excel Workbook (.xlsx)
        """
      ),
      (.plainText, "is plain text, not a workbook; expected a workbook\nfix: rename it to end in .csv"),
      (
        .somethingElse("a PDF"),
        """
        is a PDF, not a workbook; expected a workbook
        fix: give it the name of what it is, or download the file again
        """
      ),
      (.empty, "is empty; expected a whole workbook\nfix: download the file again"),
      (
        .damaged("it is cut short"),
        """
        is damaged: it is cut short; none of it is used; expected a whole workbook
        fix: download the file again, or open it in Excel and save it anew
        """
      ),
      (
        .unpacksBeyond(1 << 30),
        """
        unpacks to more than 1 GB; none of it is used; expected at most 1 GB
        fix: ask whoever sent it what it holds; save the sheet you need as a workbook of its own
        """
      ),
      (
        .inflates(100),
        """
        unpacks to more than 100 times its size; none of it is used; expected at most 100 times
        fix: ask whoever sent it what it holds; save the sheet you need as a workbook of its own
        """
      ),
      (
        .tooMany("cells", limit: 268_435_456),
        """
        has more than 268,435,456 cells; none of it is used; expected at most 268,435,456
        fix: save the rows and columns you need as a workbook of their own
        """
      ),
      (
        .beyondSheet("row 1048577"),
        """
        claims row 1048577, which no sheet has; none of it is used; expected at most 16,384 columns and 1,048,576 rows
        fix: save the rows and columns you need as a workbook of their own
        """
      ),
      (
        .noLibrary("expat"),
        """
        cannot be opened: expat is not installed; expected expat, which reads workbooks
        fix: install expat, or save the sheet as CSV UTF-8
        """
      ),
      (.unreadable(13), "cannot be read; expected a file you may read\nfix: ask whoever owns it"),
    ] as [(WorkbookFault, String)])
  func `every refusal says what was found, what was expected, and what can be done`(
    _ fault: WorkbookFault, _ words: String
  ) {
    #expect("\(fault.message); expected \(fault.expected)\nfix: \(fault.fix)" == words)
  }

  @Test(
    arguments: [
      ([], .empty), (Array("Code,Name\nRZ1,Any\n".utf8), .plainText), (Array("\u{FEFF}Code;Name\n".utf8), .plainText),
      ([0xFF, 0xFE, 0x43, 0, 0x2C, 0], .plainText), (Array("\n <!DOCTYPE html><html><table>".utf8), .webPage),
      (Array("<html xmlns:x=\"urn:schemas-microsoft-com:office:spreadsheet\">".utf8), .webPage),
      (
        Array("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".utf8),
        .singleXML
      ),
      (Array("%PDF-1.7\n".utf8), .somethingElse("a PDF")), ([0x1F, 0x8B, 8, 0], .somethingElse("a gzip")),
      ([9, 8, 16, 0, 0, 5, 5, 0], .old), ([9, 0, 4, 0, 0, 0, 16, 0], .old),
      ([1, 2, 3, 4, 5, 6, 7, 8], .damaged("its first bytes are no workbook's")),
      ([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4, 5], .damaged("its first bytes are wrong")),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .damaged("it is cut short")),
      ([0x50, 0x4B, 3, 4, 1, 2, 3], .damaged("it is no zip, or cut short")),
    ] as [([UInt8], WorkbookFault)])
  func `a file is told by its first bytes`(_ bytes: [UInt8], _ fault: WorkbookFault) {
    #expect(refusal(bytes) == fault)
  }

  @Test(arguments: [
    ("EncryptedPackage", WorkbookFault.encrypted), ("Book", .old), ("WordDocument", .somethingElse("a Word document")),
    ("PowerPoint Document", .somethingElse("a presentation")), ("__properties_version1.0", .somethingElse("an e-mail")),
    ("Anything", .somethingElse("a file of another Office program")),
  ])
  func `a compound file is told by what stands in it`(_ stream: String, _ fault: WorkbookFault) {
    #expect(refusal(CompoundFixture(streams: [(stream, [1, 2, 3])]).bytes) == fault)
  }

  @Test(arguments: [
    (["xl/workbook.bin"], WorkbookFault.binaryParts), (["word/document.xml"], .somethingElse("a Word document")),
    (["returns.csv"], .somethingElse("a zip of other files")),
  ])
  func `a zip is told by what stands in it`(_ names: [String], _ fault: WorkbookFault) {
    var zip = ZipBytes()
    for name in names { zip.add(name, "x") }
    #expect(refusal(zip.finished()) == fault)
  }

  @Test func `an encrypted workbook of records is refused before what is scrambled is read`() {
    var book = BinaryFixture([record(0x203, cell(0, 0) + double(1))])
    book.opening = record(0x2F, little(1, 6)) + record(0x85, [UInt8](repeating: 0xAB, count: 9))
    #expect(refusal(book.bytes) == .encrypted)
  }

  @Test func `a workbook of Excel 95 in a stream of today is old`() {
    var book = BinaryFixture()
    book.version = 0x0500
    #expect(refusal(book.bytes) == .old)
  }

  @Test func `a workbook cut anywhere is refused or read as it was, and never as another`() throws {
    let texts = "<si><t>a text that is shared</t></si>"
    let row = "<row><c t=\"s\"><v>0</v></c><c><v>12345</v></c></row>"
    let packages = OpenXMLFixture(String(repeating: row, count: 20), sharedTexts: texts).bytes
    var records = BinaryFixture((0..<300).map { record(0x203, cell($0, 0) + double(Double($0))) })
    records.container.isReversed = true
    for bytes in [packages, records.bytes] {
      let whole = try rows(bytes).text
      for length in stride(from: 0, to: bytes.count - 1, by: 37) {
        if let text = try? rows(Array(bytes[..<length])).text { #expect(text == whole) }
      }
    }
  }

  @Test(arguments: [
    (
      "<row r=\"5\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>",
      WorkbookFault.damaged("row 2 stands below row 5")
    ),
    ("<row r=\"0\"><c><v>1</v></c></row>", .damaged("it has a row 0")),
    ("<row r=\"1048577\"><c><v>1</v></c></row>", .beyondSheet("row 1048577")),
    ("<row r=\"99999999999999999999\"><c><v>1</v></c></row>", .beyondSheet("row 2147483647")),
    ("<row><c r=\"XFE1\"><v>1</v></c></row>", .beyondSheet("column 16385")),
    ("<row><c r=\"AAAAAAAAAAAAAAAA1\"><v>1</v></c></row>", .beyondSheet("column 2147483647")),
    ("<row><c t=\"s\"><v>3</v></c></row>", .damaged("row 1 has a text that is not among its shared texts")),
    ("<row><c t=\"s\"><v>-1</v></c></row>", .damaged("row 1 has a text that is not among its shared texts")),
    ("<row><c><v>1</c></row>", .damaged("its part xl/worksheets/sheet1.xml: mismatched tag")),
  ])
  func `a sheet that cannot be is refused`(_ rows: String, _ fault: WorkbookFault) {
    #expect(refusal(OpenXMLFixture(rows, sharedTexts: "<si><t>a</t></si>").bytes) == fault)
  }

  @Test func `a sheet whose part is missing is refused by its name`() {
    var book = OpenXMLFixture()
    book.target = "elsewhere/sheet"
    #expect(refusal(book.bytes) == .damaged("the part of its sheet \"Sheet1\" is missing"))
  }

  @Test func `a document that declares a type of its own is refused: a billion laughs are never told`() {
    var book = OpenXMLFixture("<row><c t=\"str\"><v>&a;</v></c></row>")
    book.prefix = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
    #expect(
      refusal(book.bytes) == .damaged("its part xl/worksheets/sheet1.xml: it declares a document type of its own"))
  }

  @Test func `a zip bomb is refused by its ratio`() {
    var limits = WorkbookLimits()
    limits.sparedByRatio = 1 << 18
    var zip = ZipBytes()
    zip.add("xl/workbook.xml", head: "<workbook><sheets/>", repeating: "<c/>", runs: 2000)
    #expect(refusal(zip.finished(), limits: limits) == .inflates(100))
  }

  @Test func `a part beyond the limit is refused by its size`() {
    var limits = WorkbookLimits()
    limits.part = 4096
    let book = OpenXMLFixture(String(repeating: "<row><c><v>1</v></c></row>", count: 1000))
    #expect(refusal(book.bytes, limits: limits) == .unpacksBeyond(4096))
  }

  @Test func `more cells than a sheet may have are refused, blank ones between others counted`() {
    var limits = WorkbookLimits()
    limits.cells = 100_000
    let row = "<row><c r=\"XFD1\"><v>1</v></c></row>"
    #expect(refusal(OpenXMLFixture(String(repeating: row, count: 6)).bytes, limits: limits) == nil)
    #expect(
      refusal(OpenXMLFixture(String(repeating: row, count: 7)).bytes, limits: limits)
        == .tooMany("cells", limit: 100_000))
  }

  @Test func `an element that does not end, or too many in each other, is refused without filling the memory`() {
    let endless = OpenXMLFixture("<row><c r=\"" + String(repeating: "A", count: 9 << 20) + "\"/></row>")
    #expect(refusal(endless.bytes) == .damaged("its part xl/worksheets/sheet1.xml: something in it does not end"))
    let deep = OpenXMLFixture(String(repeating: "<a>", count: 5000) + String(repeating: "</a>", count: 5000))
    #expect(refusal(deep.bytes) == .damaged("its part xl/worksheets/sheet1.xml: its elements are nested too deeply"))
  }

  @Test(arguments: [
    ("a chain that leads in a circle", 0), ("a chain that leads out of the file", 0x7FFF_FFF0),
  ])
  func `a compound file whose sectors lead nowhere is refused`(_ what: String, _ next: Int) {
    var bytes = BinaryFixture((0..<300).map { record(0x203, cell($0, 0) + double(Double($0))) }).bytes
    let table = bytes.count - 512
    bytes.replaceSubrange((table + 8)..<(table + 12), with: little(next, 4))
    #expect(refusal(bytes) == .damaged("its table of sectors leads out of the file"))
  }
}

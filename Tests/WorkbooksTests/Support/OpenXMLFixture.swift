/// A small `.xlsx` put together for one test.
struct OpenXMLFixture {
  var date1904: String?
  /// The formats of cells, by their style 0, 1, 2...: a number of a built-in one, or a code of its own.
  var formats: [String] = []
  /// `<si>` elements; `nil` for a workbook without shared texts.
  var sharedTexts: String?
  var sheets: [(name: String, xml: String)] = []
  /// What a sheet's entry in the list says beside its name.
  var states: [String] = []
  var prefix = ""
  var target = "worksheets/sheet"
  /// The types of the sheets; `worksheet` where it has none.
  var types: [String] = []
  var further: [(name: String, text: String)] = []

  /// A workbook of one sheet with these rows.
  init(_ rows: String = "", formats: [String] = [], sharedTexts: String? = nil, head: String = "") {
    self.formats = formats
    self.sharedTexts = sharedTexts
    sheets = [("Sheet1", "<worksheet>\(head)<sheetData>\(rows)</sheetData></worksheet>")]
  }

  var bytes: [UInt8] {
    var zip = ZipBytes()
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    zip.add(
      "_rels/.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
    // The relationships stand in the opposite order, and their parts too: only the workbook's list says which is first.
    var list = "", relationships = ""
    for (number, sheet) in sheets.enumerated() {
      let state = number < states.count ? states[number] : ""
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 7)\" \(state) r:id=\"rId\(number)\"/>"
      let type = number < types.count ? types[number] : "worksheet"
      let part = sheets.count - number
      relationships =
        "<Relationship Id=\"rId\(number)\" Type=\"\(office)/\(type)\" Target=\"\(target)\(part).xml\"/>" + relationships
    }
    let properties = date1904.map { "<workbookPr date1904=\"\($0)\"/>" } ?? ""
    zip.add("xl/workbook.xml", "<workbook>\(properties)<sheets>\(list)</sheets></workbook>")
    relationships += "<Relationship Id=\"s\" Type=\"\(office)/styles\" Target=\"/xl/styles.xml\"/>"
    relationships += "<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships>\(relationships)</Relationships>")
    zip.add("xl/styles.xml", styles)
    if let sharedTexts { zip.add("xl/sharedStrings.xml", "<sst>\(sharedTexts)</sst>") }
    for (number, sheet) in sheets.enumerated() {
      zip.add("xl/worksheets/sheet\(sheets.count - number).xml", prefix + sheet.xml)
    }
    for (name, text) in further { zip.add(name, text) }
    return zip.finished()
  }

  private var styles: String {
    var (codes, cells) = ("", "")
    for (number, format) in formats.enumerated() {
      if let builtIn = Int(format) {
        cells += "<xf numFmtId=\"\(builtIn)\"/>"
      } else {
        let code = format.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
          .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
        codes += "<numFmt numFmtId=\"\(164 + number)\" formatCode=\"\(code)\"/>"
        cells += "<xf numFmtId=\"\(164 + number)\"/>"
      }
    }
    // Other lists of formats stand around the one that counts.
    return "<styleSheet><numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      + "<cellXfs>\(cells)</cellXfs><dxfs><dxf><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></dxf></dxfs></styleSheet>"
  }
}

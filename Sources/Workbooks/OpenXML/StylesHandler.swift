/// The meaning that each cell format of a workbook gives to a number, from its styles part.
final class StylesHandler: XMLHandler {
  private(set) var formats: [CellFormat] = []
  private var written: [Int: CellFormat] = [:]
  private var isInFormats = false, isInCells = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("numFmts") {
      isInFormats = true
    } else if name.is("cellXfs") {
      isInCells = true
    } else if isInFormats, name.is("numFmt") {
      guard let id = attributes.number("numFmtId"), let code = attributes.text("formatCode") else { return }
      if written.count < 100_000 { written[id] = CellFormat(code: code) }
    } else if isInCells, name.is("xf"), formats.count < 100_000 {
      let id = attributes.number("numFmtId") ?? 0
      formats.append(written[id] ?? CellFormat(builtIn: id))
    }
  }

  override func end(_ name: XMLName) {
    if name.is("numFmts") { isInFormats = false }
    if name.is("cellXfs") { isInCells = false }
  }
}

import Dashboard
import Screen

/// Lines of a CSV for spreadsheets.
enum CSV {
  /// A record: a cell with a comma or quote is quoted, and no control sequence for a terminal is left in it.
  static func line(_ cells: [String]) -> String { cells.map { quoted(Glyph.sanitised($0)) }.joined(separator: ",") }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 }) else { return cell }
    return "\"" + cell.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  /// A text that a spreadsheet cannot treat as a formula. Numbers do not need it.
  static func harmless(_ text: String) -> String { Glyph.harmlessInSpreadsheet(text) }
}

import Dashboard
import Screen

/// Lines of a CSV that people open in a spreadsheet.
enum CSV {
  /// A record: a cell that holds a comma or quote stands in quotes, and nothing in it is left that a terminal could obey.
  static func line(_ cells: [String]) -> String { cells.map { quoted(Glyph.sanitised($0)) }.joined(separator: ",") }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 }) else { return cell }
    return "\"" + cell.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  /// A text that no spreadsheet takes for a formula. Numbers are written without it.
  static func harmless(_ text: String) -> String { Glyph.harmlessInSpreadsheet(text) }
}

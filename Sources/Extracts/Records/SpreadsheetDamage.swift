import Metrics

/// Texts that look like numbers or dates, and what spreadsheets turn them into.
enum SpreadsheetDamage {
  /// Whether it is a number such as `9.00E+02`, of which only some digits are left.
  static func isExponent(_ text: String) -> Bool {
    let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, Decimal(parts[0]) != nil else { return false }
    let digits = parts[1].drop { $0 == "+" || $0 == "-" }
    return (1...3).contains(digits.utf8.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a text was an organisation's code before a spreadsheet read it as a number or a date: `1.00E+05` was 10E4,
  /// `01-Mar` was 01MAR or MAR01, `1` was 001.
  static func isFromCode(_ text: String) -> Bool {
    // Nearly every code has three letters and digits or more, and no sign.
    guard text.utf8.count <= 2 || text.utf8.contains(where: { "+-.".utf8.contains($0) }) else { return false }
    if isExponent(text) && text.utf8.contains(where: { "+.".utf8.contains($0) }) { return true }
    if text.utf8.count <= 2, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return !text.isEmpty }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    func isNumber(_ part: Substring) -> Bool {
      (1...2).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return isNumber(parts[0]) && Month.number(named: parts[1]) != nil
      || isNumber(parts[1]) && Month.number(named: parts[0]) != nil
  }
}

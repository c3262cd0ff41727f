/// What is wrong with a file, a figure or a setting: where, what was found, what was expected and how to fix it.
public struct Problem: Hashable, Sendable {
  /// How serious it is.
  public enum Severity: String, Sendable, Comparable {
    /// Something was left out, or cannot be right.
    case error
    /// Everything was used, but it should be checked.
    case warning
    /// Errors sort first.
    public static func < (left: Severity, right: Severity) -> Bool { left == .error && right == .warning }
  }

  /// Error or warning.
  public var severity: Severity
  /// The file's name; empty for the board as a whole.
  public var file: String
  /// The line it is on, counted from 1; `nil` for the file as a whole.
  public var line: Int?
  /// The number of the column (field), counted from 1; `nil` for the row as a whole.
  public var column: Int?
  /// The name of the column, for a table fetched from a database, which has rows instead of lines; empty where no
  /// column is meant, `nil` for a file.
  public var tableColumn: String?
  /// Whether it is in a sheet of a workbook, where columns have letters.
  public var isInSheet = false
  /// What was found, the value quoted, the column named; lower case, no full stop.
  public var message: String
  /// What was expected instead; empty where the message says it.
  public var expected: String
  /// What the user can do.
  public var fix: String
  /// The size of a difference, without a sign: pounds for money, otherwise the unit of what is compared; `nil` where
  /// there is no difference.
  public var amount: Ratio?

  /// A problem at a place.
  public init(
    _ severity: Severity, file: String = "", line: Int? = nil, column: Int? = nil, _ message: String,
    expected: String = "", fix: String = "", amount: Ratio? = nil
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.expected = expected
    self.fix = fix
    self.amount = amount
  }

  /// `file:line:column`, as far as it is known. For a table: `warehouse:A&E daily: row 14, column "value"`. For a
  /// workbook: `file:sheet:row:column`, with the column's letters.
  public var place: String {
    var text = file
    if let tableColumn {
      let parts = [line.map { "row \($0)" }, tableColumn.isEmpty ? nil : "column \"\(tableColumn)\""].compactMap { $0 }
      return parts.isEmpty ? text : "\(text): \(parts.joined(separator: ", "))"
    }
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":" + (isInSheet ? Problem.letters(of: column) : "\(column)") }
    return text
  }

  /// The letters of a column counted from 1: `AB` for 28.
  private static func letters(of column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      rest -= 1
      letters = String(Character(Unicode.Scalar(UInt8(65 + rest % 26)))) + letters
      rest /= 26
    }
    return letters
  }

  /// The problem as a compiler would print it, with the fix on a second line.
  public var text: String {
    let head = (place.isEmpty ? "" : place + ": ") + severity.rawValue + ": " + message
    let line = expected.isEmpty ? head : head + "; expected " + expected
    return fix.isEmpty ? line : line + "\n  fix: " + fix
  }
}

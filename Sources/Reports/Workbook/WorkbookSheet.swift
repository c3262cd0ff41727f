import Metrics

/// A sheet of a workbook that is to be written: headings, and rows of cells that each know what they are.
public struct WorkbookSheet: Sendable {
  /// A column: its heading, and how many characters of it are seen.
  public struct Column: Sendable {
    /// The heading.
    public let title: String
    /// The width, in characters.
    public let width: Double
  }

  /// The name on its tab: at most 31 characters.
  public let name: String
  /// The columns.
  public let columns: [Column]
  /// The rows, a cell for each column.
  public let rows: [[WorkbookCell]]

  /// How many rows a sheet of Excel can have, the headings among them.
  public static let mostRows = 1_048_576
}

/// A cell of a workbook. None of them can be a formula.
public enum WorkbookCell: Hashable, Sendable {
  /// Nothing: what is missing is not zero.
  case nothing
  /// A text, whatever it begins with.
  case text(String)
  /// A number, and how it is shown.
  case number(Double, WorkbookFormat)
  /// A day.
  case day(Day)

  /// A text; an empty one is nothing.
  init(_ text: String) { self = text.isEmpty ? .nothing : .text(text) }
}

/// How a number or a text of a workbook is shown.
public enum WorkbookFormat: Hashable, Sendable, CaseIterable {
  /// A count: `29,628`, or with its half.
  case whole, tenths
  /// A share of 1, shown in percent with one or two decimal places.
  case percent, finePercent
  /// Percentage points.
  case points
  /// A share of a day, shown in minutes and seconds.
  case clock
  /// Seconds, for what may be negative: Excel shows no negative times.
  case seconds
  /// Pounds, a deficit in brackets.
  case pounds

  /// The format in Excel's own signs.
  public var signs: String {
    switch self {
    case .whole: "#,##0"
    case .tenths: "#,##0.0"
    case .percent: "0.0%"
    case .finePercent: "0.00%"
    case .points: "+0.0\" pp\";-0.0\" pp\";0.0\" pp\""
    case .clock: "[m]:ss"
    case .seconds: "#,##0\" s\""
    case .pounds: "\"£\"#,##0;(\"£\"#,##0)"
    }
  }

  /// The format of a day: `14 Feb 2018`.
  public static let day = "d mmm yyyy"
}

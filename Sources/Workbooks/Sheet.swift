/// A sheet of a workbook, as the list of sheets has it.
public struct Sheet: Hashable, Sendable {
  /// Whether its tab is visible.
  public enum Visibility: String, Sendable {
    case visible
    /// Hidden: a user can show it from Excel's menu.
    case hidden
    /// Very hidden: only a macro can show it.
    case veryHidden = "very hidden"
  }

  /// The contents of a sheet.
  public enum Kind: String, Sendable {
    /// Cells.
    case table
    case chart
    /// Macros of Excel 4, or a dialogue of Excel 5: never run, and never read.
    case macro
  }

  /// The name on its tab, as the workbook spells it.
  public let name: String
  /// Its place among the tabs, from 0.
  public let place: Int
  /// Whether its tab is visible.
  public let visibility: Visibility
  /// Its contents.
  public let kind: Kind
  /// The place of the sheet in the part that it shares with others, and the start of the first of them; `nil` where it
  /// has a part of its own.
  let location: Location?

  struct Location: Hashable, Sendable {
    let first: Int
    let bytes: Range<Int>
  }

  /// A sheet of this name.
  public init(name: String, place: Int, visibility: Visibility = .visible, kind: Kind = .table) {
    self.name = name
    self.place = place
    self.visibility = visibility
    self.kind = kind
    location = nil
  }

  /// The same sheet at a place that is known.
  init(_ sheet: Sheet, at location: Location) {
    (name, place, visibility, kind) = (sheet.name, sheet.place, sheet.visibility, sheet.kind)
    self.location = location
  }
}

/// The size of a sheet and what is hidden in it, as found while it was read.
public struct SheetShape: Hashable, Sendable {
  /// The last row with contents, counted from 1; 0 for an empty sheet.
  public internal(set) var rows = 0
  /// The last column with contents, counted from 1.
  public internal(set) var columns = 0
  /// The number of hidden rows with contents. They are read like all others.
  public internal(set) var hiddenRows = 0
  /// The columns that are hidden, counted from 1. They are read like all others.
  public internal(set) var hiddenColumns: [ClosedRange<Int>] = []

  /// The shape of an empty sheet.
  public init() {}

  mutating func hide(columns: ClosedRange<Int>) {
    if let last = hiddenColumns.last, last.upperBound + 1 == columns.lowerBound {
      hiddenColumns[hiddenColumns.count - 1] = last.lowerBound...columns.upperBound
    } else if hiddenColumns.count < WorkbookLimits.columns {
      hiddenColumns.append(columns)
    }
  }
}

/// The letters of a sheet's columns: A to Z, then AA and so on.
public enum ColumnLetters {
  /// The letters of a column counted from 1: `AB` for 28.
  public static func text(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest /= 26
    }
    return letters
  }
}

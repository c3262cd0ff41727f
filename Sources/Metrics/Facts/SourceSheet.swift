/// The sheet of a workbook that figures came from.
public struct SourceSheet: Hashable, Sendable {
  /// The name on its tab.
  public let name: String
  /// `hidden` or `very hidden`, where its tab is not visible; empty where it is.
  public let hiding: String

  /// A sheet by its name.
  public init(name: String, hiding: String = "") {
    self.name = name
    self.hiding = hiding
  }
}

/// A sheet that no figures were read from, in a workbook that was read.
public struct UnreadSheet: Hashable, Sendable {
  /// The workbook's name.
  public let file: String
  /// The sheet.
  public let sheet: SourceSheet
  /// The reason: what the sheet is, or what no layout found in it; lower case, no full stop.
  public let reason: String

  /// A sheet that was not read, and why.
  public init(file: String, sheet: SourceSheet, reason: String) {
    self.file = file
    self.sheet = sheet
    self.reason = reason
  }
}

/// The kind of a file by the extension of its name; layouts are recognised by their header, never by this.
enum FileKind: Hashable, Sendable {
  /// A CSV, which is read; its separator may be a tab.
  case extract
  /// A CSV packed by gzip.
  case gzip
  /// A zip, whose members are examined one by one.
  case zip
  /// A workbook, whose sheets are examined one by one.
  case workbook
  /// `system.toml`.
  case settings
  /// A container that may have an extract in it, and the program that unpacks it.
  case packed(remedy: String)
  /// A text that may be a table: in a folder it is skipped and reported; a file that is named itself is read.
  case text
  /// A file that has nothing to do with a board.
  case other

  /// The kind of a file with this name.
  init(name: String) {
    let lower = name.lowercased()
    // Excel keeps a file such as `~$feb.csv` beside a workbook while it is open.
    if lower.hasPrefix("~$") {
      self = .other
    } else if lower == "system.toml" {
      self = .settings
    } else if [".csv", ".tsv", ".tab"].contains(where: lower.hasSuffix) {
      self = .extract
    } else if lower.hasSuffix(".csv.gz") {
      self = .gzip
    } else if lower.hasSuffix(".zip") {
      self = .zip
    } else if [".7z", ".rar", ".tar.gz", ".tgz", ".csv.xz", ".csv.zst", ".csv.bz2"].contains(where: lower.hasSuffix) {
      self = .packed(remedy: "unpack it, or pack it as a zip")
    } else if [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"].contains(where: lower.hasSuffix) {
      // Excel keeps a small file beside a workbook while it is open.
      self = lower.hasPrefix("~$") ? .other : .workbook
    } else if lower.hasSuffix(".txt"), !lower.hasPrefix("sitrep-"), !lower.hasPrefix("readme") {
      self = .text
    } else {
      self = .other
    }
  }
}

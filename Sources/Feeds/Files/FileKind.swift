/// What a file is by the end of its name; layouts are recognised by their header, never by this.
enum FileKind: Hashable, Sendable {
  /// A CSV, to be read, also where tabs separate its fields.
  case extract
  /// A CSV packed by gzip.
  case gzip
  /// A zip, whose members are looked at one by one.
  case zip
  /// A workbook, whose sheets are looked at one by one.
  case workbook
  /// `system.toml`.
  case settings
  /// A container that may hold an extract, and what takes it out.
  case packed(remedy: String)
  /// A text that may hold a table: in a folder it is passed over, which is said; named on its own it is read.
  case text
  /// Nothing that concerns a board.
  case other

  /// What a file of this name is.
  init(name: String) {
    let lower = name.lowercased()
    // What Excel leaves beside a workbook while it is open: `~$feb.csv`.
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
      // Excel keeps a small file beside a workbook that somebody has open.
      self = lower.hasPrefix("~$") ? .other : .workbook
    } else if lower.hasSuffix(".txt"), !lower.hasPrefix("sitrep-"), !lower.hasPrefix("readme") {
      self = .text
    } else {
      self = .other
    }
  }
}

/// What a file is by the end of its name; layouts are recognised by their header, never by this.
enum FileSort: Hashable, Sendable {
  /// A CSV, to be read.
  case extract
  /// A CSV packed by gzip.
  case gzip
  /// A zip, whose members are looked at one by one.
  case zip
  /// `system.toml`.
  case settings
  /// A container or workbook that may hold an extract, and what takes it out.
  case packed(remedy: String)
  /// Nothing that concerns a board.
  case other

  /// What a file of this name is.
  init(name: String) {
    let lower = name.lowercased()
    if lower == "system.toml" {
      self = .settings
    } else if lower.hasSuffix(".csv") {
      self = .extract
    } else if lower.hasSuffix(".csv.gz") {
      self = .gzip
    } else if lower.hasSuffix(".zip") {
      self = .zip
    } else if [".7z", ".rar", ".tar.gz", ".tgz", ".csv.xz", ".csv.zst", ".csv.bz2"].contains(where: lower.hasSuffix) {
      self = .packed(remedy: "unpack it, or pack it as a zip")
    } else if [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"].contains(where: lower.hasSuffix) {
      self = .packed(remedy: "save the sheet as CSV UTF-8")
    } else {
      self = .other
    }
  }
}

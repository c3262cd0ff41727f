import Metrics
import Screen

/// A theme file: the look of every role on the board.
///
/// ```toml
/// [roles]
/// concerning = { foreground = "#ff8a3c", background = "default", attributes = ["bold"] }
///
/// [selection]
/// attributes = ["reverse"]
/// ```
public enum ThemeSettings {
  /// The theme that a file describes, named after the file, and the problems in it.
  ///
  /// A role that the file does not mention, or not correctly, looks as in the standard theme; a file that is not TOML
  /// is not a theme.
  public static func read(_ bytes: [UInt8], fileName: String) -> (theme: Theme?, problems: [Problem]) {
    do {
      var reader = ThemeReader(TomlReader(try TomlDocument(bytes: bytes), file: fileName))
      let theme = reader.theme(named: name(of: fileName))
      return (theme, reader.toml.problems())
    } catch {
      let fault = Fault.notTOML(error.message, instead: "until then the theme stays as it was")
      return (nil, [fault.problem(at: error.place, in: fileName)])
    }
  }

  /// `mono`, for `Themes/mono.toml`.
  private static func name(of fileName: String) -> String {
    let last = fileName.split(separator: "/").last ?? Substring(fileName)
    return String(last.hasSuffix(".toml") ? last.dropLast(5) : last)
  }
}

/// A theme file while it is being read.
struct ThemeReader {
  /// The file, and its problems so far.
  var toml: TomlReader

  /// Begins to read a file.
  init(_ toml: TomlReader) { self.toml = toml }

  /// The theme the file describes.
  mutating func theme(named name: String) -> Theme {
    let root = toml.root("a theme")
    let roles = toml.table("roles", in: root, title: "[roles]")
    let selection = toml.table("selection", in: root, title: "[selection]")
    return Theme(
      name: name, styles: roles.map { styles(in: $0) } ?? [:],
      selection: selection.flatMap { style(in: $0) } ?? Theme.standard.selection)
  }

  private mutating func styles(in roles: TomlReader.Table) -> [Role: Style] {
    var styles: [Role: Style] = [:]
    for key in toml.keys(of: roles) {
      guard let role = Role(name: key.value) else {
        toml.allow(key.value, in: roles)
        toml.report(.noSuchRole(key.value, known: Role.allCases.map(\.name)), at: key.place)
        continue
      }
      styles[role] = toml.table(key.value, in: roles, title: "a role").flatMap { style(in: $0) }
    }
    return styles
  }

  /// The style in a table; `nil` when any part of it is not valid.
  private mutating func style(in table: TomlReader.Table) -> Style? {
    let foreground = colour("foreground", in: table)
    let background = colour("background", in: table)
    let attributes = attributes(in: table)
    guard let foreground, let background, let attributes else { return nil }
    return Style(foreground: foreground, background: background, attributes: attributes)
  }

  /// A colour; the inner `nil` when there is none, the outer when it is not valid.
  private mutating func colour(_ key: String, in table: TomlReader.Table) -> Colour?? {
    guard let text = toml.text(key, in: table) else { return toml.has(key, in: table) ? nil : .some(nil) }
    if let colour = ThemeColour.named(text.value) ?? Colour(text: text.value) { return colour }
    toml.report(.noSuchColour(text.value, for: key, known: ["default"] + ThemeColour.names), at: text.place)
    return nil
  }

  private mutating func attributes(in table: TomlReader.Table) -> Style.Attributes? {
    guard let words = toml.words("attributes", in: table, among: Style.Attributes.names.map(\.name)) else { return nil }
    return words.compactMap(Style.Attributes.init(name:)).reduce(into: []) { $0.formUnion($1) }
  }
}

import Metrics

/// Where the last board was left: the file `session.toml` in the user's state folder.
public struct LastSession: Hashable, Sendable {
  /// The code of the system it was about.
  public var system: String
  /// The words of the view.
  public var view: [String]
  /// The theme's name.
  public var theme: String
  /// The column the view was sorted by, counted from 0; `nil` for its own order.
  public var sortColumn: Int?
  /// Whether the order was reversed.
  public var isReversed: Bool
  /// The entry of the wall that was shown, counted from 0; `nil` where there was no wall.
  public var wallEntry: Int?

  /// When it was left, on the clock of the board; `nil` where an earlier version left it.
  public var left: Moment?

  /// The session of a board.
  public init(
    system: String, view: [String], theme: String, sortColumn: Int? = nil, isReversed: Bool = false,
    wallEntry: Int? = nil, left: Moment? = nil
  ) {
    self.left = left
    self.wallEntry = wallEntry
    self.system = system
    self.view = view
    self.theme = theme
    self.sortColumn = sortColumn
    self.isReversed = isReversed
  }

  /// The session in a file; `nil` where the file is not valid. The program wrote it for itself, so a damaged file is
  /// not reported: it is ignored.
  public init?(_ bytes: [UInt8]) {
    guard let document = try? TomlDocument(bytes: bytes) else { return nil }
    var toml = TomlReader(document, file: "session.toml")
    let root = toml.root("the session")
    guard let system = toml.text("system", in: root)?.value, let theme = toml.text("theme", in: root)?.value else {
      return nil
    }
    self.init(
      system: system, view: toml.texts("view", in: root), theme: theme, sortColumn: toml.count("sort", in: root),
      isReversed: toml.truth("reverse", in: root) ?? false, wallEntry: toml.count("wall", in: root),
      left: toml.text("left", in: root).flatMap { Moment($0.value) })
  }

  /// The file.
  public var text: String {
    let words = view.map(LastSession.quoted).joined(separator: ", ")
    var lines = [
      "# Where the board was left; sitrep --resume opens it there.", "system = \(LastSession.quoted(system))",
      "view = [\(words)]", "theme = \(LastSession.quoted(theme))",
    ]
    if let sortColumn { lines.append("sort = \(sortColumn)") }
    if isReversed { lines.append("reverse = true") }
    if let left { lines.append("left = \"\(left.day.text)T\(left.clockWithSeconds)\"") }
    if let wallEntry { lines.append("wall = \(wallEntry)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text as TOML writes it; characters that would end the line or the text have a backslash.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"", "\\": return "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: return String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}

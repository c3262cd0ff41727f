import Screen
import Testing

@testable import Dashboard

/// What a terminal of any kind shows: the characters, in Unicode and in ASCII, and beside them a plane of letters, one
/// for each look there is, in truecolor, in sixteen colours and without any.
@Suite struct LooksTests {
  static let pages: [(name: String, keys: String)] = [
    ("overview", ""), ("detail", "enter enter enter"), ("wall", "K"), ("wall-metric", "K right"),
  ]

  @Test(arguments: pages.indices, ["200x60", "120x40", "80x24", "60x15", "40x10", "20x3"])
  func `every look of a page is the one that was recorded`(page: Int, size: String) throws {
    let (name, keys) = Self.pages[page]
    var session = Session(size: try #require(Size(text: size)))
    try session.play(keys)
    try compareLook(session, name, size)
  }

  /// The pages that have a file of characters at the larger sizes.
  static let others: [(name: String, keys: String)] = [
    ("metric", "enter"), ("organisation", "enter enter"),
    ("source", ": type:source space type:RT1 space type:rtt enter"), ("problems", "!"), ("help", "?"), ("summary", "S"),
    ("breakdown", ": type:detail space type:RT1 space type:rtt enter tab"),
  ]

  @Test(arguments: others.indices, ["60x15", "40x10", "20x3"])
  func `every look of a page on a small screen is the one that was recorded`(page: Int, size: String) throws {
    let (name, keys) = Self.others[page]
    var session = Session(size: try #require(Size(text: size)))
    try session.play(keys)
    try compareLook(session, name, size)
  }

  private func compareLook(_ session: Session, _ name: String, _ size: String) throws {
    let frame = session.frame
    var parts = [("unicode", frame.text), ("ascii", frame.inASCII.text)]
    for (mode, look) in Self.modes { parts.append((mode, Self.plane(frame, look))) }
    let isPlain = parts[1].1.allSatisfy { $0.isASCII }
    #expect(isPlain)
    try compareScreen(parts.map { "== \($0.0)\n\($0.1)" }.joined(separator: "\n"), with: "looks/\(name)-\(size)")
  }

  private static let modes: [(String, @Sendable (Cell) -> String)] = [
    ("truecolor", { words(Theme.standard.style(for: $0.role, isSelected: $0.isSelected), \.text) }),
    (
      "16 colours",
      { cell in
        // So few colours have no quiet background: a selection is reversed.
        var style = Theme.standard.style(for: cell.role)
        if cell.isSelected { style.attributes.formUnion([.reverse, .bold]) }
        return words(style) { $0.nearest16.map { "colour \($0)" } ?? "default" }
      }
    ),
    ("mono", { words(Theme.mono.style(for: $0.role, isSelected: $0.isSelected), \.text) }),
  ]

  /// A look in words: `#41a9f0 on #34465f bold`.
  private static func words(_ style: Style, _ colour: (Colour) -> String) -> String {
    var words = [style.foreground.map(colour) ?? "default"]
    if let background = style.background { words += ["on", colour(background)] }
    words += Style.Attributes.names.filter { style.attributes.contains($0.attribute) }.map(\.name)
    return words.joined(separator: " ")
  }

  /// A letter for each cell, and below what each letter looks like; a blank that shows nothing is a blank.
  private static func plane(_ frame: Frame, _ look: (Cell) -> String) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var known: [String] = []
    var lines: [String] = []
    for row in 0..<frame.size.rows {
      var line = ""
      for cell in frame.row(row) {
        let look = look(cell)
        let isSeen = cell.character != " " || look.contains(" on ") || look.contains("reverse")
        guard isSeen else {
          line += " "
          continue
        }
        if !known.contains(look) { known.append(look) }
        line.append(known.firstIndex(of: look).flatMap { letters.indices.contains($0) ? letters[$0] : nil } ?? "?")
      }
      while line.hasSuffix(" ") { line.removeLast() }
      lines.append(line)
    }
    return (lines + known.enumerated().map { "\(letters[$0.offset]) \($0.element)" }).joined(separator: "\n")
  }
}

import Screen
import Testing

@testable import Dashboard

/// What pages show on screens of other sizes than the usual three, in characters; and at 80x24 the role of each cell. What a
/// role looks like is recorded once, for each theme and depth.
@Suite struct LooksTests {
  static let pages: [(name: String, keys: String)] = [
    ("overview", ""), ("detail", "enter enter enter"), ("wall", "K"), ("wall-metric", "K right"), ("metric", "enter"),
    ("organisation", "enter enter"), ("source", ": type:source space type:RT1 space type:rtt enter"), ("problems", "!"),
    ("help", "?"), ("summary", "S"), ("breakdown", ": type:detail space type:RT1 space type:rtt enter tab"),
  ]

  private static func frame(_ page: Int, _ size: String) throws -> Frame {
    var session = Session(size: try #require(Size(text: size)))
    try session.play(pages[page].keys)
    return session.frame
  }

  @Test(arguments: pages.indices, ["60x15", "40x10", "20x3"])
  func `a page on a small screen is the one that was recorded`(page: Int, size: String) throws {
    try expectRecorded(Self.frame(page, size).text, "looks/\(Self.pages[page].name)-\(size).txt")
  }

  @Test(arguments: ["wall", "wall-metric"], ["200x60", "120x40", "80x24"])
  func `the wall is the one that was recorded`(name: String, size: String) throws {
    let page = try #require(Self.pages.firstIndex { $0.name == name })
    try expectRecorded(Self.frame(page, size).text, "looks/\(name)-\(size).txt")
  }

  @Test(arguments: pages.indices, ["200x60", "120x40", "80x24", "60x15", "40x10", "20x3"])
  func `in ASCII every character stays in its cell`(page: Int, size: String) throws {
    let frame = try Self.frame(page, size)
    let plain = frame.inASCII
    let isPlain = plain.text.allSatisfy(\.isASCII)
    #expect(isPlain)
    for row in 0..<frame.size.rows {
      // A pound sign becomes three letters, for which what stands before or after it moves.
      guard !frame.row(row).contains(where: { $0.character == "£" }) else { continue }
      for (drawn, kept) in zip(frame.row(row), plain.row(row)) where drawn.character.isASCII { #expect(drawn == kept) }
    }
  }

  @Test(arguments: ["overview", "detail", "wall", "wall-metric"])
  func `every cell of a page has the role that was recorded`(name: String) throws {
    let page = try #require(Self.pages.firstIndex { $0.name == name })
    try expectRecorded(Self.plane(Self.frame(page, "80x24")), "looks/\(name)-80x24-roles.txt")
  }

  @Test func `every role looks as was recorded, in each theme and depth`() throws {
    var lines: [String] = []
    for theme in Theme.builtIn {
      for isSelected in [false, true] {
        lines += ["", "== \(theme.name)" + (isSelected ? ", selected" : "")]
        lines += Role.allCases.map { role in
          let looks = Self.depths.map { depth, colour in
            Self.words(theme.style(for: role, isSelected: isSelected, depth: depth), colour)
          }
          return "\(role): " + looks.joined(separator: " | ")
        }
      }
    }
    try expectRecorded("truecolor | 16 colours | none\n" + lines.joined(separator: "\n"), "looks/themes.txt")
  }

  private static let depths: [(ColourDepth, @Sendable (Colour) -> String)] = [
    (.truecolor, \.text), (.indexed16, { $0.nearest16.map { "colour \($0)" } ?? "default" }), (.mono, \.text),
  ]

  /// A look in words: `#41a9f0 on #34465f bold`.
  private static func words(_ style: Style, _ colour: (Colour) -> String) -> String {
    var words = [style.foreground.map(colour) ?? "default"]
    if let background = style.background { words += ["on", colour(background)] }
    words += Style.Attributes.names.filter { style.attributes.contains($0.attribute) }.map(\.name)
    return words.joined(separator: " ")
  }

  /// A letter for each cell, and below which role each letter is; a blank outside a bar or the selection is a blank.
  private static func plane(_ frame: Frame) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var known: [String] = []
    var lines: [String] = []
    for row in 0..<frame.size.rows {
      var line = ""
      for cell in frame.row(row) {
        let look = "\(cell.role)" + (cell.isSelected ? ", selected" : "")
        let hasGround = Theme.standard.style(for: cell.role, isSelected: cell.isSelected).background != nil
        guard cell.character != " " || hasGround else {
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

import Screen
import Testing

@testable import Dashboard

/// No sign without its meaning, and none with two.
@Suite struct LegendTests {
  static let pages = ExpectedScreenTests.pages.map(\.keys) + [": type:attention enter", ": type:system enter"]
  static let sizes = ["238x67", "200x60", "120x40", "80x24", "60x15", "40x10", "20x3"]

  /// What every reader knows: punctuation, money and percentages, and the names of keys.
  private static let ordinary: Set<Character> = [
    ".", ",", ":", ";", "(", ")", "/", "&", "'", "’", "\"", "-", "+", "%", "£", "[", "]", "!", "?", "<", ">", "·", "_",
    "#",
    "@", "{", "}", "←", "→",
  ]

  @Test(arguments: pages, sizes)
  func `every sign, state letter and colour that a page draws has a line in its legend`(keys: String, size: String)
    throws
  {
    var session = Session(size: try #require(Size(text: size)))
    try session.play(keys)
    let isHelp = session.state.page == .help
    let frame = session.frame
    let legend = Legend(frame)
    let signs = Set(legend.lines.flatMap { Array($0.sign) })
    let roles = Set(legend.lines.map(\.role)).union(legend.lines.compactMap { $0.kind == .colours ? $0.role : nil })
    for row in 0..<frame.size.rows {
      for cell in frame.row(row) where cell.symbol != .blank && !cell.isContinuation {
        let sign = cell.character
        let isKey = isHelp || cell.role == .functionKey || cell.role == .functionLabel
        if !sign.isLetter, !sign.isNumber, !Self.ordinary.contains(sign), !Legend.isStroke(sign),
          !"▁▂▃▅▆▇▰▱".contains(sign), !isKey
        {
          #expect(signs.contains(sign), "\(sign) in \(cell.role)")
        }
        #expect(Legend.plain.contains(cell.role) || roles.contains(cell.role), "\(cell.role) of \(sign)")
      }
    }
    guard !isHelp else { return }
    for row in 0..<frame.size.rows {
      for word in frame.row(row).split(whereSeparator: { !$0.character.isLetter }) where word.count <= 2 {
        guard word.allSatisfy({ Legend.stateRoles.contains($0.role) && "LHFATR".contains($0.character) }) else {
          continue
        }
        for cell in word { #expect(signs.contains(cell.character), "\(cell.character)") }
      }
    }
  }

  @Test func `no sign has two meanings`() {
    let signs = Legend.all.filter { $0.kind == .signs || $0.kind == .letters }
    #expect(Set(signs.map(\.sign)).count == signs.count)
    #expect(Set(signs.map(\.words)).count == signs.count)
  }

  @Test func `no meaning is too long for a column of help at 120x40`() {
    for line in Legend.all { #expect(line.words.count <= 36, "\(line.words)") }
  }

  @Test func `each colour either has a meaning or belongs to the page's layout`() {
    let meant = Set(Legend.all.filter { $0.kind == .colours }.map(\.role))
    for role in Role.allCases { #expect(meant.contains(role) != Legend.plain.contains(role), "\(role)") }
  }

  @Test(arguments: sizes) func `one key away stands what the page shows, and one more the keys`(size: String) throws {
    var session = Session(size: try #require(Size(text: size)))
    try session.play("?")
    let rows = session.state.content.spoken.joined(separator: "\n")
    #expect(rows.contains("▼: below the target") && rows.contains("concerning: a change for the worse"))
    #expect(rows.contains("q or Ctrl-C: leave the board") || rows.contains("leave the board"))
    if session.state.size.rows >= 15 { #expect(session.text.contains("below the target")) }
    try session.play("tab")
    if session.state.size.rows >= 10 { #expect(!session.text.contains("below the target")) }
    try session.play("escape")
    #expect(session.state.page == .overview)
  }

  @Test func `where there is room the page itself says what its signs mean`() throws {
    let session = Session(size: Size(columns: 200, rows: 60))
    #expect(session.text.contains("▼ below the target   "))
  }
}

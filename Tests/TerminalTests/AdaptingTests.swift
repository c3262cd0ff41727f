import Glibc
import Screen
import Testing

@testable import Terminal

private func configuration(_ variables: [String: String]) -> TerminalConfiguration {
  TerminalConfiguration { variables[$0] }
}

struct AdaptingTests {
  @Test(
    arguments: [
      ([:], 256, false, ColourDepth.indexed256), ([:], 16, false, .indexed16), ([:], 8, false, .indexed8),
      ([:], -1, false, .mono), (["NO_COLOR": "1"], 256, false, .mono), (["NO_COLOR": ""], 256, false, .indexed256),
      ([:], 1 << 24, true, .truecolor), (["NO_COLOR": "yes"], 1 << 24, true, .mono),
    ] as [([String: String], Int, Bool, ColourDepth)])
  func `colours are as many as the terminal has and the user wants`(
    variables: [String: String], colours: Int, isDirect: Bool, depth: ColourDepth
  ) {
    #expect(ColourChoice(configuration(variables), colours: colours, isDirect: isDirect).depth == depth)
  }

  @Test(arguments: [("truecolor", true), ("24bit", true), ("", false), ("yes", false)])
  func `COLORTERM says whether every colour can be shown`(value: String, claims: Bool) {
    #expect(configuration(["COLORTERM": value]).claimsTruecolor == claims)
  }

  @Test(arguments: [
    ("xterm-256color", GlyphSet.full, true), ("tmux-256color", .full, true), ("screen", .full, true),
    ("linux", .console, false), ("linux-16color", .console, false), ("vt100", .ascii, false),
    ("vt220", .ascii, false), ("vte-256color", .full, true), ("ansi", .ascii, false), ("dumb", .ascii, false),
  ])
  func `a terminal's name tells what it can draw`(name: String, glyphs: GlyphSet, isModern: Bool) {
    #expect(TerminalFamily(name: name).glyphs == glyphs)
    #expect(TerminalFamily(name: name).isModern == isModern)
  }

  @Test(arguments: [("xterm-256color", "xterm-direct"), ("xterm", "xterm-direct"), ("xterm-direct", "xterm-direct")])
  func `the direct entry is named after the terminal`(name: String, direct: String) {
    #expect(TerminalFamily(name: name).directName == direct)
  }

  @Test(arguments: [
    (GlyphSet.full, "╭⠿▸", "╭⠿▸"), (.console, "╭─╮█£•▸", "┌─┐█£+>"), (.ascii, "╭─╮█£•▸", "+-+##+>"),
  ])
  func `what a terminal cannot draw is stood in for`(glyphs: GlyphSet, meant: String, shown: String) {
    #expect(String(meant.map(glyphs.shown)) == shown)
  }

  @Test(arguments: [GlyphSet.full, .console, .ascii])
  func `no two signs are drawn alike, and no line of a chart like its data`(glyphs: GlyphSet) {
    let signs = "▲▼=•▸–*●◐◆×■◇≠◌○▪…›".map(glyphs.shown)
    #expect(Set(signs).count == signs.count, "\(signs)")
    let data = Set((UInt8(1)...255).map { glyphs.shown(Character(UnicodeScalar(0x2800 + UInt32($0))!)) })
    let lines = "┄╌".map(glyphs.shown)
    #expect(Set(lines).count == 2 && data.isDisjoint(with: lines), "\(lines)")
  }

  @Test func `a trend on the Linux console has three heights of one kind, and a bar is not its track`() {
    #expect(String("▁▂▃▄▅▆▇".map(GlyphSet.console.shown)) == "__▄▄▄██")
    #expect(GlyphSet.console.shown("━") != GlyphSet.console.shown("─"))
    #expect(GlyphSet.ascii.shown("━") != GlyphSet.ascii.shown("─"))
  }

  @Test(arguments: [(UInt32(0x000003), Int32(8)), (0x41A9F0, 0x41A9F0)])
  func `a direct colour is never taken for one of the first eight`(colour: UInt32, number: Int32) {
    #expect(Colour(colour).number(depth: .truecolor) == number)
    #expect(Colour.terminal.number(depth: .truecolor) == -1)
  }

  @Test func `our widths are the C library's wherever a character may be shown`() throws {
    _ = try #require(setlocale(LC_CTYPE, "C.UTF-8"), "the C library has no C.UTF-8")
    var differing: [String] = []
    for value in UInt32(0x20)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), Glyph.sanitised(String(scalar)) == String(scalar) else { continue }
      let theirs = LibraryWidth.of(scalar)
      if theirs >= 0, theirs != CharacterWidth.of(scalar) { differing.append(String(value, radix: 16)) }
    }
    #expect(differing == [])
  }
}

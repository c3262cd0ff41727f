import Screen
import Testing

struct SanitiserTests {
  @Test(arguments: [
    ("plain & £5", "plain & £5"),
    ("a\u{1B}[31mb", "a·[31mb"),
    ("a\tb\nc\r", "a·b·c·"),
    ("\u{9B}31m", "·31m"),
    ("a\u{7F}", "a·"),
    ("\u{202E}evil", "·evil"),
    ("\u{2066}x\u{2069}", "·x·"),
    ("a\u{200B}b\u{200D}c\u{FEFF}", "a·b·c·"),
    ("soft\u{AD}hyphen", "soft·hyphen"),
    ("\u{E000}\u{10FFFF}", "··"),
    ("a\u{2028}b", "a·b"),
    ("a\u{A0}b\u{3000}c", "a b c"),
    ("e\u{301}", "e\u{301}"),
    ("e\u{301}\u{302}\u{303}\u{304}", "e\u{301}\u{302}"),
    ("\u{301}x", "·x"),
    ("👨‍👩", "👨·👩"),
    ("🇬🇧", "··"),
    ("👍🏽", "👍·"),
  ])
  func `what could do harm on the screen becomes a dot`(text: String, expected: String) {
    #expect(Glyph.sanitised(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func `no character of Unicode comes out dangerous`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = Glyph.sanitised("a\(Character(scalar))")
      for out in shown.unicodeScalars {
        let harmless = out.properties.generalCategory != .control && out.properties.generalCategory != .format
        if !harmless { Issue.record("U+\(String(value, radix: 16)) comes out as it is") }
      }
    }
  }

  @Test(arguments: [
    ("a", 1), ("é", 1), ("日", 2), ("한", 2), ("👍", 2), ("…", 1), ("⠿", 1), ("▲", 1), ("─", 1), ("Ａ", 2), ("£", 1),
  ])
  func `a character takes the cells a terminal gives it`(character: Character, width: Int) {
    #expect(CharacterWidth.of(character) == width)
  }

  @Test func `a styled line knows its width`() {
    var line = StyledText("日本", .strong)
    line.append(" a\u{1B}", .faint)
    #expect(line.width == 7)
    #expect(line.plain == "日本 a·")
  }

  @Test(arguments: [(7, "日本語x"), (6, "日本…"), (5, "日本…"), (4, "日…"), (1, "…"), (0, "")])
  func `cutting a line never cuts a character`(width: Int, expected: String) {
    let cut = StyledText("日本語x").truncated(to: width)
    #expect(cut.plain == expected)
    #expect(cut.width <= width)
  }

  @Test func `neighbours with one meaning become one run`() {
    #expect(StyledText([("a", .text), ("b", .text), ("c", .faint)]).runs.map(\.text) == ["ab", "c"])
  }
}

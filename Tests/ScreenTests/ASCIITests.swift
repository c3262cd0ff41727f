import Screen
import Testing

struct ASCIITests {
  @Test(
    arguments: [
      ("a", "a"), ("╭", "+"), ("─", "-"), ("│", "|"), ("┄", "="), ("╌", ","), ("█", "#"), ("▁", "_"), ("▲", "^"),
      ("▼", "v"),
      ("▸", ">"), ("•", "+"), ("…", "~"), ("£", "#"), ("━", "#"), ("é", "e"), ("Ö", "O"), ("e\u{301}", "e"), ("日", "?"),
      ("⠀", " "), ("⠉", "'"), ("⠤", "-"), ("⣀", "."), ("⡇", "|"), ("⠒", "-"), ("’", "'"), ("–", "-"), ("ø", "o"),
    ] as [(Character, Character)])
  func `every character has one of ASCII to stand for it`(character: Character, expected: Character) {
    #expect(character.ascii == expected)
  }

  @Test func `the stand-in is one printable cell, whatever the character`() {
    for value in UInt32(0xA0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let ascii = Character(scalar).ascii.asciiValue ?? 0
      if !(0x20...0x7E).contains(ascii) { Issue.record("U+\(String(value, radix: 16)) has no stand-in") }
    }
  }

  @Test(arguments: [
    ("94 beds £421k   |", "94 beds GBP421k |"), ("      £421k", "    GBP421k"), ("│ cost   £42k│", "| cost GBP42k|"),
    ("│a £m   b £2 │", "|a GBPm b  2 |"), ("£9.4m", " 9.4m"), ("    £1 £2    ", "  GBP1 GBP2"),
  ])
  func `a pound is written out where two blanks can be spared for it, and no letter stands for it anywhere`(
    text: String, expected: String
  ) {
    var frame = Frame(size: Size(columns: text.count, rows: 1))
    for (column, character) in text.enumerated() { frame[0, column] = Cell(character) }
    #expect(frame.inASCII.text == expected)
  }

  @Test func `a text says pounds in words`() {
    #expect("minus £17.0 million\nnext".inASCII == "minus GBP 17.0 million\nnext")
  }
}

import Screen
import Testing

struct ASCIITests {
  @Test(
    arguments: [
      ("a", "a"), ("╭", "+"), ("─", "-"), ("│", "|"), ("┄", "="), ("╌", "."), ("█", "#"), ("▁", "_"), ("▲", "^"),
      ("▼", "v"),
      ("▸", ">"), ("•", "*"), ("…", "~"), ("£", "L"), ("é", "e"), ("Ö", "O"), ("e\u{301}", "e"), ("日", "?"),
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
}

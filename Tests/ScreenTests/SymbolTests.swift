import Testing

@testable import Screen

/// What stands in a cell, as one number.
struct SymbolTests {
  @Test(arguments: ["a", "£", "⠿", "e\u{301}", "o\u{308}\u{304}", "字", "\u{1F9CA}"] as [Character])
  func `a character comes out as it went in`(character: Character) {
    #expect(Symbol(character).character == character)
    #expect(Symbol(character) == Symbol(character))
  }

  @Test func `accents tell two apart`() {
    #expect(Symbol("e" as Character) != Symbol("e\u{301}" as Character))
    #expect(Symbol("e\u{301}" as Character).base == "e" && Symbol("e\u{301}" as Character).mark == "\u{301}")
    #expect(
      Symbol("e" as Character).isASCII && !Symbol("e\u{301}" as Character).isASCII && !Symbol("£" as Character).isASCII)
  }

  @Test func `a cell with its meaning takes sixteen bytes, and nothing of it is counted`() {
    #expect(MemoryLayout<Cell>.stride == 16)
    #expect(_isPOD(Cell.self))
  }
}

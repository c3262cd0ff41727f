import Screen
import Testing

@testable import Terminal

private func scalars(_ text: String) -> [KeyDecoder.Input] { text.unicodeScalars.map { .scalar($0.value) } }

struct KeyTests {
  @Test(arguments: [
    (Int32(0o402), Key.down), (0o403, .up), (0o404, .left), (0o405, .right), (0o406, .home), (0o550, .end),
    (0o522, .pageDown), (0o523, .pageUp), (0o512, .delete), (0o541, .backtab), (0o411, .function(1)),
    (0o424, .function(12)), (0o527, .enter), (0o407, .backspace),
  ])
  func `a code of ncurses is a key`(code: Int32, key: Key) {
    #expect(KeyTable.key(code: code) == key)
  }

  @Test(arguments: [Int32(0o400), 0o632, 0o633])
  func `a code that is no key is none`(code: Int32) {
    #expect(KeyTable.key(code: code) == nil)
  }

  @Test(arguments: [Int32(0o425), 0o513, 0o520, 0o1000])
  func `F13, Insert and whatever else is no key of the board is a key all the same, so that it can be answered`(
    code: Int32
  ) {
    #expect(KeyTable.key(code: code) == .unknown)
  }

  @Test(arguments: [
    ("q", [Key.character("q")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{1B}", [.escape]),
    ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]), ("\u{18}", [.control("x")]), ("£", [.character("£")]),
    ("\u{9B}", []), ("\u{0}", []), ("\u{1B}j", [.escape, .character("j")]), ("\u{1B}\u{1B}", [.escape, .escape]),
  ])
  func `what is typed becomes keys`(text: String, keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(scalars(text)) == keys)
  }

  @Test(arguments: [
    ("\u{1B}[1;5Ax", [Key.unknown, .character("x")]), ("\u{1B}[2~", [.unknown]),
    ("\u{1B}[", [.escape, .character("[")]),
  ])
  func `a sequence that nobody knows is one unknown key`(text: String, keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(scalars(text)) == keys)
  }

  @Test func `both forms of the cursor keys are defined`() {
    for letter in "ABCDHF" {
      for start in ["\u{1B}[", "\u{1B}O"] {
        let code = KeyTable.definitions.first { $0.sequence == start + String(letter) }?.code
        #expect(code.flatMap { KeyTable.key(code: $0) } != nil)
      }
    }
  }

  @Test(arguments: [
    (Int64(100), 0, MouseEvent.Kind.doubleClick), (500, 0, .press), (100, 1, .press),
  ])
  func `two quick presses on one cell are a double click`(after: Int64, columns: Int, kind: MouseEvent.Kind) {
    var decoder = KeyDecoder()
    let first = MouseEvent(.press, at: Position(row: 1, column: 1))
    let second = MouseEvent(.press, at: Position(row: 1, column: 1 + columns))
    let keys = decoder.keys([.mouse(first, milliseconds: 0), .mouse(second, milliseconds: after)])
    #expect(keys == [.mouse(first), .mouse(MouseEvent(kind, at: second.position))])
  }
}

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
    // Its remains are no keys.
    ("\u{1B}[", [.unknown]), ("\u{1B}O", [.unknown]), ("\u{1B}[1;", [.unknown]),
  ])
  func `a sequence that nobody knows is one unknown key`(text: String, keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(scalars(text)) == keys)
  }

  /// What comes in pieces, each so many milliseconds after the one before, and the keys it is.
  static let pieces: [(pieces: [(after: Int64, text: String)], keys: [Key])] = [
    ([(0, "\u{1B}"), (30, "[A")], [.up]),
    ([(0, "\u{1B}"), (30, "O"), (30, "B")], [.down]),
    ([(0, "\u{1B}["), (900, "A")], [.up]),
    ([(0, "\u{1B}[1"), (500, "5~")], [.function(5)]),
    ([(0, "\u{1B}[1;5"), (500, "A"), (0, "q")], [.unknown, .character("q")]),
    ([(0, "\u{1B}"), (150, "j")], [.escape, .character("j")]),
    ([(0, "\u{1B}"), (30, "j")], [.escape, .character("j")]),
    ([(0, "\u{1B}[<0;1"), (200, "0;10Mq")], [.unknown, .character("q")]),
    ([(0, "\u{1B}[M"), (200, "  !q")], [.character("q")]),
  ]

  @Test(arguments: pieces.indices)
  func `a sequence that comes in pieces over a slow line is one key, and its remains are none`(index: Int) {
    var decoder = KeyDecoder()
    var now: Int64 = 0
    var keys: [Key] = []
    for piece in Self.pieces[index].pieces {
      now += piece.after
      keys += decoder.keys(scalars(piece.text), at: now)
    }
    #expect(keys == Self.pieces[index].keys)
    #expect(decoder.deadline == nil)
  }

  @Test func `an Escape alone is a key after as long as ESCDELAY says`() {
    var decoder = KeyDecoder(escapeDelay: 40)
    #expect(decoder.keys(scalars("\u{1B}"), at: 1000) == [])
    #expect(decoder.deadline == 1040)
    #expect(decoder.keys([], at: 1039) == [])
    #expect(decoder.keys([], at: 1040) == [.escape])
    #expect(decoder.deadline == nil)
  }

  @Test(arguments: [("40", Int64(40)), ("0", 0), ("", nil), ("soon", nil), ("-1", nil), ("99999", nil)])
  func `ESCDELAY is milliseconds within reason`(text: String, delay: Int64?) {
    #expect(TerminalConfiguration { $0 == "ESCDELAY" ? text : nil }.escapeDelay == delay)
  }

  @Test(arguments: [
    "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}P>|xterm(388)\u{1B}\\",
    "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^private\u{1B}\\", "\u{1B}Xstring\u{1B}\\",
  ])
  func `what a terminal replies is swallowed to its end, in one piece and in many`(reply: String) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(scalars(reply + "q")) == [.character("q")])
    var keys: [Key] = []
    for (place, input) in scalars(reply + "q").enumerated() { keys += decoder.keys([input], at: Int64(place * 20)) }
    #expect(keys == [.character("q")])
  }

  @Test func `a reply that never ends swallows no keys for ever`() {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for second in 0..<10 { keys += decoder.keys(scalars(second == 0 ? "\u{1B}]" : "q"), at: Int64(second * 1000)) }
    #expect(keys.count == 7)
  }

  @Test func `a paste is one text in a line, whatever is in it`() {
    var decoder = KeyDecoder()
    let text = "\u{1B}[200~provider\tRD8\r\nq\u{1B}[31m\u{7}!\u{1B}[20\u{1B}[201~x"
    #expect(decoder.keys(scalars(text)) == [.paste("provider RD8  q[31m![20"), .character("x")])
  }

  @Test func `a long paste takes steps in proportion to its length, and keeps what a line can hold`() throws {
    func steps(_ length: Int) throws -> (Int, Int) {
      var decoder = KeyDecoder()
      let text = "\u{1B}[200~" + String(repeating: "a\u{1B}", count: length / 2) + "\u{1B}[201~"
      let keys = decoder.keys(scalars(text))
      guard case .paste(let pasted)? = keys.first, keys.count == 1 else { throw CancellationError() }
      return (decoder.steps, pasted.count)
    }
    let (few, many) = (try steps(10_000), try steps(100_000))
    #expect(many.0 <= few.0 * 12 && many.1 <= 4_096)
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

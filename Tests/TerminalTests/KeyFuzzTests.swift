import Screen
import Testing

@testable import Terminal

/// Whatever a keyboard, a paste or a line full of noise sends.
@Suite struct KeyFuzzTests {
  /// The corpus: sequences that terminals send, whole and broken off.
  static let corpus: [[UInt32]] = [
    "\u{1B}[A", "\u{1B}OA", "\u{1B}[1;5C", "\u{1B}[<0;10;10M", "\u{1B}[200~text\u{1B}[201~", "\u{1B}]52;c;x\u{7}",
    "\u{1B}",
    "\u{1B}\u{1B}\u{1B}", "\u{1B}[", "\u{1B}[999999999999999999999m", "e\u{301}\u{302}", "\u{9B}A", "q",
    "\t\r\n\u{7F}\u{8}",
  ].map { $0.unicodeScalars.map(\.value) }

  @Test(arguments: [UInt64(3), 99, 0xBEEF])
  func `no input traps the decoder, and no key is a control character`(seed: UInt64) {
    var state = seed
    func random(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    var decoder = KeyDecoder()
    for _ in 0..<5_000 {
      var inputs: [KeyDecoder.Input] = []
      for _ in 0..<1 + random(6) {
        switch random(5) {
        case 0: inputs.append(.code(Int32(truncatingIfNeeded: random(70_000)) - 1_000))
        case 1: inputs.append(.scalar(UInt32(random(0x120000))))
        case 2:
          let place = Position(row: random(500) - 5, column: random(500) - 5)
          inputs.append(.mouse(MouseEvent(.press, at: place), milliseconds: Int64(random(2_000))))
        default:
          let sequence = KeyFuzzTests.corpus[random(KeyFuzzTests.corpus.count)]
          inputs += sequence.prefix(1 + random(sequence.count)).map { .scalar($0) }
        }
      }
      for case .character(let letter) in decoder.keys(inputs) {
        let isControl = letter.unicodeScalars.contains { $0.properties.generalCategory == .control }
        #expect(!isControl)
      }
    }
  }
}

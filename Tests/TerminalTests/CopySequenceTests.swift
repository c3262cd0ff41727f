import Testing

@testable import Terminal

/// How a text gets to the clipboard.
@Suite struct CopySequenceTests {
  private func sequence(_ terminal: String, _ variables: [String: String] = [:], _ text: String = "a") -> String? {
    CopySequence(TerminalFamily(name: terminal), Multiplexer { variables[$0] }).sequence(for: text)
  }

  @Test(arguments: ["linux", "vt100", "vt220", "ansi", "dumb"])
  func `a terminal that takes no copies is sent none`(terminal: String) {
    #expect(sequence(terminal) == nil)
  }

  @Test func `a terminal that may take it is sent it in base 64`() {
    #expect(sequence("xterm-256color") == "\u{1B}]52;c;YQ==\u{7}")
  }

  @Test func `tmux is sent it for itself and for the terminal it is in`() {
    let plain = "\u{1B}]52;c;YQ==\u{7}"
    #expect(sequence("tmux-256color", ["TMUX": "/tmp/x,1,0"]) == plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\")
  }

  @Test func `screen is sent it in pieces that it hands on`() throws {
    let sent = try #require(sequence("screen", ["STY": "1.pts-0.x"], String(repeating: "x", count: 600)))
    let pieces = sent.split(separator: "\u{1B}\\").map(String.init)
    #expect(pieces.count == 4 && pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 256 })
    let joined = pieces.map { String($0.dropFirst(2)) }.joined()
    #expect(joined == sequence("xterm", [:], String(repeating: "x", count: 600)))
  }
}

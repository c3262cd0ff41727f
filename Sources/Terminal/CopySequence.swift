/// A program that shows several terminals in one.
public enum Multiplexer: Sendable, Equatable {
  case tmux, screen

  /// The multiplexer whose variables are set; where one runs in another, the inner one cannot be determined.
  init?(_ environment: (String) -> String?) {
    func isSet(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }
    if isSet("TMUX") { self = .tmux } else if isSet("STY") { self = .screen } else { return nil }
  }
}

/// How a text reaches the clipboard of the user's terminal: OSC 52, wrapped so that a multiplexer passes it on.
struct CopySequence {
  private let isKnown: Bool
  private let multiplexer: Multiplexer?

  init(_ family: TerminalFamily, _ multiplexer: Multiplexer?) {
    isKnown = family.isModern
    self.multiplexer = multiplexer
  }

  /// The bytes to write; `nil` where the terminal accepts none, such as the Linux console and a vt100.
  func sequence(for text: String) -> String? {
    guard isKnown else { return nil }
    let plain = "\u{1B}]52;c;\(Base64.encoded(text))\u{07}"
    switch multiplexer {
    case nil: return plain
    // tmux uses it or passes it on, depending on its settings; it ignores what it does not support.
    case .tmux: return plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\"
    case .screen: return CopySequence.pieces(plain).map { "\u{1B}P" + $0 + "\u{1B}\\" }.joined()
    }
  }

  /// screen passes on only some hundred bytes at once.
  private static func pieces(_ text: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      pieces.append(rest.prefix(240))
      rest = rest.dropFirst(240)
    }
    return pieces
  }
}

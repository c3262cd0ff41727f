/// A program that shows the terminals of others in one of its own.
public enum Multiplexer: Sendable, Equatable {
  case tmux, screen

  /// The one whose variables are there; of one in the other the inner one cannot be told.
  init?(_ environment: (String) -> String?) {
    func isSet(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }
    if isSet("TMUX") { self = .tmux } else if isSet("STY") { self = .screen } else { return nil }
  }
}

/// How a text gets to the clipboard of whoever sits at the terminal: OSC 52, in the wrapping that a multiplexer hands on.
struct CopySequence {
  private let isKnown: Bool
  private let multiplexer: Multiplexer?

  init(_ family: TerminalFamily, _ multiplexer: Multiplexer?) {
    isKnown = family.isModern
    self.multiplexer = multiplexer
  }

  /// The bytes to write; `nil` where the terminal takes none, as the Linux console and a vt100.
  func sequence(for text: String) -> String? {
    guard isKnown else { return nil }
    let plain = "\u{1B}]52;c;\(Base64.encoded(text))\u{07}"
    switch multiplexer {
    case nil: return plain
    // tmux takes it itself or hands it on, as its settings say; what it does not do it ignores.
    case .tmux: return plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\"
    case .screen: return CopySequence.pieces(plain).map { "\u{1B}P" + $0 + "\u{1B}\\" }.joined()
    }
  }

  /// screen hands on no more than some hundred bytes at once.
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

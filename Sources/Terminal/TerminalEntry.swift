import CLinux
import CNcurses
import Glibc
import Screen

/// What terminfo and the locale say about the terminal, looked up before ncurses starts.
struct TerminalEntry {
  /// The value of TERM.
  let givenName: String
  /// The terminfo entry that is used: that of TERM, or its `-direct` variant.
  let name: String
  let depth: ColourDepth
  let glyphs: GlyphSet
  /// The sequence that leaves the terminal as it was, whatever its state.
  let restoreSequence: String

  init(_ configuration: TerminalConfiguration) throws(TerminalProblem) {
    guard clinux_is_terminal(STDIN_FILENO) == 1, clinux_is_terminal(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let given = configuration.terminalName, !given.isEmpty else { throw .noTERM }
    // newterm would do, but it shares code with initscr, which exits: a missing entry must be an error.
    guard cncurses_knows(given, STDOUT_FILENO) == 1 else { throw .unknownTERM(given) }
    guard cncurses_string("cup") != nil else { throw .cannotPosition(given) }
    let family = TerminalFamily(name: given)
    givenName = given
    restoreSequence = Self.restoreSequence(family)
    var colours = Int(cncurses_number("colors"))
    var name = given
    cncurses_forget()
    let mayBeDirect = !configuration.isColourless && (configuration.mostColours ?? .truecolor) == .truecolor
    if configuration.claimsTruecolor, mayBeDirect, let direct = Self.directEntry(family) {
      colours = direct.colours
      name = direct.name
    }
    self.name = name
    depth = ColourChoice(configuration, colours: colours, isDirect: colours >= 1 << 24).depth
    let isUnicode = LibraryWidth.useLocale() && !configuration.isASCIIOnly
    glyphs = isUnicode ? family.glyphs : .ascii
  }

  /// The first entry that takes red, green and blue in the form that every truecolor terminal understands,
  /// `38;2;r;g;b`. The form with colons is understood only by newer terminals; others print stray digits.
  private static func directEntry(_ family: TerminalFamily) -> (name: String, colours: Int)? {
    for name in [family.directName] + (family.isModern ? ["vte-direct"] : []) {
      guard cncurses_knows(name, STDOUT_FILENO) == 1 else { continue }
      defer { cncurses_forget() }
      let colours = Int(cncurses_number("colors"))
      let sequence = cncurses_string("setaf").map { String(cString: $0) } ?? ""
      if colours >= 1 << 24, sequence.contains("38;2;") { return (name, colours) }
    }
    return nil
  }

  private static func restoreSequence(_ family: TerminalFamily) -> String {
    // CAN first: a crash may have happened in the middle of a sequence, which would swallow the next one.
    let modes = family.isModern ? "\u{1B}[?2026l\u{1B}[?2004l\u{1B}[?1006;1000l" : ""
    let capabilities = ["sgr0", "cnorm", "rmkx", "rmcup"]
    return capabilities.reduce("\u{18}" + modes) { sequence, capability in
      sequence + (cncurses_string(capability).map { withoutDelays(String(cString: $0)) } ?? "")
    }
  }

  /// A capability as it is sent, without the `$<20>` that asks for a pause.
  private static func withoutDelays(_ text: String) -> String {
    var rest = Substring(text)
    var written = ""
    while let start = rest.firstIndex(of: "$"), rest[rest.index(after: start)...].first == "<",
      let end = rest[start...].firstIndex(of: ">")
    {
      written += rest[..<start]
      rest = rest[rest.index(after: end)...]
    }
    return written + rest
  }
}

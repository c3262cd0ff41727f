import Screen

/// What a terminal's name says beyond its terminfo entry.
struct TerminalFamily: Equatable {
  /// The value of TERM.
  let name: String

  private static let modern = [
    "xterm", "tmux", "screen", "rxvt", "alacritty", "kitty", "foot", "wezterm", "ghostty", "konsole", "gnome", "vte",
    "st", "contour", "iterm", "mintty",
  ]

  private var firstWord: Substring { name.prefix { $0 != "-" && $0 != "." } }

  /// Whether it ignores unknown private modes, so that synchronised output can be requested.
  var isModern: Bool { Self.modern.contains { firstWord == $0 } }

  /// The characters that it can show, provided that the locale is UTF-8.
  var glyphs: GlyphSet {
    if firstWord == "linux" || firstWord == "fbterm" { return .console }
    return firstWord.hasPrefix("vt") && firstWord != "vte" || ["ansi", "dumb", "cons25"].contains(name) ? .ascii : .full
  }

  /// The name of the terminfo entry that takes red, green and blue directly, where there may be one.
  var directName: String {
    let base = name.hasSuffix("-256color") ? String(name.dropLast("-256color".count)) : name
    return base.hasSuffix("-direct") ? base : base + "-direct"
  }
}

/// The set of characters that can be shown.
public enum GlyphSet: Sendable, Hashable {
  /// All of Unicode.
  case full
  /// What the Linux console's fonts have: lines and blocks, but no braille, no rounded corners.
  case console
  /// The 95 characters of ASCII.
  case ascii

  /// The symbol to show for another one.
  func shown(_ symbol: Symbol) -> Symbol {
    self == .full || symbol.isASCII ? symbol : Symbol(shown(symbol.character))
  }

  /// The character to show for another one.
  public func shown(_ character: Character) -> Character {
    switch self {
    case .full: character
    case .ascii: character.ascii
    case .console: Self.consoleForms[character] ?? (Self.hasConsoleForm(character) ? character : character.ascii)
    }
  }

  private static let consoleForms: [Character: Character] = [
    "╭": "┌", "╮": "┐", "╰": "└", "╯": "┘", "┄": "=", "╌": "·", "━": "═", "┃": "│", "╋": "┼", "▰": "█", "▱": "░",
    "•": "+", "▸": ">", "–": "-",
    // Large digits keep their holes without quarter blocks.
    "▟": "█", "▙": "█", "▜": "█", "▛": "█", "▞": "█", "▚": "█", "▘": "▀", "▝": "▀", "▖": "▄", "▗": "▄",
    // A trend in three heights, so that one line uses one kind of character.
    "▁": "_", "▂": "_", "▃": "▄", "▅": "▄", "▆": "█", "▇": "█",
  ]

  private static func hasConsoleForm(_ character: Character) -> Bool {
    character.isASCII || "─│┌┐└┘├┤┬┴┼═║█▀▄▌▐░▒▓■·£×÷°±½¼²».«▲▼↑↓→←".contains(character)
  }
}

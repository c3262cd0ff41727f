import Screen

/// How many colours are used: as many as the terminal has and the user allows.
struct ColourChoice: Equatable {
  let depth: ColourDepth

  /// - Parameters:
  ///   - colours: the number that terminfo gives; negative for none.
  ///   - isDirect: whether the terminfo entry takes red, green and blue directly.
  init(_ configuration: TerminalConfiguration, colours: Int, isDirect: Bool) {
    let found: ColourDepth =
      switch colours {
      case _ where configuration.isColourless: .mono
      case _ where isDirect: .truecolor
      case 256...: .indexed256
      case 16...: .indexed16
      case 8...: .indexed8
      default: .mono
      }
    depth = configuration.mostColours.map { min($0, found) } ?? found
  }
}

extension Colour {
  /// ncurses' number for a colour; -1 for the terminal's own.
  func number(depth: ColourDepth) -> Int32 {
    switch depth {
    case .truecolor: direct
    case .indexed256: nearest256.map { Int32($0) } ?? -1
    case .indexed16: nearest16.map { Int32($0) } ?? -1
    case .indexed8: nearest8.map { Int32($0) } ?? -1
    case .mono: -1
    }
  }

  private var direct: Int32 {
    guard case .rgb(let red, let green, let blue) = self else { return -1 }
    // In the direct entries, 0 to 7 are the terminal's own eight colours.
    return max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
  }
}

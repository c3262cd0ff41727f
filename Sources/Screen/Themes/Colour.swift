/// A colour in a theme.
public enum Colour: Sendable, Hashable {
  /// The terminal's own colour.
  case terminal
  /// Red, green and blue.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// A colour written as `#41a9f0`.
  public init(_ hexadecimal: UInt32) {
    self = .rgb(
      red: UInt8(truncatingIfNeeded: hexadecimal >> 16), green: UInt8(truncatingIfNeeded: hexadecimal >> 8),
      blue: UInt8(truncatingIfNeeded: hexadecimal))
  }

  /// A colour as in theme files: `default`, or `#` and six hexadecimal digits; `nil` for anything else.
  public init?(text: String) {
    if text == "default" {
      self = .terminal
      return
    }
    guard let digits = text.rest(after: "#"), digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    self.init(value)
  }

  /// Its form in theme files.
  public var text: String {
    guard case .rgb(let red, let green, let blue) = self else { return "default" }
    return [red, green, blue].reduce(into: "#") { text, part in
      text += (part < 16 ? "0" : "") + String(part, radix: 16)
    }
  }
}

/// The number of colours that a terminal can show.
public enum ColourDepth: Sendable, Hashable, CaseIterable, Comparable {
  /// None: bold, dim, underline and reverse are used instead.
  case mono
  /// Eight.
  case indexed8
  /// Eight, and eight brighter ones.
  case indexed16
  /// The 256 that xterm numbered.
  case indexed256
  /// Every red, green and blue.
  case truecolor
}

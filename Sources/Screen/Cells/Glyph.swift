/// One sanitised character, and the number of its cells.
///
/// Extracts come from anywhere, so a name may contain an escape sequence, a right-to-left override or a thousand
/// accents. Only glyphs reach the screen: any character that could move the cursor, reverse the writing direction or
/// hide something becomes a visible `·`.
public struct Glyph: Sendable, Equatable {
  /// The symbol that is shown.
  public let symbol: Symbol
  /// One cell or two.
  public let width: Int

  /// The symbol as a character.
  public var character: Character { symbol.character }

  static let substitute = Glyph(symbol: Symbol("·" as Unicode.Scalar), width: 1)
  static let ellipsis = Glyph(symbol: Symbol("…" as Unicode.Scalar), width: 1)

  /// Whether it can be part of a figure: a digit, or a sign among, before or after digits.
  var isOfFigure: Bool {
    switch character {
    case "0"..."9", ",", ".", "%", "(", ")", "£", "-", "+", ":": true
    default: false
    }
  }

  /// The most accents on one character; more would not be language.
  static let mostMarks = 2

  /// The sanitised glyphs of a text.
  public static func glyphs(of text: String) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(text.utf8.count)
    var marks = 0
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x20, scalar.value < 0x7F {
        // Almost every character of a board takes this path.
        marks = 0
        glyphs.append(Glyph(symbol: Symbol(scalar), width: 1))
        continue
      }
      switch ScalarKind(scalar) {
      case .shown(let width):
        marks = 0
        glyphs.append(Glyph(symbol: Symbol(scalar), width: width))
      case .blank:
        marks = 0
        glyphs.append(Glyph(symbol: .blank, width: 1))
      case .mark:
        marks += 1
        guard marks <= mostMarks else { continue }
        attach(scalar, to: &glyphs)
      case .hostile:
        marks = 0
        glyphs.append(substitute)
      }
    }
    return glyphs
  }

  /// The sanitised text.
  public static func sanitised(_ text: String) -> String {
    String(glyphs(of: text).map(\.character))
  }

  private static func attach(_ mark: Unicode.Scalar, to glyphs: inout [Glyph]) {
    guard let base = glyphs.last, base != substitute else { return glyphs.append(substitute) }
    var text = String(base.character)
    text.unicodeScalars.append(mark)
    // A mark that does not join its base would become a character of its own, without a cell.
    guard text.count == 1 else { return glyphs.append(substitute) }
    glyphs[glyphs.count - 1] = Glyph(symbol: Symbol(Character(text)), width: base.width)
  }
}

extension Collection where Element == Glyph {
  /// The cells they take together.
  var width: Int { reduce(0) { $0 + $1.width } }
}

extension Glyph {
  /// A text that a spreadsheet cannot treat as a formula: one that starts with `=`, `+`, `-`, `@`, their wide forms, a
  /// tab or a line end gets an apostrophe in front.
  public static func harmlessInSpreadsheet(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first) else { return text }
    return "'" + text
  }
}

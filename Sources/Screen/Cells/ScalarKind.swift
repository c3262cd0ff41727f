/// What happens to a Unicode scalar on its way to the screen.
enum ScalarKind: Equatable {
  /// It is shown, in this many cells.
  case shown(width: Int)
  /// It is some kind of space.
  case blank
  /// It joins the character before it.
  case mark
  /// It would move the cursor, reverse the writing direction, be invisible, or mean nothing.
  case hostile

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x24F, 0x2010...0x2027, 0x2190...0x21FF, 0x2500...0x25FC, 0x2800...0x28FF:
      // Almost everything on a board; the full look-up takes ten times as long.
      self = .shown(width: 1)
    case 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF:
      // Flag letters and skin tones: terminals disagree about the width where two of them meet.
      self = .hostile
    case 0x1160...0x11FF, 0xD7B0...0xD7FF:
      // Jamo that merge with the syllable before them.
      self = .hostile
    default:
      self = ScalarKind(category: scalar)
    }
  }

  private init(category scalar: Unicode.Scalar) {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint {
      self = .hostile
      return
    }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spacingMark:
      self = .hostile
    case .nonspacingMark, .enclosingMark:
      self = .mark
    case .spaceSeparator:
      self = .blank
    default:
      self = .shown(width: CharacterWidth.of(scalar))
    }
  }
}

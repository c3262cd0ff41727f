import Screen

/// The state of a figure as large as there is room for, so that it is read from a distance by those who see no colour: the
/// word, `MISSED`, or the arrow of its variance, beside the digits or beside the name.
struct WallStanding {
  /// The word or the sign.
  let shape: BigDigits
  /// Whether it is the word.
  let isWord: Bool
  /// Where it begins, in rows and columns: from the digits, or from the name where it stands beside that.
  let row: Int, column: Int
  /// Whether it stands beside the name.
  let isBesideName: Bool

  /// The largest of the ways to write it; a word before a sign of the same size.
  ///
  /// - Parameter size: the cells of the tile inside its border.
  init?(_ shown: WallFigure, beside digits: BigDigits?, under name: WallName? = nil, in size: Size) {
    guard let digits, !shown.standingWord.isEmpty else { return nil }
    for scale in (1...max(1, digits.scale)).reversed() {
      let word = BigDigits.name(shown.standingWord, scale: scale).flatMap { scale < max(2, digits.scale) ? $0 : nil }
      let sign = BigDigits(shown.figure?.arrow ?? " ", scale: scale)
      for (shape, isWord) in [(word, true), (sign.text == " " ? nil : sign, false)] {
        guard let shape else { continue }
        let column = digits.size.columns + 1 + Self.offset(shown.suffix, isWord ? 1 : scale)
        if column + shape.size.columns <= size.columns, shape.size.rows <= digits.baseline + 1 {
          self.init(
            shape: shape, isWord: isWord, row: digits.baseline + 1 - shape.size.rows, column: column,
            isBesideName: false)
          return
        }
      }
      guard let last = name?.lines.last, let name else { continue }
      for (shape, isWord) in [(word, true), (sign.text == " " ? nil : sign, false)] {
        guard let shape, shape.size.rows <= last.size.rows else { continue }
        let column = last.size.columns + 2 * last.scale + 1
        if column + shape.size.columns <= size.columns {
          self.init(
            shape: shape, isWord: isWord, row: name.rows - shape.size.rows, column: column, isBesideName: true)
          return
        }
      }
    }
    return nil
  }

  private init(shape: BigDigits, isWord: Bool, row: Int, column: Int, isBesideName: Bool) {
    (self.shape, self.isWord, self.row, self.column, self.isBesideName) = (shape, isWord, row, column, isBesideName)
  }

  /// The cells between the foot of the digits and the state: the unit and a blank; a sign of this scale or more has a
  /// blank foot, under which the unit has room.
  private static func offset(_ suffix: String, _ scale: Int) -> Int {
    scale > 1 ? 1 : suffix.isEmpty ? 1 : suffix.count + 2
  }
}

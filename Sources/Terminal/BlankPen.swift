import Screen

/// Gives short gaps the look of the text beside them, so that the terminal need not change colour for a blank. This
/// saves a quarter of the bytes of a full picture and shows exactly the same.
enum BlankPen {
  /// Longer gaps are better skipped or erased, which is only possible where they look the same throughout.
  private static let longestGap = 5

  /// Gives the blanks of a row the looks of their neighbours, preferably the one before them.
  ///
  /// - Parameters:
  ///   - looks: the look of each cell that is written; `nil` for cells that are already on the screen.
  ///   - plain: the look of cells without a meaning of their own, which erased cells have too.
  static func lend(_ looks: inout [Palette.Look?], _ cells: ArraySlice<Cell>, plain: Palette.Look) {
    var column = 0
    while column < looks.count {
      guard let blank = blank(at: column, looks, cells) else {
        column += 1
        continue
      }
      let start = column
      while column < looks.count, Self.blank(at: column, looks, cells) == blank { column += 1 }
      let isLong = column - start > longestGap
      let before = start > 0 && !isLong ? looks[start - 1] : plain
      let after = column < looks.count && !isLong ? looks[column] : plain
      let look = [before, after].first { $0?.blank == blank } ?? looks[start]
      for column in start..<column { looks[column] = look }
    }
  }

  /// The visible part of the look of a cell that is written and blank; `nil` for all other cells.
  private static func blank(at column: Int, _ looks: [Palette.Look?], _ cells: ArraySlice<Cell>) -> Int32? {
    cells[cells.startIndex + column].symbol == .blank ? looks[column]?.blank : nil
  }
}

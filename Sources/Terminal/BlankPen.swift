import Screen

/// Lets short gaps keep the look of what is written beside them, so that the terminal is not told to change colour for a
/// blank. It saves a quarter of a full picture's bytes and shows exactly the same.
enum BlankPen {
  /// Longer gaps are better skipped or erased, which only works where they look the same throughout.
  private static let longestGap = 5

  /// Gives the blanks of a row the looks of their neighbours, the one before them if it can be.
  ///
  /// - Parameters:
  ///   - looks: the look of each cell that is written; `nil` for those that stand already.
  ///   - plain: the look of what has no meaning of its own, which erased places have too.
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

  /// What is seen of a cell that is written and holds nothing; `nil` for all others.
  private static func blank(at column: Int, _ looks: [Palette.Look?], _ cells: ArraySlice<Cell>) -> Int32? {
    cells[cells.startIndex + column].symbol == .blank ? looks[column]?.blank : nil
  }
}

extension Frame {
  /// The same picture in ASCII; a character that took two cells becomes one and a blank.
  ///
  /// A pound sign becomes `GBP` where its line has two blanks to spare, and is otherwise left out: `94 beds GBP421k`.
  public var inASCII: Frame {
    var frame = self
    for row in 0..<size.rows {
      frame.writePounds(row: row)
      for (column, cell) in frame.row(row).enumerated() where cell.isContinuation || !cell.symbol.isASCII {
        let character = cell.isContinuation ? " " : cell.character.ascii
        frame[row, column] = Cell(character, role: cell.role, isSelected: cell.isSelected)
      }
    }
    return frame
  }

  /// Writes out the pound signs of a row, from the left.
  private mutating func writePounds(row: Int) {
    var column = 0
    while column < size.columns {
      defer { column += 1 }
      let cell = self[row, column]
      guard cell.character == "£" else { continue }
      if let start = blanksBefore(column, row: row) {
        move(row: row, start + 2..<column, by: -2)
        put("GBP", row: row, column: column - 2, like: cell)
      } else if let end = blanksAfter(column, row: row) {
        move(row: row, column + 1..<end, by: 2)
        put("GBP", row: row, column: column, like: cell)
      } else {
        self[row, column].symbol = .blank
      }
    }
  }

  private mutating func put(_ text: String, row: Int, column: Int, like cell: Cell) {
    for (offset, letter) in text.enumerated() {
      self[row, column + offset] = Cell(letter, role: cell.role, isSelected: cell.isSelected)
    }
  }

  /// Moves cells along their row; the blanks that they move over take their old place.
  private mutating func move(row: Int, _ columns: Range<Int>, by step: Int) {
    let moved = columns.map { self[row, $0] }
    for (offset, cell) in moved.enumerated() { self[row, columns.lowerBound + offset + step] = cell }
  }

  /// The first of three blanks in a row before a column, with only words in between: two of them can be spared.
  private func blanksBefore(_ column: Int, row: Int) -> Int? {
    var place = column - 1
    while place >= 2, !self[row, place].isBorder {
      if (0...2).allSatisfy({ self[row, place - $0].isBlank }) { return place - 2 }
      place -= 1
    }
    return nil
  }

  /// The first of three blanks in a row after a column, or of two at the end of a line.
  private func blanksAfter(_ column: Int, row: Int) -> Int? {
    var place = column + 1
    while place + 1 < size.columns, !self[row, place].isBorder {
      let isSpare = self[row, place].isBlank && self[row, place + 1].isBlank
      if isSpare, place + 2 == size.columns || self[row, place + 2].isBlank || self[row, place + 2].isBorder {
        return place
      }
      place += 1
    }
    return nil
  }
}

extension Cell {
  fileprivate var isBlank: Bool { symbol == .blank && !isContinuation }

  /// Whether a panel ends here.
  fileprivate var isBorder: Bool { "│║╭╮╰╯─".contains(character) }
}

extension String {
  /// The same text with ASCII alone: `GBP 17.0 million`.
  public var inASCII: String {
    String(
      split(separator: "£", omittingEmptySubsequences: false).joined(separator: "GBP ").map { character in
        character.isNewline ? character : character.ascii
      })
  }
}

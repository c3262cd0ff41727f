extension Frame {
  /// The picture with the sequences (SGR, ECMA-48) for its looks; none of them moves a cursor.
  func ansi(in theme: Theme, depth: ColourDepth) -> String {
    (0..<size.rows).map { ansiLine($0, theme, depth) }.joined(separator: "\n")
  }

  /// One row, without invisible trailing blanks, ending in the terminal's own look.
  private func ansiLine(_ row: Int, _ theme: Theme, _ depth: ColourDepth) -> String {
    let cells = self.row(row).map { ($0, theme.style(for: $0.role, isSelected: $0.isSelected, depth: depth)) }
    let end = cells.lastIndex { $0.0.symbol != .blank || $0.1.showsOnBlanks } ?? -1
    var line = ""
    var look = Style()
    for (cell, style) in cells[...end] where !cell.isContinuation {
      // An invisible blank keeps the look of the character before it.
      let isInvisible = cell.symbol == .blank && !style.showsOnBlanks && !look.showsOnBlanks
      if !isInvisible, style != look {
        line += style.sequence(depth)
        look = style
      }
      line.append(cell.writtenCharacter)
    }
    return look == Style() ? line : line + Style().sequence(depth)
  }
}

extension Style {
  /// Whether a blank with this look differs from an empty cell.
  var showsOnBlanks: Bool {
    if !attributes.isDisjoint(with: [.reverse, .underline]) { return true }
    if case .rgb = background { return true }
    return false
  }

  /// The sequence that makes a terminal write in this look, whatever its look before.
  fileprivate func sequence(_ depth: ColourDepth) -> String {
    var numbers: [String] = []
    let codes: [(Attributes, String)] = [(.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7")]
    numbers += codes.filter { attributes.contains($0.0) }.map(\.1)
    if let colour = foreground?.parameters(depth, offset: 30) { numbers.append(colour) }
    if let colour = background?.parameters(depth, offset: 40) { numbers.append(colour) }
    return "\u{1B}[" + (["0"] + numbers).joined(separator: ";") + "m"
  }
}

extension Colour {
  /// The numbers for it; `nil` for the terminal's own. The offset is 30 for characters, and 40 for their background.
  fileprivate func parameters(_ depth: ColourDepth, offset: Int) -> String? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    switch depth {
    case .truecolor: return "\(offset + 8);2;\(red);\(green);\(blue)"
    case .indexed256: return nearest256.map { "\(offset + 8);5;\($0)" }
    // The brighter eight have their own numbers, 60 higher.
    case .indexed16: return nearest16.map { "\($0 < 8 ? offset + Int($0) : offset + 52 + Int($0))" }
    case .indexed8: return nearest8.map { "\(offset + Int($0))" }
    case .mono: return nil
    }
  }
}

/// A drawing while it is composed: backgrounds, then shapes, then words, each grouped by look.
struct DrawingLayers {
  private var backgrounds = Gathered()
  private var bars = Gathered()
  private var lines = Gathered()
  private var dots = Gathered()
  private var words = Gathered()

  /// Texts grouped by look, in the order in which the looks came.
  private struct Gathered {
    private(set) var looks: [DrawnLook] = []
    private(set) var texts: [DrawnLook: String] = [:]

    mutating func add(_ text: String, _ look: DrawnLook) {
      if texts[look] == nil { looks.append(look) }
      texts[look, default: ""] += text
    }

    func elements(_ element: (DrawnLook, String) -> String) -> [String] {
      looks.map { element($0, texts[$0] ?? "") }
    }
  }

  /// Every element, from back to front.
  var elements: [String] {
    backgrounds.elements { "<path fill=\"\($0.background ?? "")\" d=\"\($1)\"/>" }
      + bars.elements { "<path fill=\"\($0.foreground)\"\($0.opacity) d=\"\($1)\"/>" }
      + lines.elements {
        "<path fill=\"none\" stroke=\"\($0.foreground)\" stroke-width=\"1.6\"\($0.opacity) d=\"\($1)\"/>"
      }
      + dots.elements {
        "<path stroke=\"\($0.foreground)\" stroke-width=\"4\" stroke-linecap=\"round\"\($0.opacity) d=\"\($1)\"/>"
      }
      + words.elements { "<g \($0.textAttributes)>\($1)</g>" }
  }

  /// Adds a row of cells.
  mutating func add(_ cells: ArraySlice<Cell>, row: Int, _ theme: Theme, _ canvas: Canvas) {
    let drawn = cells.map { cell in
      (cell: cell, look: DrawnLook(theme.style(for: cell.role, isSelected: cell.isSelected), on: canvas))
    }
    addBackgrounds(drawn, row, canvas)
    var column = 0
    while column < drawn.count {
      let (cell, look) = drawn[column]
      let same = drawn[column...].prefix { $0.cell.symbol == cell.symbol && $0.look == look }.count
      if CellShape(cell.character) != nil {
        addShape(cell.character, look, row, column, cells: same)
        column += same
      } else {
        column = addWord(drawn, row, from: column)
      }
    }
  }

  private mutating func addBackgrounds(_ drawn: [(cell: Cell, look: DrawnLook)], _ row: Int, _ canvas: Canvas) {
    var column = 0
    while column < drawn.count {
      let look = drawn[column].look
      let same = drawn[column...].prefix { $0.look.background == look.background }.count
      if look.background != nil, look.background != canvas.background {
        let key = DrawnLook(background: look.background)
        backgrounds.add(CellShape.box(row, column, cells: same), key)
      }
      column += same
    }
  }

  private mutating func addShape(_ character: Character, _ look: DrawnLook, _ row: Int, _ column: Int, cells: Int) {
    // A bold shape is the same shape.
    let plain = DrawnLook(foreground: look.foreground, attributes: look.attributes.intersection(.dim))
    switch CellShape(character) {
    case .bar(let left, let right, let top, let bottom)?:
      let start = column * CellSize.width + left
      let end = (column + cells - 1) * CellSize.width + right
      // Bars that do not reach from side to side are separate.
      if left == 0, right == CellSize.width {
        bars.add(CellShape.box(start, row * CellSize.height + top, end, row * CellSize.height + bottom), plain)
      } else {
        for cell in 0..<cells {
          let x = (column + cell) * CellSize.width
          bars.add(
            CellShape.box(x + left, row * CellSize.height + top, x + right, row * CellSize.height + bottom), plain)
        }
      }
    case .line(let path, let isStraight)?:
      for cell in 0..<(isStraight ? 1 : cells) {
        let origin = "M\((column + cell) * CellSize.width) \(row * CellSize.height)"
        lines.add(origin + (isStraight ? "m0 12h\(cells * CellSize.width)" : path), plain)
      }
    case .dots(let places)?:
      for cell in 0..<cells {
        for place in places {
          let (x, y) = ((column + cell) * CellSize.width + place.x, row * CellSize.height + place.y)
          dots.add("M\(x) \(y)h0", plain)
        }
      }
    case nil: break
    }
  }

  /// Adds the words from a cell on, up to a wider gap, another look or a shape; returns the column after them.
  private mutating func addWord(_ drawn: [(cell: Cell, look: DrawnLook)], _ row: Int, from start: Int) -> Int {
    let look = drawn[start].look
    guard drawn[start].cell.symbol != .blank else { return start + 1 }
    var text = ""
    var end = start
    var column = start
    while column < drawn.count {
      let cell = drawn[column].cell
      if cell.isContinuation {
        (column, end) = (column + 1, column + 1)
      } else if cell.symbol == .blank {
        // A single gap belongs to the words on both sides, whatever its own look.
        guard column + 1 < drawn.count, goesOn(drawn[column + 1], look) else { break }
        text += " "
        column += 1
      } else {
        guard column == start || goesOn(drawn[column], look) else { break }
        text.append(cell.writtenCharacter)
        (column, end) = (column + 1, column + 1)
        if cell.character.isSign { break }
      }
    }
    let cells = end - start
    let length = cells > 1 ? " textLength=\"\(cells * CellSize.width)\"" : ""
    let place = "x=\"\(start * CellSize.width)\" y=\"\(row * CellSize.height + CellSize.baseline)\""
    words.add("<text \(place)\(length)>\(text.escapedForXML)</text>", look)
    return end
  }

  /// Whether a cell continues a word with this look; a sign that a font may not have in fixed width is separate.
  private func goesOn(_ drawn: (cell: Cell, look: DrawnLook), _ look: DrawnLook) -> Bool {
    let character = drawn.cell.character
    return character != " " && drawn.look == look && !character.isSign && CellShape(character) == nil
  }
}

extension DrawnLook {
  /// The look of a background alone.
  fileprivate init(background: String?) {
    (foreground, self.background, attributes) = ("", background, [])
  }

  /// The look of a shape.
  fileprivate init(foreground: String, attributes: Style.Attributes) {
    (self.foreground, background, self.attributes) = (foreground, nil, attributes)
  }
}

extension Character {
  /// Whether it is a mark or arrow rather than a letter, digit or ordinary punctuation.
  fileprivate var isSign: Bool {
    guard let scalar = unicodeScalars.first, scalar.value >= 0x2000 else { return false }
    return !"–—…‘’“”•".contains(self) && !isLetter
  }
}

extension String {
  /// The text, escaped for an XML element.
  fileprivate var escapedForXML: String {
    reduce(into: "") { text, character in
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      default: text.append(character)
      }
    }
  }
}

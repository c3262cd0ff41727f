import Screen

/// What of the legend is found in a picture.
///
/// It looks at every cell of the page whenever the page is drawn, so it compares the numbers that stand in cells and roles,
/// and makes characters and strings of none of them.
struct LegendSearch {
  /// Whether each line of `Legend.all` has been found.
  private var isFound = Array(repeating: false, count: Legend.all.count)

  private let index = Legend.index

  /// What has been found, in the order of `Legend.all`.
  var lines: [Legend.Line] { zip(Legend.all, isFound).compactMap { line, isFound in isFound ? line : nil } }

  /// Looks through a row.
  mutating func look(at row: ArraySlice<Cell>) {
    lookForWords(in: row)
    var column = row.startIndex
    var last: Cell?
    while column < row.endIndex {
      let cell = row[column]
      let end = LegendSearch.endOfWord(in: row, from: column)
      // Borders, bars and blanks stand beside others of their kind.
      if end > column || last != cell { look(at: cell, startsWord: end > column) }
      if end > column, end - column <= 2 { lookForLetters(in: row[column..<end]) }
      last = end > column ? nil : cell
      column = max(column + 1, end)
    }
  }

  private mutating func look(at cell: Cell, startsWord: Bool) {
    guard cell.symbol != .blank else { return }
    let role = Int(cell.role.rawValue)
    // No sign is a letter or a digit.
    if !startsWord, let place = index.signs[cell.symbol],
      !Legend.layout.contains(cell.role) || Legend.all[place].role == cell.role
    {
      isFound[place] = true
    }
    if let place = index.strokes[role], cell.role == .targetLine || Legend.isStroke(cell.symbol.base) {
      isFound[place] = true
    }
    if let place = index.colours[role] { isFound[place] = true }
  }

  /// Words of state letters alone; any other letter makes it a word like others.
  private mutating func lookForLetters(in word: ArraySlice<Cell>) {
    let places = word.compactMap { cell in
      Legend.stateRoles.contains(cell.role) ? index.letters[cell.symbol] : nil
    }
    guard places.count == word.count else { return }
    for place in places { isFound[place] = true }
  }

  private mutating func lookForWords(in row: ArraySlice<Cell>) {
    for (place, word) in index.words where !isFound[place] {
      isFound[place] = LegendSearch.contains(word, row)
    }
  }

  private static func contains(_ word: [Symbol], _ row: ArraySlice<Cell>) -> Bool {
    guard let first = word.first, word.count <= row.count else { return false }
    for start in row.startIndex...row.endIndex - word.count where row[start].symbol == first {
      // The right half of a wide character is no blank before a word.
      if row[start].isContinuation { continue }
      if word.indices.allSatisfy({ row[start + $0].symbol == word[$0] }) { return true }
    }
    return false
  }

  /// Where the letters and digits end that begin at a cell.
  private static func endOfWord(in row: ArraySlice<Cell>, from start: Int) -> Int {
    var end = start
    while end < row.endIndex, isOfWord(row[end].symbol) { end += 1 }
    return end
  }

  private static func isOfWord(_ symbol: Symbol) -> Bool {
    guard symbol.isASCII else {
      return !isDrawn(symbol.base) && (symbol.character.isLetter || symbol.character.isNumber)
    }
    switch symbol.base.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    default: return false
    }
  }

  /// Whether it is one of the lines, blocks, shapes and dots that fill most of a page, none of which is a letter.
  private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    (0x2500...0x25FF).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
  }
}

extension Legend {
  /// Where in `all` the line of a symbol, a role or a word stands.
  struct Index {
    let signs: [Symbol: Int]
    let letters: [Symbol: Int]
    /// By the number of the role.
    let strokes: [Int?], colours: [Int?]
    let words: [(place: Int, symbols: [Symbol])]

    init(_ lines: [Line], strokes: Range<Int>) {
      func symbols(_ kind: Kind) -> [Symbol: Int] {
        Dictionary(
          uniqueKeysWithValues: lines.indices.filter { lines[$0].kind == kind }.map {
            (Symbol(lines[$0].sign.first ?? " "), $0)
          })
      }
      func roles(_ places: [Int]) -> [Int?] {
        let byRole = Dictionary(uniqueKeysWithValues: places.map { (lines[$0].role, $0) })
        return Role.allCases.map { byRole[$0] }
      }
      signs = symbols(.signs)
      letters = symbols(.letters)
      self.strokes = roles(Array(strokes))
      colours = roles(lines.indices.filter { lines[$0].kind == .colours && !strokes.contains($0) })
      words = lines.indices.filter { lines[$0].kind == .words }.map { ($0, lines[$0].sign.map { Symbol($0) }) }
    }
  }
}

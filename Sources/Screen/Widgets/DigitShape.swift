/// The dots of one large character.
struct DigitShape: Equatable {
  /// The rows from top to bottom; `#` is a dot.
  let rows: [[Bool]]
  /// Dots from left to right.
  let width: Int
  /// Dots from top to bottom, counted to the last row that has one, and at least a digit's five.
  let height: Int

  init(_ drawing: String) {
    rows = drawing.split(separator: " ").map { $0.map { $0 == "#" } }
    width = rows.first?.count ?? 0
    height = max(5, rows.count)
  }

  func isSet(row: Int, column: Int) -> Bool {
    row < rows.count && column < width && rows[row][column]
  }

  /// The dots of a character; a blank for one that has none.
  static func of(_ character: Character) -> DigitShape {
    shapes[character] ?? DigitShape("..")
  }

  private static let shapes: [Character: DigitShape] = drawings.mapValues { DigitShape($0) }

  private static let drawings: [Character: String] = [
    "0": "### #.# #.# #.# ###",
    "1": "##. .#. .#. .#. ###",
    "2": "### ..# ### #.. ###",
    "3": "### ..# .## ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
    ".": ". . . . #",
    // It hangs below the digits, or it would look like a full stop.
    ",": ". . . . # #",
    "(": ".# #. #. #. #. .#",
    ")": "#. .# .# .# .# #.",
    "-": "... ... ### ... ...",
    "−": "... ... ### ... ...",
    "–": "... ... ### ... ...",
    "+": "... .#. ### .#. ...",
    "%": "#.# ..# .#. #.. #.#",
    "£": ".## .#. ### .#. ###",
    "m": "..... ..... ##### #.#.# #.#.#",
    "k": "#.. #.# ##. #.# #.#",
    "▲": "..... ..#.. .###. ##### .....",
    "▼": "..... ##### .###. ..#.. .....",
  ]
}

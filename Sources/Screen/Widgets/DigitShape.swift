/// The dots of one large character: a quarter of a cell each at the smallest scale, so that its holes stay open.
struct DigitShape: Equatable {
  /// The rows from top to bottom; `#` is a dot.
  let rows: [[Bool]]
  /// Dots from left to right; an even number, so that it begins and ends with a cell.
  let width: Int
  /// Dots from top to bottom, down to the last row with one, and at least the six of a digit.
  let height: Int

  init(_ drawing: String) {
    rows = drawing.split(separator: " ").map { $0.map { $0 == "#" } }
    width = rows.first?.count ?? 0
    height = max(Self.digitHeight, rows.count)
  }

  /// Dots from the top of a digit to its bottom.
  static let digitHeight = 6

  func isSet(row: Int, column: Int) -> Bool {
    row < rows.count && column < width && rows[row][column]
  }

  /// The dots of a character; a blank for one without a shape.
  static func of(_ character: Character) -> DigitShape {
    shapes[character] ?? DigitShape("....")
  }

  /// Whether every character of a text has a shape.
  static func canDraw(_ text: String) -> Bool { text.allSatisfy { $0 == " " || shapes[$0] != nil } }

  private static let shapes: [Character: DigitShape] = drawings.merging(letters) { digit, _ in digit }
    .mapValues { DigitShape($0) }

  // 3, 6, 8, 9 and 0 differ in more than one dot: rounded outside, with holes of different shapes.
  private static let drawings: [Character: String] = [
    "0": ".####. ##..## ##..## ##..## ##..## .####.",
    "1": ".##... ###... .##... .##... .##... ####..",
    "2": "#####. ....## .####. ##.... ##.... ######",
    "3": "#####. ....## ..###. ....## ....## #####.",
    "4": "##..## ##..## ##..## ###### ....## ....##",
    "5": "###### ##.... #####. ....## ....## #####.",
    "6": ".####. ##.... #####. ##..## ##..## .####.",
    "7": "###### ....## ...##. ..##.. ..##.. ..##..",
    "8": ".####. ##..## .####. ##..## ##..## .####.",
    "9": ".####. ##..## ##..## .##### ....## .####.",
    ".": ".. .. .. .. ## ##",
    // A comma hangs below the digits, or it would look like a full stop.
    ",": ".. .. .. .. ## ## #.",
    ":": ".. ## .. .. ## ..",
    "(": "..## .##. ##.. ##.. .##. ..##",
    ")": "##.. .##. ..## ..## .##. ##..",
    "-": "...... ...... ###### ...... ...... ......",
    "−": "...... ...... ###### ...... ...... ......",
    "–": "...... ...... ###### ...... ...... ......",
    "+": "...... ..##.. ###### ..##.. ...... ......",
    "=": "...... ###### ...... ###### ...... ......",
    "*": "...... #.##.# .####. #.##.# ...... ......",
    "%": "##..## ...##. ..##.. ..##.. .##... ##..##",
    "£": "..###. .##... #####. .##... .##... ######",
    "m": "........ ........ ######## ##.##.## ##.##.## ##.##.##",
    "k": "##.... ##.... ##..## ####.. ##.##. ##..##",
    "▲": "........ ...##... ..####.. .######. ######## ........",
    "▼": "........ ######## .######. ..####.. ...##... ........",
  ]

  /// The letters of names above the figures of a wall. A console has only half blocks, which make a rounded corner a square
  /// one; a letter that would look like another one there has open corners.
  private static let letters: [Character: String] = [
    "A": ".####. ##..## ##..## ###### ##..## ##..##",
    "B": "####.. ##..## ####.. ##..## ##..## ####..",
    "C": ".##### ##.... ##.... ##.... ##.... .#####",
    "D": "####.. ##..## ##..## ##..## ##..## ####..",
    "E": "###### ##.... #####. ##.... ##.... ######",
    "F": "###### ##.... #####. ##.... ##.... ##....",
    "G": ".##### ##.... ##.... ##.### ##..## .#####",
    "H": "##..## ##..## ###### ##..## ##..## ##..##",
    "I": "####.. .##... .##... .##... .##... ####..",
    "J": "....## ....## ....## ....## ##..## .####.",
    "K": "##..## ##..## ####.. ####.. ##..## ##..##",
    "L": "##.... ##.... ##.... ##.... ##.... ######",
    "M": "##....## ###..### ######## ##.##.## ##....## ##....##",
    "N": "##....## ###...## ####..## ##.##.## ##..#### ##...###",
    "O": ".####. ##..## ##..## ##..## ##..## .####.",
    "P": "####.. ##..## ##..## ####.. ##.... ##....",
    "Q": ".####. ##..## ##..## ##.### ##..## .#####",
    "R": "####.. ##..## ##..## ####.. ##..## ##..##",
    "S": ".##### ##.... .####. ....## ....## #####.",
    "T": "###### ..##.. ..##.. ..##.. ..##.. ..##..",
    "U": "##..## ##..## ##..## ##..## ##..## .####.",
    "V": "##..## ##..## ##..## ##..## .####. ..##..",
    "W": "##....## ##....## ##.##.## ######## ###..### ##....##",
    "X": "##..## ##..## .####. .####. ##..## ##..##",
    "Y": "##..## ##..## .####. ..##.. ..##.. ..##..",
    "Z": "###### ....## ...##. ..##.. .##... ######",
    "&": ".###.. ##.##. .###.. ##.### ##..#. .###.#",
    "/": "....## ...##. ...##. ..##.. .##... ##....",
    "'": ".##. .##. .... .... .... ....",
    "’": ".##. .##. .... .... .... ....",
  ]
}

/// The shape of a character for boxes, bars and charts inside its cell of 12 by 24.
enum CellShape: Equatable {
  /// A filled part of the cell.
  case bar(left: Int, right: Int, top: Int, bottom: Int)
  /// A path relative to the cell's corner; a straight one continues through cells of the same kind.
  case line(String, isStraight: Bool)
  /// Dots.
  case dots([Place])

  /// A place in a cell.
  struct Place: Equatable {
    let x: Int, y: Int
  }

  /// The shape of a character; `nil` for one that is drawn with a font.
  init?(_ character: Character) {
    guard let value = character.unicodeScalars.first?.value, (0x2500...0x28FF).contains(value) else { return nil }
    switch value {
    case 0x2580: self = .bar(left: 0, right: 12, top: 0, bottom: 12)
    case 0x2581...0x2588: self = .bar(left: 0, right: 12, top: 24 - 3 * Int(value - 0x2580), bottom: 24)
    case 0x2589...0x258F: self = .bar(left: 0, right: (3 * Int(0x2590 - value) + 1) / 2, top: 0, bottom: 24)
    case 0x2501: self = .bar(left: 0, right: 12, top: 10, bottom: 14)
    case 0x2590: self = .bar(left: 6, right: 12, top: 0, bottom: 24)
    case 0x2800...0x28FF: self = .dots(Self.braille(value - 0x2800))
    default:
      guard let path = Self.paths[value] else { return nil }
      self = .line(path, isStraight: value == 0x2500)
    }
  }

  /// A rectangle between two corners.
  static func box(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) -> String {
    "M\(left) \(top)H\(right)V\(bottom)H\(left)z"
  }

  /// Whole cells of a row.
  static func box(_ row: Int, _ column: Int, cells: Int) -> String {
    box(
      column * CellSize.width, row * CellSize.height, (column + cells) * CellSize.width, (row + 1) * CellSize.height)
  }

  /// The places of the dots of a pattern: Unicode numbers them down the left, down the right, then the lowest two.
  private static func braille(_ pattern: UInt32) -> [Place] {
    let places = [(3, 3), (3, 9), (3, 15), (9, 3), (9, 9), (9, 15), (3, 21), (9, 21)]
    return places.enumerated().filter { pattern & 1 << $0.offset != 0 }.map { Place(x: $0.element.0, y: $0.element.1) }
  }

  private static let paths: [UInt32: String] = [
    0x2500: "m0 12h12", 0x2502: "m6 0v24", 0x2503: "m6 0v24",
    0x2504: "m1 12h2m2 0h2m2 0h2", 0x254C: "m1 12h4m2 0h4", 0x2506: "m6 1v6m0 2v6m0 2v6", 0x254E: "m6 2v8m0 4v8",
    0x2550: "m0 10h12m-12 4h12", 0x2551: "m4 0v24m4-24v24",
    0x250C: "m6 24v-12h6", 0x2510: "m0 12h6v12", 0x2514: "m6 0v12h6", 0x2518: "m0 12h6v-12",
    0x256D: "m6 24v-6q0-6 6-6", 0x256E: "m0 12q6 0 6 6v6", 0x2570: "m6 0v6q0 6 6 6", 0x256F: "m0 12q6 0 6-6v-6",
    0x251C: "m6 0v24m0-12h6", 0x2524: "m6 0v24m0-12h-6", 0x252C: "m0 12h12m-6 0v12", 0x2534: "m0 12h12m-6 0v-12",
    0x253C: "m0 12h12m-6-12v24", 0x254B: "m0 12h12m-6-12v24",
  ]
}

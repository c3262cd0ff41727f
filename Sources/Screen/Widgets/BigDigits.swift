/// A figure in large digits made of half blocks, to be read from across a room.
///
/// Digits are three dots wide and five tall; a scale makes every dot that many columns wide and half rows tall.
public struct BigDigits: Sendable, Equatable {
  /// The figure as written: digits and `. , ( ) - + % £ m k ▲ ▼`; anything else leaves a gap.
  public var text: String
  /// How many columns and half rows a dot takes; at least 1.
  public var scale: Int

  /// A figure at a scale.
  public init(_ text: String, scale: Int = 1) {
    self.text = text
    self.scale = max(1, scale)
  }

  /// The largest scale at which a figure fits into a space, up to `largest`; `nil` when not even the smallest does.
  public static func scale(of text: String, fitting space: Size, largest: Int = 12) -> Int? {
    (1...max(1, largest)).last { scale in
      let size = BigDigits(text, scale: scale).size
      return size.columns <= space.columns && size.rows <= space.rows
    }
  }

  /// The cells it takes.
  public var size: Size {
    let shapes = text.map { DigitShape.of($0) }
    let dots = shapes.reduce(0) { $0 + $1.width } + max(0, shapes.count - 1)
    let height = shapes.map(\.height).max() ?? 0
    return Size(columns: dots * scale, rows: (height * scale + 1) / 2)
  }

  /// Draws the figure from a region's top left corner; what does not fit is left out whole, never cut through.
  public func draw(on frame: inout Frame, in region: Region, role: Role = .figure, selected: Bool = false) {
    var column = region.column
    for character in text {
      let shape = DigitShape.of(character)
      guard column + shape.width * scale <= region.right else { return }
      let place = Region(row: region.row, column: column, columns: shape.width * scale, rows: region.rows)
      draw(shape, on: &frame, in: place, role: role, selected: selected)
      column += (shape.width + 1) * scale
    }
  }

  private func draw(_ shape: DigitShape, on frame: inout Frame, in place: Region, role: Role, selected: Bool) {
    let rows = min(place.rows, (shape.height * scale + 1) / 2)
    for row in 0..<rows {
      for column in 0..<place.columns {
        let upper = shape.isSet(row: row * 2 / scale, column: column / scale)
        let lower = shape.isSet(row: (row * 2 + 1) / scale, column: column / scale)
        guard upper || lower else { continue }
        let block: Character = upper && lower ? "█" : upper ? "▀" : "▄"
        frame[place.row + row, place.column + column] = Cell(block, role: role, isSelected: selected)
      }
    }
  }
}

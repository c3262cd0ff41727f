/// A figure or a name in large characters made of quarter blocks, to be read across a room.
///
/// A digit is three cells wide and three tall at the smallest scale, six dots by six.
public struct BigDigits: Sendable, Equatable {
  /// The text: digits, capitals and `. , : ( ) - + = * % £ m k & / ▲ ▼`; any other character leaves a gap.
  public var text: String
  /// The number of half columns and half rows of a dot; at least 1.
  public var scale: Int

  /// A figure at a scale.
  public init(_ text: String, scale: Int = 1) {
    self.text = text
    self.scale = max(1, scale)
  }

  /// A name in capitals; `nil` where it has a character without a shape.
  public static func name(_ text: String, scale: Int = 1) -> BigDigits? {
    let capitals = text.uppercased()
    return DigitShape.canDraw(capitals) ? BigDigits(capitals, scale: scale) : nil
  }

  /// The largest scale, up to `largest`, at which a figure fits into a space; `nil` when none does.
  public static func scale(of text: String, fitting space: Size, largest: Int = 12) -> Int? {
    (1...max(1, largest)).last { scale in
      let size = BigDigits(text, scale: scale).size
      return size.columns <= space.columns && size.rows <= space.rows
    }
  }

  /// The number of cells that it takes.
  public var size: Size {
    let shapes = text.map { DigitShape.of($0) }
    let dots = shapes.reduce(0) { $0 + $1.width } + 2 * max(0, shapes.count - 1)
    let height = shapes.map(\.height).max() ?? 0
    return Size(columns: dots * scale / 2, rows: (height * scale + 1) / 2)
  }

  /// The row of cells at the foot of a digit, counted from 0.
  public var baseline: Int { DigitShape.digitHeight * scale / 2 - 1 }

  /// Draws the figure from a region's top left corner; a character that does not fit is left out, never cut.
  public func draw(on frame: inout Frame, in region: Region, role: Role = .figure, selected: Bool = false) {
    var column = region.column
    for character in text {
      let shape = DigitShape.of(character)
      let columns = shape.width * scale / 2
      guard column + columns <= region.right else { return }
      let place = Region(row: region.row, column: column, columns: columns, rows: region.rows)
      draw(shape, on: &frame, in: place, role: role, selected: selected)
      column += columns + scale
    }
  }

  private func draw(_ shape: DigitShape, on frame: inout Frame, in place: Region, role: Role, selected: Bool) {
    let rows = min(place.rows, (shape.height * scale + 1) / 2)
    for row in 0..<rows {
      for column in 0..<place.columns {
        func dot(_ down: Int, _ right: Int) -> Int {
          shape.isSet(row: (row * 2 + down) / scale, column: (column * 2 + right) / scale) ? 1 : 0
        }
        let quarters = dot(0, 0) | dot(0, 1) << 1 | dot(1, 0) << 2 | dot(1, 1) << 3
        guard quarters > 0 else { continue }
        frame[place.row + row, place.column + column] = Cell(Self.blocks[quarters], role: role, isSelected: selected)
      }
    }
  }

  /// The block with these quarters: bit 0 the upper left, 1 the upper right, 2 the lower left, 3 the lower right.
  private static let blocks: [Character] = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
}

/// A grid of dots, two columns and four rows of them to a cell.
struct BrailleCanvas {
  let columns: Int
  let rows: Int
  private var dots: [UInt8]
  private var roles: [Role]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    dots = Array(repeating: 0, count: columns * rows)
    roles = Array(repeating: .chartLine, count: columns * rows)
  }

  /// The bit of each dot in U+2800: by row, then left and right.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  mutating func set(x: Int, y: Int, role: Role) {
    guard x >= 0, y >= 0, x < columns * 2, y < rows * 4 else { return }
    let index = y / 4 * columns + x / 2
    dots[index] |= Self.bits[y % 4][x % 2]
    // A special stretch keeps its colour where an ordinary one shares its cell.
    if !role.isOrdinaryLine { roles[index] = role } else if roles[index].isOrdinaryLine { roles[index] = role }
  }

  /// A straight line; each half has a role of its own.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), roles: (Role, Role)) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
    for step in 0...steps {
      let x = start.x + Self.rounded(end.x - start.x, step, steps)
      let y = start.y + Self.rounded(end.y - start.y, step, steps)
      set(x: x, y: y, role: step * 2 < steps ? roles.0 : roles.1)
    }
  }

  private static func rounded(_ length: Int, _ step: Int, _ steps: Int) -> Int {
    Int((Double(length * step) / Double(steps)).rounded())
  }

  func isEmpty(row: Int, column: Int) -> Bool { dots[row * columns + column] == 0 }

  func cell(row: Int, column: Int) -> Cell? {
    let index = row * columns + column
    guard dots[index] != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(dots[index])) else { return nil }
    return Cell(Symbol(scalar), role: roles[index])
  }
}

extension Role {
  var isOrdinaryLine: Bool { self == .chartLine || self == .commonCause }
}

extension Colour {
  /// The closest of xterm's 256; `nil` for the terminal's own colour.
  ///
  /// Only the cube and the greys are used: the first sixteen look different in every terminal.
  public var nearest256: UInt8? {
    nearest(in: 16...255)
  }

  /// The closest of the sixteen as xterm shows them; `nil` for the terminal's own colour.
  public var nearest16: UInt8? {
    nearest(in: 0...15)
  }

  /// The closest of the first eight, by hue where there is one; `nil` for the terminal's own colour.
  ///
  /// A grey becomes the terminal's own colour too, or it would be black on black half of the time.
  public var nearest8: UInt8? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    let parts = [Int(red), Int(green), Int(blue)]
    guard let most = parts.max(), let least = parts.min(), most - least > 48 else { return nil }
    // A part counts from three eighths of the way up: so orange becomes yellow, away from the reds, and violet magenta.
    return UInt8(
      parts.enumerated().reduce(0) { bits, part in
        (part.element - least) * 8 > (most - least) * 3 ? bits | 1 << part.offset : bits
      })
  }

  private func nearest(in numbers: ClosedRange<Int>) -> UInt8? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    let own = (Int(red), Int(green), Int(blue))
    let best = numbers.min { Self.distance(own, Self.palette[$0]) < Self.distance(own, Self.palette[$1]) }
    return best.map { UInt8($0) }
  }

  /// How different two colours look, near enough: the eye weighs red and blue by how much red there is.
  ///
  /// - Source: Compuphase, "Colour metric" (the weighted red mean).
  private static func distance(_ left: (Int, Int, Int), _ right: (Int, Int, Int)) -> Int {
    let mean = (left.0 + right.0) / 2
    let red = left.0 - right.0
    let green = left.1 - right.1
    let blue = left.2 - right.2
    return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
  }

  /// What xterm shows for each of its 256 numbers.
  private static let palette: [(Int, Int, Int)] = first16 + cube + greys

  private static let first16: [(Int, Int, Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]

  private static let cube: [(Int, Int, Int)] = (0..<216).map { number in
    let levels = [0, 95, 135, 175, 215, 255]
    return (levels[number / 36], levels[number / 6 % 6], levels[number % 6])
  }

  private static let greys: [(Int, Int, Int)] = (0..<24).map { (8 + $0 * 10, 8 + $0 * 10, 8 + $0 * 10) }
}

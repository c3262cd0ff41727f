extension Colour {
  /// The closest of xterm's 256 colours; `nil` for the terminal's own colour.
  ///
  /// Only the cube and the greys are used: the first sixteen look different in every terminal.
  public var nearest256: UInt8? {
    nearest(in: 16...255)
  }

  /// The one of the sixteen colours with the same meaning: of its hue where it has one, and close enough in brightness
  /// to stay readable; a grey becomes a grey. `nil` for the terminal's own colour.
  ///
  /// By distance alone, orange, rose and pale grey would all become one dark grey, which many terminals hardly show.
  public var nearest16: UInt8? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    let own = (Int(red), Int(green), Int(blue))
    guard let hue = Hue(own) else { return Self.grey16(own) }
    let coloured: [UInt8] = [1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14]
    return coloured.min { Self.strangeness($0, hue, own) < Self.strangeness($1, hue, own) }
  }

  /// The closest of the first eight, by hue where there is one; `nil` for the terminal's own colour.
  ///
  /// A grey becomes the terminal's own colour too, because it would otherwise often be black on black.
  public var nearest8: UInt8? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    return Hue((Int(red), Int(green), Int(blue)))?.nearest8
  }

  /// How unlike a colour one of the sixteen is: in hue, and in contrast where the difference is too large.
  private static func strangeness(_ number: UInt8, _ hue: Hue, _ own: (Int, Int, Int)) -> Double {
    let mine = light(own)
    let theirs = light(palette[Int(number)])
    let contrast = max(mine, theirs) / min(mine, theirs)
    // Of two that are acceptable, the one closer in brightness is used.
    return hue.steps(to: number & 7) + max(0, contrast - 1.6) + contrast / 100
  }

  /// The luminance of a colour with a little added, accurate enough for contrasts (WCAG 2, with a gamma of 2).
  private static func light(_ colour: (Int, Int, Int)) -> Double {
    func part(_ value: Int) -> Double { Double(value * value) / 65_025 }
    return 0.2126 * part(colour.0) + 0.7152 * part(colour.1) + 0.0722 * part(colour.2) + 0.05
  }

  /// Greys of words become the lighter of the two greys, because the darker one is hardly visible on many terminals.
  private static func grey16(_ colour: (Int, Int, Int)) -> UInt8 {
    switch (299 * colour.0 + 587 * colour.1 + 114 * colour.2) / 1000 {
    case ..<64: 0
    case ..<145: 8
    case ..<242: 7
    default: 15
    }
  }

  private func nearest(in numbers: ClosedRange<Int>) -> UInt8? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    let own = (Int(red), Int(green), Int(blue))
    let best = numbers.min { Self.distance(own, Self.palette[$0]) < Self.distance(own, Self.palette[$1]) }
    return best.map { UInt8($0) }
  }

  /// The approximate difference between two colours: the eye weighs red and blue by the amount of red.
  ///
  /// - Source: Compuphase, "Colour metric" (the weighted red mean).
  private static func distance(_ left: (Int, Int, Int), _ right: (Int, Int, Int)) -> Int {
    let mean = (left.0 + right.0) / 2
    let red = left.0 - right.0
    let green = left.1 - right.1
    let blue = left.2 - right.2
    return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
  }

  /// The colours that xterm shows for its 256 numbers.
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

import Screen

/// The words below a large figure of a wall: its state in a word, the figure in ordinary digits, and its variance.
struct WallReading {
  /// On one line, ever shorter; each has the state, the figure, and the size of the variance with its unit.
  let whole: [StyledText]
  /// The same with narrow gaps, and without what stands beside the large digits.
  let narrow: [StyledText]
  /// On two lines: the state and the figure, then the variance.
  private let first: StyledText, second: [StyledText]
  /// What remains where there is no room for the state.
  private let least: [StyledText]

  /// - Parameters:
  ///   - digits: the large digits; `nil` where there are none.
  ///   - saysFigure: whether the figure is said; `false` where it stands above in ordinary digits.
  ///   - isStateLarge: whether the state stands beside them as a large word.
  init(_ shown: WallFigure, below digits: BigDigits?, saysFigure: Bool = true, isStateLarge: Bool = false) {
    let word = isStateLarge ? StyledText() : StyledText(shown.standingWord, shown.standing)
    guard saysFigure, shown.hasValue else {
      let variances = shown.variances
      whole = variances.map { Self.joined([word, $0], "  ") }
      narrow = variances.map { Self.joined([word, $0], " ") }
      (first, second, least) = (word, variances, variances)
      return
    }
    let own = StyledText(shown.written, .strong)
    // Beside the large digits stands the unit; without them the figure has its own.
    let forms = [own] + (digits == nil ? [] : [StyledText(shown.digits, .strong)])
    let variances = shown.variances
    // The last form of a variance has no unit.
    whole = variances.prefix(max(1, variances.count - 1)).map { Self.joined([word, own, $0], "  ") }
    let isExact = digits?.text == shown.digits
    narrow =
      forms.flatMap { own in variances.map { Self.joined([word, own, $0], " ") } }
      + (isExact && !word.isEmpty ? variances.map { Self.joined([word, $0], " ") } : [])
    first = Self.joined([word, own], "  ")
    second = variances
    least = variances.map { Self.joined([own, $0], "  ") } + [own]
  }

  private static func joined(_ parts: [StyledText], _ gap: String) -> StyledText {
    let parts = parts.filter { !$0.isEmpty }
    return parts.dropFirst().reduce(parts.first ?? StyledText()) { $0 + StyledText(gap) + $1 }
  }

  /// Whether the state and the figure fit on one line of this many cells.
  func fitsOneLine(columns: Int) -> Bool { (whole + narrow).contains { $0.width <= columns } }

  /// On one or two lines.
  ///
  /// - Parameter isRoomy: whether a second line would be blank otherwise, and the target is said on it.
  func lines(columns: Int, most: Int, isRoomy: Bool = false) -> [StyledText] {
    if let line = (isRoomy ? whole.prefix(2) : whole[...]).first(where: { $0.width <= columns }) { return [line] }
    guard most > 1, !first.isEmpty, first.width <= columns else { return [line(columns: columns)] }
    return [first, second.widest(in: columns)]
  }

  /// On one line of this many cells.
  func line(columns: Int) -> StyledText {
    (whole + narrow).first { $0.width <= columns } ?? least.widest(in: columns)
  }
}

/// A line of text in runs, each with its meaning; already safe to show.
public struct StyledText: Sendable, Equatable, ExpressibleByStringLiteral {
  /// Consecutive characters with the same meaning.
  public struct Run: Sendable, Equatable {
    /// The characters, made harmless.
    public fileprivate(set) var glyphs: [Glyph]
    /// What they mean.
    public let role: Role

    /// The characters as a string.
    public var text: String { String(glyphs.map(\.character)) }
  }

  /// The runs from left to right; none is empty.
  public private(set) var runs: [Run] = []

  /// The cells the whole line takes.
  public private(set) var width = 0

  /// An empty line.
  public init() {}

  /// A line of one meaning.
  public init(_ text: String, _ role: Role = .text) {
    append(text, role)
  }

  /// A line of several meanings.
  public init(_ runs: [(String, Role)]) {
    for (text, role) in runs { append(text, role) }
  }

  /// An ordinary line.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { runs.isEmpty }

  /// The characters without their meanings.
  public var plain: String { runs.reduce(into: "") { $0 += $1.text } }

  /// Adds a text at the end.
  public mutating func append(_ text: String, _ role: Role = .text) {
    append(Glyph.glyphs(of: text), role)
  }

  /// Adds another line at the end.
  public mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.glyphs, run.role) }
  }

  private mutating func append(_ glyphs: [Glyph], _ role: Role) {
    guard !glyphs.isEmpty else { return }
    width += glyphs.width
    if let last = runs.indices.last, runs[last].role == role {
      runs[last].glyphs += glyphs
    } else {
      runs.append(Run(glyphs: glyphs, role: role))
    }
  }

  /// Both lines, one after the other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }

  /// The line cut to at most `limit` cells, with `…` as its last one where something is missing.
  ///
  /// A figure is never cut through, or 2,000 would be read as 2: one that does not fit goes whole.
  public func truncated(to limit: Int) -> StyledText {
    guard width > limit else { return self }
    var cut = StyledText()
    guard limit > 0 else { return cut }
    let count = glyphsBeforeFigure(atCut: limit)
    var left = count
    for run in runs {
      let kept = Array(run.glyphs.prefix(left))
      cut.append(kept, run.role)
      left -= kept.count
      guard kept.count == run.glyphs.count else {
        cut.append([.ellipsis], run.role)
        return cut
      }
    }
    return cut
  }

  /// How many glyphs stay before the `…` of a line cut to so many cells: none of a figure that is not whole.
  private func glyphsBeforeFigure(atCut limit: Int) -> Int {
    let all = runs.flatMap(\.glyphs)
    var room = limit - 1
    var count = all.prefix { glyph in
      room -= glyph.width
      return room >= 0
    }.count
    guard count < all.count, count > 0, all[count - 1].isOfFigure, all[count].isOfFigure else { return count }
    let start = all[..<count].lastIndex { !$0.isOfFigure }.map { $0 + 1 } ?? 0
    let end = all[count...].firstIndex { !$0.isOfFigure } ?? all.count
    // Only what has a digit is a figure.
    if all[start..<end].contains(where: { $0.character.isNumber }) { count = start }
    return count
  }

  /// The line with blanks on the other side until it is `total` cells wide, cut where it was wider.
  public func padded(to total: Int, _ alignment: Alignment = .leading) -> StyledText {
    let cut = truncated(to: total)
    let before = alignment.offset(of: cut.width, in: total)
    var padded = StyledText(String(repeating: " ", count: before))
    padded.append(cut)
    padded.append(String(repeating: " ", count: max(0, total - before - cut.width)))
    return padded
  }

  /// The same line with one meaning throughout.
  public func with(_ role: Role) -> StyledText { StyledText(plain, role) }
}

extension [StyledText] {
  /// The first that fits into so many cells, of lines that say the same ever shorter; the last where none does.
  public func widest(in columns: Int) -> StyledText { first { $0.width <= columns } ?? last ?? StyledText() }
}

extension Alignment {
  /// The blanks that stand before a text of `width` cells in a field of `total`.
  func offset(of width: Int, in total: Int) -> Int {
    let free = max(0, total - width)
    return switch self {
    case .leading: 0
    case .trailing: free
    case .centre: free / 2
    }
  }
}

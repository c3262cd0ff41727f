/// A line of sanitised text in runs, each with its role.
public struct StyledText: Sendable, Equatable, ExpressibleByStringLiteral {
  /// Consecutive characters with the same role.
  public struct Run: Sendable, Equatable {
    /// The sanitised characters.
    public fileprivate(set) var glyphs: [Glyph]
    /// Their role.
    public let role: Role

    /// The characters as a string.
    public var text: String { String(glyphs.map(\.character)) }
  }

  /// The runs from left to right; none is empty.
  public private(set) var runs: [Run] = []

  /// The number of cells of the whole line.
  public private(set) var width = 0

  /// An empty line.
  public init() {}

  /// A line with one role.
  public init(_ text: String, _ role: Role = .text) {
    append(text, role)
  }

  /// A line with several roles.
  public init(_ runs: [(String, Role)]) {
    for (text, role) in runs { append(text, role) }
  }

  /// An ordinary line.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// Whether it is empty.
  public var isEmpty: Bool { runs.isEmpty }

  /// The characters without their roles.
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

  /// The line cut to at most `limit` cells, with `…` as the last one where something is missing.
  ///
  /// It is cut between words, where that leaves two fifths of the room filled, and never inside a figure, because 2,000
  /// could be read as 2: a figure that does not fit is left out completely.
  public func truncated(to limit: Int) -> StyledText {
    guard width > limit else { return self }
    var cut = StyledText()
    guard limit > 0 else { return cut }
    var left = glyphsKept(in: limit - 1)
    for run in runs where left > 0 {
      let kept = run.glyphs.prefix(left)
      left -= kept.count
      cut.append(Array(kept), run.role)
      if left == 0 { cut.append([.ellipsis], run.role) }
    }
    if cut.isEmpty { cut.append([.ellipsis], runs[0].role) }
    return cut
  }

  /// How many of its characters fit before the `…` in this many cells.
  private func glyphsKept(in room: Int) -> Int {
    let glyphs = runs.flatMap(\.glyphs)
    var free = room
    let fitting = glyphs.prefix { glyph in
      free -= glyph.width
      return free >= 0
    }
    let isAtBlank = glyphs[fitting.count].symbol == .blank
    let blank = isAtBlank ? fitting.count : fitting.lastIndex { $0.symbol == .blank }
    if let blank {
      let words = Self.trimmed(fitting[..<blank])
      if isAtBlank || words.width * 5 >= room * 2 { return Self.beforeMark(glyphs, words.count, most: fitting.count) }
    }
    return Self.beforeMark(glyphs, Self.beforeFigure(glyphs, fitting.count), most: fitting.count)
  }

  /// How many of the first glyphs stay directly before a mark. A figure keeps the blank after it or is dropped, because
  /// it could be part of a longer one.
  private static func beforeMark(_ glyphs: [Glyph], _ count: Int, most: Int) -> Int {
    guard count > 0, glyphs[count - 1].character.isNumber else { return count }
    if glyphs[count].symbol == .blank, count < most { return count + 1 }
    let start = glyphs[..<count].lastIndex { $0.symbol == .blank } ?? 0
    return beforeMark(glyphs, trimmed(glyphs[..<start]).count, most: most)
  }

  /// The glyphs without blanks and marks at the end that only introduce what follows.
  private static func trimmed(_ glyphs: ArraySlice<Glyph>) -> ArraySlice<Glyph> {
    var glyphs = glyphs
    while let last = glyphs.last, " ,;:·(›".contains(last.character) { glyphs.removeLast() }
    return glyphs
  }

  /// The line on several lines of at most `limit` cells, broken between words; a wider word has a line of its own.
  public func wrapped(to limit: Int) -> [StyledText] {
    if !isEmpty, width <= limit { return [self] }
    var lines = [StyledText()]
    for word in words {
      let line = lines[lines.count - 1]
      if !line.isEmpty, line.width + 1 + word.width > limit {
        lines.append(word)
      } else {
        lines[lines.count - 1] = line.isEmpty ? word : line + StyledText(" ") + word
      }
    }
    return lines
  }

  private var words: [StyledText] {
    var words = [StyledText()]
    for run in runs {
      for (position, part) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if position > 0 { words.append(StyledText()) }
        words[words.count - 1].append(String(part), run.role)
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// How many of the first glyphs stay: none of a figure that would be cut.
  private static func beforeFigure(_ all: [Glyph], _ count: Int) -> Int {
    guard count < all.count, count > 0, all[count - 1].isOfFigure, all[count].isOfFigure else { return count }
    let start = all[..<count].lastIndex { !$0.isOfFigure }.map { $0 + 1 } ?? 0
    let end = all[count...].firstIndex { !$0.isOfFigure } ?? all.count
    // Only what has a digit is a figure.
    return all[start..<end].contains { $0.character.isNumber } ? start : count
  }

  /// The line, padded with blanks on the other side to `total` cells, or cut where it was wider.
  public func padded(to total: Int, _ alignment: Alignment = .leading) -> StyledText {
    let cut = truncated(to: total)
    let before = alignment.offset(of: cut.width, in: total)
    var padded = StyledText(String(repeating: " ", count: before))
    padded.append(cut)
    padded.append(String(repeating: " ", count: max(0, total - before - cut.width)))
    return padded
  }

  /// The same line with one role throughout.
  public func with(_ role: Role) -> StyledText { StyledText(plain, role) }
}

extension [StyledText] {
  /// The first line that fits into this many cells, of lines in ever shorter forms; the last where none does.
  public func widest(in columns: Int) -> StyledText { first { $0.width <= columns } ?? last ?? StyledText() }
}

extension Alignment {
  /// The number of blanks before a text of `width` cells in a field of `total`.
  func offset(of width: Int, in total: Int) -> Int {
    let free = max(0, total - width)
    return switch self {
    case .leading: 0
    case .trailing: free
    case .centre: free / 2
    }
  }
}

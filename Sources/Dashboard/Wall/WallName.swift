import Screen

/// The name over a figure of a wall in large letters: in one line or two, smaller than the digits.
struct WallName {
  /// Its lines, all of one size.
  let lines: [BigDigits]

  /// The rows it takes, with a blank one between two lines.
  var rows: Int { Self.rows(of: lines) }
  private static func rows(of lines: [BigDigits]) -> Int { lines.reduce(-1) { $0 + $1.size.rows + 1 } }

  /// The largest that a tile of a figure has room for beside its digits; `nil` where there is no room.
  ///
  /// The smallest name goes before what the variance means, which only who stands near can read.
  init?(_ shown: WallFigure, scale: Int, in inner: Size) {
    let names = [shown.name, shown.metric.shortTitle]
    let forms = names.map { [$0] } + names.compactMap(Self.inTwo)
    let needed = Self.needed(shown, scale: scale)
    let sizes = [3, 2, 1].filter { $0 < max(2, scale) }
    let ways =
      sizes.map { (forms, $0, inner.rows - needed) }
      + (shown.meaning.isEmpty ? [] : [(Array(forms.prefix(2)), 1, inner.rows - needed + 1)])
    for (forms, size, rows) in ways {
      let fitting = forms.lazy.map { $0.compactMap { BigDigits.name($0, scale: size) } }.first { lines in
        !lines.isEmpty && lines.allSatisfy { $0.size.columns <= inner.columns } && Self.rows(of: lines) <= rows
      }
      if let fitting {
        lines = fitting
        return
      }
    }
    return nil
  }

  /// A name in two lines of about the same length; `nil` of a single word, or one that has a character without a shape.
  private static func inTwo(_ name: String) -> [String]? {
    let words = name.split(separator: " ")
    guard words.count > 1, BigDigits.name(name) != nil else { return nil }
    let halves = (1..<words.count).map { [words[..<$0].joined(separator: " "), words[$0...].joined(separator: " ")] }
    return halves.min { $0.map(\.count).max() ?? 0 < $1.map(\.count).max() ?? 0 }
  }

  /// The rows that digits and words of a figure need, and a blank one below the name.
  private static func needed(_ shown: WallFigure, scale: Int) -> Int {
    let words = [shown.variance.isEmpty, shown.meaning.isEmpty, shown.control.isEmpty].count { !$0 }
    return (scale > 0 ? BigDigits(shown.digits, scale: scale).size.rows : 1) + words + 1
  }
}

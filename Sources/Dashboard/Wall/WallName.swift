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
  ///
  /// - Parameter telling: the parts of the name that tell it apart, `62-DAY`, where nothing longer fits.
  init?(_ shown: WallFigure, telling: [String], over digits: BigDigits?, in inner: Size) {
    let names = [shown.name, shown.metric.shortTitle]
    let forms = names.map { [$0] } + names.compactMap(Self.inTwo)
    let needed = Self.needed(shown, digits)
    let sizes = [3, 2, 1].filter { $0 < max(2, digits?.scale ?? 0) }
    let single = forms.filter { $0.count == 1 }
    let parts = telling.map { [$0] }
    // A whole name in small letters says more than a part of it in large ones.
    let ways =
      sizes.map { (forms, $0, inner.rows - needed) }
      + (shown.meaning.isEmpty ? [] : [(single, 1, inner.rows - needed + 1)])
      + sizes.map { (parts, $0, inner.rows - needed) }
      + (shown.meaning.isEmpty ? [] : [(parts, 1, inner.rows - needed + 1)])
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

  /// For each figure of a wall what follows the first words of its name and says how long or how many: `62-DAY` and
  /// `62D` of Cancer 62-day; none where the name has no such part, or another figure's name has the same.
  static func telling(_ figures: [WallFigure]) -> [[String]] {
    let parts = figures.map { shown in
      Set([shown.name, shown.metric.shortTitle].compactMap(numbered).map { $0.uppercased() })
    }
    let times = Dictionary(parts.joined().map { ($0, 1) }, uniquingKeysWith: +)
    return parts.map { parts in
      parts.filter { times[$0] == 1 }.sorted { ($1.count, $0) < ($0.count, $1) }
    }
  }

  /// A name from its first word with a digit on; `nil` where that is the whole name, or a number alone.
  private static func numbered(_ name: String) -> String? {
    let words = name.split(separator: " ")
    guard let start = words.firstIndex(where: { $0.contains(where: \.isNumber) }), start > 0 else { return nil }
    let part = words[start...].joined(separator: " ")
    return part.contains(where: \.isLetter) ? part : nil
  }

  /// A name in two lines of about the same length; `nil` of a single word, or one that has a character without a shape.
  private static func inTwo(_ name: String) -> [String]? {
    let words = name.split(separator: " ")
    guard words.count > 1, BigDigits.name(name) != nil else { return nil }
    let halves = (1..<words.count).map { [words[..<$0].joined(separator: " "), words[$0...].joined(separator: " ")] }
    return halves.min { $0.map(\.count).max() ?? 0 < $1.map(\.count).max() ?? 0 }
  }

  /// The rows that digits and words of a figure need, and a blank one below the name.
  private static func needed(_ shown: WallFigure, _ digits: BigDigits?) -> Int {
    let words = [shown.variance.isEmpty, shown.meaning.isEmpty, shown.control.isEmpty].count { !$0 }
    return (digits?.size.rows ?? 1) + words + 1
  }
}

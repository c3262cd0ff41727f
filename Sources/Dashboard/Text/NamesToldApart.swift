import Screen

/// Names in so many cells each, no two of them alike. One that fits stays as it is. Those that would be cut to the same words
/// leave words out before the one that tells them apart, `Accumulated…the three CCGs` and `Accumulated…two trusts`, or what is
/// in their middle; where nothing else does, they are numbered.
///
/// - Parameter cut: how one is cut that is alone: by default after a clause or a word.
func toldApart(
  _ names: [String], to width: Int,
  cut: @escaping (String, Int) -> String = { fitted($0, to: $1, lines: 1).first ?? "" }
) -> [String] {
  guard width > 0, names.contains(where: { $0.letterCount > width }) else { return names }
  func cutToFit(_ name: String, _ width: Int) -> String {
    let words = cut(name, width)
    // A word that is longer than all the room there is.
    return words.isEmpty || words.count > width ? cutAsDrawn(name, to: width) : words
  }
  let groups = Dictionary(grouping: Set(names).sorted()) { $0.letterCount > width ? cutToFit($0, width) : $0 }
  var shown: [String: String] = [:]
  var taken = Set(groups.keys)
  for (words, group) in groups.sorted(by: { $0.key < $1.key }) {
    // What fits keeps its name, and whatever would be cut to it gives way.
    let alike = group.count > 1 ? group.filter { $0 != words } : []
    guard !alike.isEmpty else {
      shown[group[0]] = words
      continue
    }
    if alike.count < group.count { shown[words] = words }
    let told = AlikeNames(names: alike, all: group, width: width, cut: cutToFit).told(apartFrom: taken)
    for (name, words) in zip(alike, told) { shown[name] = words }
    taken.formUnion(told)
  }
  return names.map { shown[$0] ?? $0 }
}

/// A name cut as a table cuts what is too long for a column.
func cutAsDrawn(_ name: String, to width: Int) -> String { StyledText(name).truncated(to: width).plain }

/// Names that would be cut to the same words.
private struct AlikeNames {
  let names: [String]
  /// Those and the one that fits, if there is one.
  let all: [String]
  let width: Int
  let cut: (String, Int) -> String
  /// The words of all of them.
  private let words: [[Substring]]
  /// How many letters all of them begin with.
  private let sharedLetters: Int

  init(names: [String], all: [String], width: Int, cut: @escaping (String, Int) -> String) {
    (self.names, self.all, self.width, self.cut) = (names, all, width, cut)
    words = all.map { $0.split(separator: " ") }
    let first = all.min() ?? ""
    // What the first and the last in their order share, all between them share too.
    sharedLetters = zip(first, all.max() ?? "").prefix { $0 == $1 }.count
  }

  /// The first way of cutting them that leaves no two alike, nor like any other name.
  func told(apartFrom taken: Set<String>) -> [String] {
    let ways: [(String) -> String] = [withoutSharedWords, { elided($0, to: width) }, withoutSharedLetters]
    for way in ways {
      let told = names.map(way)
      let isApart = Set(told).count == told.count && taken.isDisjoint(with: told)
      if isApart, told.allSatisfy({ !$0.isEmpty && $0.count <= width }) { return told }
    }
    return numbered(apartFrom: taken)
  }

  /// The first word, and what follows the words that all of them begin with.
  private func withoutSharedWords(_ name: String) -> String {
    let words = name.split(separator: " ")
    var shared = words.count
    for other in self.words where shared > 1 {
      let count = zip(words, other).prefix { $0 == $1 }.count
      if count < shared { shared = count }
    }
    guard shared > 1, shared < words.count, let first = words.first, width > first.count + 4 else {
      return cut(name, width)
    }
    return first + "…" + cut(words[shared...].joined(separator: " "), width - first.count - 1)
  }

  /// A few letters, and what follows the letters that all of them begin with.
  private func withoutSharedLetters(_ name: String) -> String {
    let head = max(1, width / 3)
    return name.prefix(head) + "…" + name.dropFirst(max(head, sharedLetters)).prefix(max(1, width - head - 1))
  }

  private func numbered(apartFrom taken: Set<String>) -> [String] {
    var (taken, number) = (taken, 0)
    return names.map { name in
      while true {
        number += 1
        let mark = "…\(number)"
        let words = name.prefix(max(0, width - mark.count)) + mark
        // Where there is no room for so many numbers, nothing can tell them apart.
        if taken.insert(String(words)).inserted || mark.count >= width { return String(words) }
      }
    }
  }
}

extension Table {
  /// Draws a table whose first column has these names, told apart where they have to be cut.
  func draw(on frame: inout Frame, in region: Region, names: [String], cells: (Int) -> [StyledText]) {
    let shown = toldApart(names, to: width(of: 0, in: region), cut: cutAsDrawn)
    draw(on: &frame, in: region) { row in
      var cells = cells(row)
      if let words = shown[safe: row], words != names[row], let name = cells.first {
        cells[0] = StyledText(words, name.runs.first?.role ?? .text)
      }
      return cells
    }
  }
}

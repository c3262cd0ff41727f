/// The known name that somebody probably meant by a word that no list has: the one source of "write … instead".
package enum SpellingSuggestion {
  /// The nearest known name; `nil` when none is near.
  ///
  /// A name is near if it is at most one slip away for every three letters of the word, or if the word is its beginning.
  /// Only the first 500 names are compared, because a long file in which every line is wrong would take minutes.
  package static func near(_ word: String, among names: some Sequence<String>) -> String? {
    let written = letters(word)
    let most = max(1, written.count / 3)
    var best: (slips: Int, name: String)?
    for name in names.prefix(500) {
      let known = letters(name)
      // Words whose lengths differ by more are further apart than that.
      guard abs(known.count - written.count) <= most else { continue }
      let own = (slips: slips(from: written, to: known), name: name)
      if own.slips <= most, best.map({ own < $0 }) ?? true { best = own }
    }
    if let best { return best.name }
    guard written.count >= 3 else { return nil }
    return names.prefix(500).filter { $0.lowercased().hasPrefix(word.lowercased()) }.min()
  }

  /// A name to show as an example of what was expected: the one nearest to the word, however far; `nil` without names.
  package static func example(for word: String, among names: [String]) -> String? {
    if let near = near(word, among: names) { return near }
    let written = letters(word)
    return names.map { (slips: slips(from: written, to: letters($0)), name: $0) }.min { $0 < $1 }?.name
  }

  /// Whether one text is so like another that it is a misspelling rather than a name of its own: at most two slips.
  ///
  /// What is refused for this reason would otherwise be read, so the rule does not widen with the length of the text.
  package static func isMisspelling(_ text: String, of name: String) -> Bool {
    slips(from: letters(text), to: letters(name)) <= 2
  }

  private static func letters(_ text: String) -> [Unicode.Scalar] { Array(text.lowercased().unicodeScalars) }

  /// Letters left out, added, replaced or swapped with their neighbour on the way from one word to the other.
  private static func slips(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
    // A name as long as a file would cost as much as the file squared.
    guard left.count <= 100, right.count <= 100 else { return Int.max }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let replaced = last[j] + (left[i] == right[j] ? 0 : 1)
        var least = min(replaced, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { least = min(least, beforeLast[j - 1] + 1) }
        row.append(least)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}

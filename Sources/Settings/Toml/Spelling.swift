/// What somebody probably meant to write.
enum Spelling {
  /// The known name nearest to this one; `nil` when none is near.
  ///
  /// Near is one slip for every three letters, or a name that was not written to its end. Only the first few hundred
  /// names are looked at, or a long file full of faults would take minutes.
  static func nearest(to word: String, among names: some Sequence<String>) -> String? {
    let written = Array(word.lowercased().unicodeScalars)
    let most = max(1, written.count / 3)
    var best: (slips: Int, name: String)?
    for name in names.prefix(500) {
      let known = Array(name.lowercased().unicodeScalars)
      // Words whose lengths differ by more are further apart than that.
      guard abs(known.count - written.count) <= most else { continue }
      let own = (slips: slips(from: written, to: known), name: name)
      if own.slips <= most, best.map({ own < $0 }) ?? true { best = own }
    }
    if let best { return best.name }
    guard written.count >= 3 else { return nil }
    return names.prefix(500).filter { $0.lowercased().hasPrefix(word.lowercased()) }.min()
  }

  /// Letters left out, put in, exchanged or swapped with their neighbour on the way from one word to the other.
  static func slips(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
    // A name as long as a file would cost as much as the file squared.
    guard left.count <= 100, right.count <= 100 else { return Int.max }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let exchanged = last[j] + (left[i] == right[j] ? 0 : 1)
        var least = min(exchanged, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { least = min(least, beforeLast[j - 1] + 1) }
        row.append(least)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}

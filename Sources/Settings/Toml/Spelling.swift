/// What somebody probably meant to write.
enum Spelling {
  /// The known name nearest to this one; `nil` when none is near.
  ///
  /// Near is one slip for every three letters, or a name that was not written to its end.
  static func nearest(to word: String, among names: some Sequence<String>) -> String? {
    let written = Array(word.lowercased().unicodeScalars)
    let measured = names.map { (name: $0, slips: slips(from: written, to: Array($0.lowercased().unicodeScalars))) }
    if let best = measured.min(by: { ($0.slips, $0.name) < ($1.slips, $1.name) }),
      best.slips <= max(1, written.count / 3)
    {
      return best.name
    }
    guard written.count >= 3 else { return nil }
    return measured.map(\.name).filter { $0.lowercased().hasPrefix(word.lowercased()) }.min()
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

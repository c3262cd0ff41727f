/// The known name that is nearest to a misspelt one.
package enum Nearest {
  /// The nearest of some names; `nil` when there are none.
  package static func name(to text: String, among names: [String]) -> String? {
    names.map { ($0, distance(text.lowercased(), $0.lowercased())) }.min { $0.1 < $1.1 }?.0
  }

  /// How many characters must be typed, deleted or replaced to make one text of another.
  package static func distance(_ first: String, _ second: String) -> Int {
    let (left, right) = (Array(first.utf8.prefix(200)), Array(second.utf8.prefix(200)))
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}

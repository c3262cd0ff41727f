/// A column that a layout requires and a header lacks, in the spellings that files use.
struct Requirement {
  private let spellings: [String]

  /// - Parameter spellings: at least one, the likeliest first.
  init(_ spellings: [String]) { self.spellings = spellings }

  /// The spelling that suits the other names of a header best: the one whose first word occurs there most often.
  func title(beside header: Header) -> String {
    func firstWord(_ text: String) -> Substring { text.prefix { $0 != " " } }
    func neighbours(_ spelling: String) -> Int {
      let word = firstWord(ColumnName(spelling).text)
      return header.names.filter { firstWord($0.text) == word }.count
    }
    var best = spellings[0]
    for spelling in spellings.dropFirst() where neighbours(spelling) > neighbours(best) { best = spelling }
    return best
  }
}

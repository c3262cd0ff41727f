import Dashboard

/// The words of a command line, divided into paths and the words of a view.
struct CommandWords: Equatable {
  /// Folders and files.
  var paths: [String] = []
  /// A view and its details; empty for the overview.
  var view: [String] = []

  /// The first word that names a view starts the view; `./x` and `/x` are always paths.
  init(_ words: [String]) {
    let start = words.firstIndex { ViewLine.words.contains($0) } ?? words.count
    paths = Array(words[..<start])
    for word in words[start...] {
      if CommandWords.isAlwaysPath(word) { paths.append(word) } else { view.append(word) }
    }
  }

  private static func isAlwaysPath(_ word: String) -> Bool {
    word.hasPrefix("/") || word.hasPrefix("./") || word.hasPrefix("../") || word == "." || word == ".."
  }
}

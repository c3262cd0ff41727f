import Metrics

/// A filter typed after `/`, and how well it fits a name.
struct NameFilter {
  /// How well it fits; the best comes last.
  enum Fit: Int, Comparable {
    /// Its letters occur in a name in that order.
    case letters
    /// Its letters occur in order, and the first begins a word.
    case lettersFromAWord
    /// It occurs anywhere in a name or a sentence.
    case inside
    /// It begins a word of a name.
    case wordStart
    /// It begins a name.
    case start

    static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  private let typed: String

  init(_ typed: String) { self.typed = typed.lowercased() }

  /// How well it fits the best of some names, otherwise of some sentences; `nil` where it fits none.
  ///
  /// Separate letters in order are looked for only in names: a sentence has almost any letters in almost any order.
  func fit(_ names: [String], sentences: [String] = []) -> Fit? {
    let inNames = names.compactMap { fit($0.lowercased(), isName: true) }.max()
    return inNames ?? sentences.compactMap { fit($0.lowercased(), isName: false) }.max()
  }

  private func fit(_ text: String, isName: Bool) -> Fit? {
    if text.hasPrefix(typed) { return .start }
    let words = text.split { !$0.isLetter && !$0.isNumber }
    if text.split(separator: " ").contains(where: { $0.hasPrefix(typed) })
      || words.contains(where: { $0.hasPrefix(typed) })
    {
      return .wordStart
    }
    if text.contains(typed) { return .inside }
    guard isName, holdsLetters(text[...]) else { return nil }
    return words.contains { $0.first == typed.first && holdsLetters(text[$0.startIndex...]) }
      ? .lettersFromAWord : .letters
  }

  private func holdsLetters(_ text: Substring) -> Bool {
    var rest = typed[...]
    for letter in text where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}

extension Array {
  /// The elements that a filter fits, the best first and otherwise in their own order; all of them without a filter.
  func fitting(_ filter: String, _ texts: (Element) -> (names: [String], sentences: [String])) -> [Element] {
    guard !filter.isEmpty else { return self }
    let filter = NameFilter(filter)
    let fitting = enumerated().compactMap {
      position, element -> (fit: NameFilter.Fit, position: Int, element: Element)? in
      let texts = texts(element)
      return filter.fit(texts.names, sentences: texts.sentences).map { ($0, position, element) }
    }
    return fitting.sorted { ($1.fit, $0.position) < ($0.fit, $1.position) }.map(\.element)
  }
}

extension Organisation {
  /// The texts of a filter: the short name and the code letter by letter, the full name by its words.
  var filtered: (names: [String], sentences: [String]) { ([shortName, code.text], [name]) }
}

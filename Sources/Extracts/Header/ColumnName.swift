/// The name of a column as far as it matters: trimmed, spaces collapsed, in lower case, `&` written `and`.
struct ColumnName: Hashable, ExpressibleByStringLiteral {
  /// `aande attendances type 1`
  let text: String

  /// The name a header spells in its own way.
  init(_ spelling: some StringProtocol) {
    var text = ""
    var endsInSpace = true
    for scalar in spelling.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{A0}", "_":
        if !endsInSpace { text.unicodeScalars.append(" ") }
        endsInSpace = true
      case "&":
        text += "and"
        endsInSpace = false
      case "\u{FEFF}": break
      default:
        text.unicodeScalars.append(scalar)
        endsInSpace = false
      }
    }
    if text.last == " " { text.removeLast() }
    self.text = text.lowercased()
  }

  /// A name written in a layout.
  init(stringLiteral text: String) { self.init(text) }

  /// Whether it holds these words, written as the header would.
  func contains(_ words: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(ColumnName(words).text.utf8))
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }

  /// Whether it starts with these words, written as the header would.
  func starts(with words: String) -> Bool { text.hasPrefix(ColumnName(words).text) }
}

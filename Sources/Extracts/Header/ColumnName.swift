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

  /// Whether it holds these words, which are written as names are kept here: `type 1`, `over 4`.
  func contains(_ words: StaticString) -> Bool {
    // Every header is held against every layout, so this is asked thousands of times before a board is seen.
    var text = text
    return text.withUTF8 { bytes in
      let count = words.utf8CodeUnitCount
      guard count > 0, count <= bytes.count else { return count == 0 }
      let first = words.utf8Start[0]
      for start in 0...(bytes.count - count) where bytes[start] == first {
        if (1..<count).allSatisfy({ bytes[start + $0] == words.utf8Start[$0] }) { return true }
      }
      return false
    }
  }

  /// Whether it starts with these words, written as the header would.
  func starts(with words: String) -> Bool { text.hasPrefix(ColumnName(words).text) }
}

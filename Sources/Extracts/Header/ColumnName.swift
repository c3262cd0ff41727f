/// A column's name as far as it is compared: trimmed, spaces collapsed, in lower case, `&` written as `and`.
struct ColumnName: Hashable, ExpressibleByStringLiteral {
  /// `aande attendances type 1`
  let text: String

  /// The name, from the spelling in a header.
  init(_ spelling: some StringProtocol) {
    if let ascii = ColumnName.ascii(spelling) {
      text = ascii
      return
    }
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

  /// A name of ASCII alone, as nearly all are; `nil` for others.
  private static func ascii(_ spelling: some StringProtocol) -> String? {
    var isASCII = true
    let text = String(unsafeUninitializedCapacity: spelling.utf8.count * 3) { bytes in
      var count = 0
      for byte in spelling.utf8 {
        switch byte {
        case 0x80...:
          isASCII = false
          return 0
        case 0x20, 0x09, 0x0A, 0x0D, 0x5F:
          // Spaces and underscores: those at the start are dropped, and several become one.
          guard count > 0, bytes[count - 1] != 0x20 else { continue }
          bytes[count] = 0x20
          count += 1
        case 0x26:
          for letter in "and".utf8 {
            bytes[count] = letter
            count += 1
          }
        default:
          bytes[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          count += 1
        }
      }
      return count > 0 && bytes[count - 1] == 0x20 ? count - 1 : count
    }
    return isASCII ? text : nil
  }

  /// A name written in a layout.
  init(stringLiteral text: String) { self.init(text) }

  /// Whether it contains these words, written in the normalised form: `type 1`, `over 4`.
  func contains(_ words: StaticString) -> Bool {
    // Every header is compared with every layout, so this is asked thousands of times before a board is shown.
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

  /// Whether it starts with these words, written as a header would write them.
  func starts(with words: String) -> Bool { text.hasPrefix(ColumnName(words).text) }
}

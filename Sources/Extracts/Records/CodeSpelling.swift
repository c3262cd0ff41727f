import Metrics

/// A code that a file spells in its own way: in another case, in quotes that do not belong to a field, or as a formula,
/// `="RZ1"`.
enum CodeSpelling {
  private static let strays: Set<Character> = [
    "\"", "'", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "=", " ", "\u{A0}", "\t",
  ]

  /// The code as published, or as the system spells it; `known` has the system's codes by their lower-case spellings.
  static func code(_ text: String, known: [String: OrganisationCode]) -> OrganisationCode {
    let code = stripped(text)
    if let spelled = known[code.lowercased()] { return spelled }
    return OrganisationCode(isPublished(code) ? code.uppercased() : String(code))
  }

  /// A code without quotes, formula signs and spaces around it.
  static func stripped(_ text: String) -> Substring {
    var code = Substring(text)
    // Nearly every code begins and ends with a letter or a digit.
    if let first = text.utf8.first, let last = text.utf8.last, isPlain(first), isPlain(last) { return code }
    while let first = code.first, strays.contains(first) { code.removeFirst() }
    while let last = code.last, strays.contains(last) { code.removeLast() }
    return code
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Whether it is an NHS code: three to six letters and digits, at least one of them a digit, or three letters.
  private static func isPublished(_ code: Substring) -> Bool {
    let bytes = code.utf8
    guard (3...6).contains(bytes.count) else { return false }
    var (letters, digits) = (0, 0)
    for byte in bytes {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      default: return false
      }
    }
    return digits > 0 || letters == 3
  }
}

extension Organisation {
  /// Words that stay in capitals.
  private static let kept: Set<String> = [
    "NHS", "CCG", "ICB", "CIC", "UTC", "GP", "LTD", "UA", "LLP", "MIU", "WIC",
  ]
  /// Words in lower case, except at the beginning of a name.
  private static let small: Set<String> = ["AND", "OF", "THE", "FOR", "IN", "ON", "AT", "WITH", "UPON"]

  /// A name in ordinary spelling, from one in capitals as extracts print it: `MILTON KEYNES UNIVERSITY HOSPITAL NHS
  /// FOUNDATION TRUST` becomes `Milton Keynes University Hospital NHS Foundation Trust`. A name with lower-case letters
  /// is unchanged.
  public static func readableName(_ name: String) -> String {
    // A national file names hundreds of organisations, so English letters are recognised by their bytes.
    if name.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) { return name }
    let isPlain = isASCII(name)
    if !isPlain, name.contains(where: \.isLowercase) { return name }
    let words =
      isPlain
      ? name.utf8.split(separator: 0x20).map { String(Substring($0)) } : name.split(separator: " ").map(String.init)
    return words.enumerated().map { position, word in
      let bare = letters(of: word, isPlain)
      if kept.contains(bare) { return bare == "LTD" ? capitalised(word) : word }
      if position > 0, small.contains(bare) { return word.lowercased() }
      return capitalised(word)
    }.joined(separator: " ")
  }

  private static func letters(of word: String, _ isASCII: Bool) -> String {
    if word.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) { return word }
    if !isASCII { return word.filter(\.isLetter) }
    return String(decoding: word.utf8.filter { (0x41...0x5A).contains($0 & 0xDF) }, as: UTF8.self)
  }

  /// A name short enough for a panel: without the legal form at its end.
  public static func shortened(_ name: String) -> String {
    var text = name
    let endings = [
      " NHS Foundation Trust", " NHS Trust", " Integrated Care Board", " University Hospitals", " University Hospital",
      " Teaching Hospitals", " Teaching Hospital", " Hospitals", " Hospital", " CCG", " Limited", " Ltd",
    ]
    for ending in endings where text.hasSuffix(ending) && text.utf8.count > ending.utf8.count + 3 {
      text = String(text.dropLast(ending.count))
    }
    if text.hasPrefix("NHS ") { text = String(text.dropFirst(4)) }
    return text
  }

  /// Upper case after anything that is not a letter, lower case elsewhere: `KING'S` becomes `King's`.
  private static func capitalised(_ word: String) -> String {
    if isASCII(word) { return capitalisedASCII(word) }
    var result = ""
    var startsWord = true
    for character in word {
      result += startsWord ? character.uppercased() : character.lowercased()
      startsWord = !character.isLetter && character != "'" && character != "’"
    }
    return result
  }
  private static func capitalisedASCII(_ word: String) -> String {
    var startsWord = true
    let bytes = word.utf8.map { byte in
      let isCapital = byte >= 0x41 && byte <= 0x5A
      defer { startsWord = !isCapital && byte != 0x27 }
      return isCapital && !startsWord ? byte | 0x20 : byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}

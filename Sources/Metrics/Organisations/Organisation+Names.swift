extension Organisation {
  /// A name as people write it, from one in capitals as extracts print it:
  /// `MILTON KEYNES UNIVERSITY HOSPITAL NHS FOUNDATION TRUST` becomes
  /// `Milton Keynes University Hospital NHS Foundation Trust`. A name with lower-case letters stays as it is.
  public static func readableName(_ name: String) -> String {
    if name.contains(where: \.isLowercase) { return name }
    let kept: Set<String> = ["NHS", "CCG", "ICB", "CIC", "UTC", "GP", "LTD", "UA", "LLP", "MIU", "WIC"]
    let small: Set<String> = ["AND", "OF", "THE", "FOR", "IN", "ON", "AT", "WITH", "UPON"]
    let words = name.split(separator: " ").map(String.init)
    return words.enumerated().map { position, word in
      let bare = word.filter(\.isLetter)
      if kept.contains(bare) { return bare == "LTD" ? capitalised(word) : word }
      if position > 0, small.contains(bare) { return word.lowercased() }
      return capitalised(word)
    }.joined(separator: " ")
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

  /// Upper-case after anything that is no letter, lower-case elsewhere: `KING'S` becomes `King's`.
  private static func capitalised(_ word: String) -> String {
    var result = ""
    var startsWord = true
    for character in word {
      result += startsWord ? character.uppercased() : character.lowercased()
      startsWord = !character.isLetter && character != "'" && character != "’"
    }
    return result
  }
}

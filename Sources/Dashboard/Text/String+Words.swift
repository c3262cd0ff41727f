extension String {
  /// The string with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The number of its characters, counted by bytes where all are ASCII.
  var letterCount: Int {
    // Of those, only a carriage return with a line feed makes one character of two.
    let isPlain = utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0x80 && $0 != 0x0D } }
    return isPlain ?? false ? utf8.count : count
  }

  /// The string without spaces at either end.
  var trimmedOfSpaces: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// A line of JSON that is one object of texts and whole numbers, which is all that an event needs.
struct FlatObject: Equatable {
  /// Its members, in the order in which they are written.
  private(set) var members: [(name: String, value: Value)] = []

  /// The value of a member.
  enum Value: Equatable {
    case text(String)
    case number(Int)
    case null
  }

  static func == (left: FlatObject, right: FlatObject) -> Bool {
    left.members.elementsEqual(right.members) { $0.name == $1.name && $0.value == $1.value }
  }

  init() {}

  /// The text of a member; `nil` where it does not exist or is not a text.
  subscript(name: String) -> String? {
    if case .text(let text)? = members.first(where: { $0.name == name })?.value { text } else { nil }
  }

  /// The number of a member; `nil` where it does not exist or is not a number.
  func number(_ name: String) -> Int? {
    if case .number(let number)? = members.first(where: { $0.name == name })?.value { number } else { nil }
  }

  /// Adds a member; a missing text adds nothing.
  mutating func add(_ name: String, _ text: String?) {
    if let text { members.append((name, .text(text))) }
  }

  mutating func add(_ name: String, _ number: Int) { members.append((name, .number(number))) }

  /// The object as it is written: without blanks, and with every character that is not plainly visible as a number.
  var line: String {
    let parts = members.map { name, value in
      switch value {
      case .text(let text): FlatObject.quoted(name) + ":" + FlatObject.quoted(text)
      case .number(let number): FlatObject.quoted(name) + ":\(number)"
      case .null: FlatObject.quoted(name) + ":null"
      }
    }
    return "{" + parts.joined(separator: ",") + "}"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
          }
        default: quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  /// Reads a line; `nil` where it is not such an object, has a member twice, or is not UTF-8.
  init?(_ bytes: some Sequence<UInt8>) {
    var reader = Reader(bytes: Array(bytes))
    guard let members = reader.object() else { return nil }
    self.members = members
  }

  /// The progress of reading a line.
  private struct Reader {
    let bytes: [UInt8]
    var place = 0

    mutating func object() -> [(name: String, value: Value)]? {
      var members: [(name: String, value: Value)] = []
      guard take("{") else { return nil }
      if take("}") { return isAtEnd ? members : nil }
      repeat {
        guard let name = text(), !members.contains(where: { $0.name == name }), take(":"), let value = value() else {
          return nil
        }
        members.append((name, value))
      } while take(",")
      return take("}") && isAtEnd ? members : nil
    }

    private var isAtEnd: Bool {
      mutating get {
        skipBlanks()
        return place == bytes.count
      }
    }

    private mutating func skipBlanks() {
      while place < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[place]) { place += 1 }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
      skipBlanks()
      guard place < bytes.count, bytes[place] == UInt8(ascii: mark) else { return false }
      place += 1
      return true
    }

    private mutating func value() -> Value? {
      skipBlanks()
      guard place < bytes.count else { return nil }
      if bytes[place] == UInt8(ascii: "\"") { return text().map(Value.text) }
      let start = place
      while place < bytes.count, ![0x20, 0x2C, 0x7D].contains(bytes[place]) { place += 1 }
      let word = String(decoding: bytes[start..<place], as: UTF8.self)
      return word == "null" ? .null : Int(word).map(Value.number)
    }

    private mutating func text() -> String? {
      guard take("\"") else { return nil }
      var units: [UInt8] = []
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""): return String(validating: units, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard let scalar = escaped() else { return nil }
          units += Array(String(scalar).utf8)
        case 0..<0x20: return nil
        default: units.append(byte)
        }
      }
      return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
      guard place < bytes.count else { return nil }
      let letter = bytes[place]
      place += 1
      switch letter {
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{C}"
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
      case UInt8(ascii: "u"): return numbered()
      default: return nil
      }
    }

    /// A character written as `\u2713`, or as a pair of such numbers beyond U+FFFF.
    private mutating func numbered() -> Unicode.Scalar? {
      guard let first = unit() else { return nil }
      guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
      guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
        return nil
      }
      place += 2
      guard let second = unit(), (0xDC00..<0xE000).contains(second) else { return nil }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func unit() -> UInt32? {
      guard place + 4 <= bytes.count else { return nil }
      let digits = bytes[place..<place + 4]
      place += 4
      guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
      return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
  }
}

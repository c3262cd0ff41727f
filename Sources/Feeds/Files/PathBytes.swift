/// A file's path as a text that tells files apart by their bytes.
///
/// Swift takes two texts for the same that differ only in their Unicode form, and can hold no byte that is not UTF-8; the
/// system tells both apart. So the bytes beyond ASCII of such a name stand in the path as characters of their own, from
/// U+10FF80 on, which no form changes. `bytes(of:)` is what the system is asked for, `shown(_:)` what people read.
public enum PathBytes {
  private static let offset: UInt32 = 0x10_FF00

  /// The text for a name or path of the system's.
  public static func text(_ bytes: some Collection<UInt8>) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { return apart(bytes) }
    return text.utf8.allSatisfy { $0 < 0x80 } || text.unicodeScalars.allSatisfy(isPlain) ? text : apart(bytes)
  }

  /// A path that was typed, told apart from all others like one that was found.
  public static func text(typed path: String) -> String { text(bytes(of: path)) }

  /// A name whose bytes beyond ASCII stand for themselves.
  static func apart(_ bytes: some Collection<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(Unicode.Scalar(byte < 0x80 ? UInt32(byte) : offset + UInt32(byte)) ?? "?") }
    return String(scalars)
  }

  /// Whether a character has one form only, as far as it can be told by itself.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < offset && scalar.properties.canonicalCombiningClass == .notReordered
  }

  /// The bytes that the system knows a path by.
  static func bytes(of path: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(path.utf8.count)
    for scalar in path.unicodeScalars {
      if scalar.value >= offset + 0x80 {
        bytes.append(UInt8(scalar.value - offset))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }

  /// A path as the system is asked for it.
  static func terminated(_ path: String) -> [CChar] { bytes(of: path).map { CChar(bitPattern: $0) } + [0] }

  /// A path as people read it: what is no UTF-8 stands as `\xE9`.
  public static func shown(_ path: String) -> String {
    guard path.unicodeScalars.contains(where: { $0.value >= offset + 0x80 }) else { return path }
    let bytes = bytes(of: path)
    var shown = ""
    var rest = bytes[...]
    var decoder = UTF8.ForwardParser()
    while !rest.isEmpty {
      var source = rest.makeIterator()
      switch decoder.parseScalar(from: &source) {
      case .valid(let scalar):
        shown.unicodeScalars.append(UTF8.decode(scalar))
        rest = rest.dropFirst(scalar.count)
      case .error, .emptyInput:
        shown += "\\x" + String(rest[rest.startIndex], radix: 16, uppercase: true)
        rest = rest.dropFirst()
      }
      decoder = UTF8.ForwardParser()
    }
    return shown
  }

  /// A name that is read like another one of other bytes, with its accents written out: `cafe\u{301}.csv`.
  static func toldApart(_ name: String) -> String {
    shown(name).unicodeScalars.reduce(into: "") { text, scalar in
      text += scalar.isASCII ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }
}

/// A file's path as a text that distinguishes files by the bytes of their names.
///
/// Swift treats two texts as equal that differ only in their Unicode form, and a text cannot contain a byte that is not
/// UTF-8; the operating system distinguishes both. In such names, each byte beyond ASCII is therefore represented by a
/// character of its own, from U+10FF80 on, which no Unicode form changes. `bytes(of:)` gives the bytes for the
/// operating system, `shown(_:)` the text for people.
public enum PathBytes {
  private static let offset: UInt32 = 0x10_FF00

  /// The text for a name or path from the operating system.
  public static func text(_ bytes: some Collection<UInt8>) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { return apart(bytes) }
    return text.utf8.allSatisfy { $0 < 0x80 } || text.unicodeScalars.allSatisfy(isPlain) ? text : apart(bytes)
  }

  /// A typed path, in the same representation as a path that was found.
  public static func text(typed path: String) -> String { text(bytes(of: path)) }

  /// A name whose bytes beyond ASCII are represented by characters of their own.
  static func apart(_ bytes: some Collection<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(Unicode.Scalar(byte < 0x80 ? UInt32(byte) : offset + UInt32(byte)) ?? "?") }
    return String(scalars)
  }

  /// Whether a character has only one Unicode form, judged by itself.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < offset && scalar.properties.canonicalCombiningClass == .notReordered
  }

  /// The bytes by which the operating system knows a path.
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

  /// A path in the form in which the operating system takes it.
  static func terminated(_ path: String) -> [CChar] { bytes(of: path).map { CChar(bitPattern: $0) } + [0] }

  /// A path for people to read: a byte that is not UTF-8 is shown as `\xE9`.
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

  /// A name with its accents written out, to distinguish it from one that looks the same: `cafe\u{301}.csv`.
  static func toldApart(_ name: String) -> String {
    shown(name).unicodeScalars.reduce(into: "") { text, scalar in
      text += scalar.isASCII ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }
}

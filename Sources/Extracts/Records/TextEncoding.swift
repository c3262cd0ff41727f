/// How the bytes of a field become text: UTF-8, and Windows-1252 where they are not UTF-8.
enum TextEncoding: String {
  case utf8 = "UTF-8"
  case windows1252 = "Windows-1252"

  /// The encoding of these bytes.
  static func of(_ bytes: some Collection<UInt8>) -> TextEncoding {
    String(validating: bytes, as: UTF8.self) == nil ? .windows1252 : .utf8
  }

  /// The bytes as text.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self) ?? windows1252Text(bytes)
  }

  /// Text from Windows-1252; the five bytes that it leaves undefined become the control characters of Latin-1.
  private static func windows1252Text(_ bytes: some Collection<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let code = (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(code) ?? "\u{FFFD}")
    }
    return String(text)
  }

  /// The characters of Windows-1252 where Latin-1 has control characters, from 0x80.
  private static let upperControls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}

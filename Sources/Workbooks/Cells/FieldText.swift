/// Text as a field of a CSV, quoted where necessary.
enum FieldText {
  /// Writes a text as a field. A line break becomes a blank, so that a row of the sheet is one line; so does every
  /// other control character except a tab.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var (needsQuotes, isPlain) = (false, true)
    for byte in text {
      if byte == 0x22 || byte == 0x2C { needsQuotes = true }
      if byte < 0x20 || byte == 0x22 { isPlain = false }
    }
    if needsQuotes { out.append(0x22) }
    if isPlain {
      out.append(contentsOf: text)
    } else {
      var before: UInt8 = 0
      for byte in text {
        if byte == 0x0A, before == 0x0D {
          before = byte
          continue
        }
        before = byte
        if byte == 0x22 { out.append(byte) }
        out.append(byte < 0x20 && byte != 0x09 ? 0x20 : byte)
      }
    }
    if needsQuotes { out.append(0x22) }
  }

  /// Writes a text as a field.
  static func append(_ text: [UInt8], to out: inout [UInt8]) {
    text.withUnsafeBufferPointer { append($0, to: &out) }
  }

  /// Replaces Excel's escapes for characters that XML cannot contain: `_x000D_` for a carriage return.
  static func decodeEscapes(_ text: inout [UInt8]) {
    guard text.count >= 7, text.indices.dropLast(6).contains(where: { text[$0] == 0x5F && text[$0 + 1] == 0x78 }) else {
      return
    }
    var (decoded, place) = ([UInt8](), 0)
    decoded.reserveCapacity(text.count)
    while place < text.count {
      if text[place] == 0x5F, place + 6 < text.count, text[place + 1] == 0x78, text[place + 6] == 0x5F,
        let unit = UInt32(String(decoding: text[(place + 2)..<(place + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(unit)
      {
        decoded.append(contentsOf: String(Character(scalar)).utf8)
        place += 7
      } else {
        decoded.append(text[place])
        place += 1
      }
    }
    text = decoded
  }
}

extension Character {
  /// The closest character that every terminal and every locale can show, always one cell wide.
  ///
  /// Chart dots become `'`, `-` or `.` by their height in the cell, and `|` where they reach from top to bottom. The
  /// pound sign becomes `#`, its place in the British seven-bit code; in a picture and in a text it is `GBP` instead.
  public var ascii: Character {
    guard let scalar = unicodeScalars.first, !isASCII else { return self }
    if scalar.isASCII { return Character(scalar) }
    if let known = Self.fallbacks[Character(scalar)] { return known }
    switch scalar.value {
    case 0x2800...0x28FF: return Self.braille(UInt8(scalar.value - 0x2800))
    case 0x2500...0x257F: return Self.boxDrawing(scalar.value)
    case 0x00C0...0x024F: return Self.letter(scalar)
    default: return "?"
    }
  }

  private static func braille(_ dots: UInt8) -> Character {
    let top = dots & 0x09 != 0
    let middle = dots & 0x36 != 0
    let bottom = dots & 0xC0 != 0
    return switch (top, middle, bottom) {
    case (false, false, false): " "
    case (true, false, false): "'"
    case (false, true, false): "-"
    case (false, false, true): "."
    case (true, true, false): "'"
    case (false, true, true): "."
    case (true, _, true): "|"
    }
  }

  private static func boxDrawing(_ value: UInt32) -> Character {
    switch value {
    case 0x2500, 0x2505, 0x2508, 0x2509, 0x254D, 0x2574, 0x2576, 0x2578, 0x257A: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2575, 0x2577, 0x2579, 0x257B: "|"
    // A bar must differ from its track.
    case 0x2501: "#"
    // A target and a limit must differ from a chart's own line.
    case 0x2504, 0x2550: "="
    case 0x254C: ","
    case 0x2551: "|"
    default: "+"
    }
  }

  /// The letter without its accent, from its case and its Unicode name.
  private static func letter(_ scalar: Unicode.Scalar) -> Character {
    let name = scalar.properties.name ?? ""
    let words = name.split(separator: " ")
    guard let place = words.firstIndex(of: "LETTER"), words.indices.contains(place + 1),
      words[place + 1].count == 1, let letter = words[place + 1].first
    else { return "?" }
    return words.contains("SMALL") ? Character(letter.lowercased()) : letter
  }

  private static let fallbacks: [Character: Character] = [
    "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "#", "▍": "#", "▎": "|", "▏": "|", "▐": "#", "▀": "\"", "▄": "_",
    "▟": "#", "▙": "#", "▜": "#", "▛": "#", "▞": "#", "▚": "#", "▘": "\"", "▝": "\"", "▖": "_", "▗": "_",
    "▁": "_", "▂": "_", "▃": "_", "▅": "=", "▆": "=", "▇": "#", "▰": "#", "▱": ".", "▲": "^", "▼": "v", "▸": ">",
    "▪": ":", "•": "+", "●": "@", "○": "o", "◐": "%", "◆": "!", "■": "#", "·": ".", "…": "~", "£": "#", "–": "-",
    "—": "-", "−": "-", "×": "x",
    "÷": "/", "‹": "<", "›": "/", "«": "<", "»": ">", "→": ">", "←": "<", "↑": "^", "↓": "v", "≤": "<", "≥": ">",
    "±": "~", "°": "o", "½": "~", "¼": "~", "¾": "~", "‘": "'", "’": "'", "“": "\"", "”": "\"", "†": "+", "✓": "x",
    "≠": "&", "◌": "'", "◇": "\\", "µ": "u", "²": "2", "³": "3", "¹": "1", "§": "S", "ß": "s", "æ": "a", "Æ": "A",
    "€": "E", "¬": "!",
  ]
}

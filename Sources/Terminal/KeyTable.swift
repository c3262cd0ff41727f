import Screen

/// The keys for ncurses' numbers.
enum KeyTable {
  /// The key for one of ncurses' own codes, `.unknown` for codes without a meaning here; `nil` where it is not a key.
  static func key(code: Int32) -> Key? {
    if let named = codes[code] { return named }
    let function = code - 0o410
    if (1...12).contains(function) { return .function(Int(function)) }
    return code <= 0o400 || noKeys.contains(code) ? nil : .unknown
  }

  /// The codes of a resize and of an event.
  private static let noKeys: Set<Int32> = [0o632, 0o633]

  /// The key for a character that was typed.
  static func key(character scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    default: scalar.properties.generalCategory == .control ? nil : .character(Character(scalar))
    }
  }

  /// The numbers of `curses.h`; its names are macros and cannot be imported.
  private static let codes: [Int32: Key] = [
    0o402: .down, 0o403: .up, 0o404: .left, 0o405: .right, 0o406: .home, 0o407: .backspace, 0o512: .delete,
    0o522: .pageDown, 0o523: .pageUp, 0o527: .enter, 0o541: .backtab, 0o550: .end, 0o534: .home, 0o535: .pageUp,
    0o537: .end, 0o540: .pageDown, 0o552: .home, 0o601: .end,
  ]

  static let mouseCode: Int32 = 0o631

  /// Sequences for keys that terminals send whatever their terminfo entry says, with ncurses' code for each.
  static let definitions: [(sequence: String, code: Int32)] =
    cursorKeys + [
      ("\u{1B}[1~", 0o406), ("\u{1B}[7~", 0o406), ("\u{1B}[4~", 0o550), ("\u{1B}[8~", 0o550), ("\u{1B}[3~", 0o512),
      ("\u{1B}[5~", 0o523), ("\u{1B}[6~", 0o522), ("\u{1B}[Z", 0o541), ("\u{1B}OM", 0o527),
      ("\u{1B}[11~", 0o411), ("\u{1B}[12~", 0o412), ("\u{1B}[13~", 0o413), ("\u{1B}[14~", 0o414),
    ]

  /// The key for a sequence that came in pieces, without its Escape; `nil` where it is unknown.
  static func key(sequence: String) -> Key? { sequences[sequence] }

  private static let sequences: [String: Key] = {
    var sequences: [String: Key] = [:]
    for definition in definitions { sequences[String(definition.sequence.dropFirst())] = key(code: definition.code) }
    for (place, letter) in "PQRS".enumerated() {
      sequences["O\(letter)"] = .function(place + 1)
    }
    for (place, number) in [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].enumerated() {
      sequences["[\(number)~"] = .function(place + 1)
    }
    return sequences
  }()

  private static let cursorKeys: [(sequence: String, code: Int32)] = ["\u{1B}[", "\u{1B}O"].flatMap { start in
    [("A", 0o403), ("B", 0o402), ("C", 0o405), ("D", 0o404), ("H", 0o406), ("F", 0o550)].map { (start + $0.0, $0.1) }
  }
}

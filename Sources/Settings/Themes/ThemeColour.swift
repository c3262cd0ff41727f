import Screen

/// The sixteen colours with ANSI names, as xterm shows them.
enum ThemeColour {
  private static let plain: [(name: String, colour: UInt32)] = [
    ("black", 0x000000), ("red", 0xcd0000), ("green", 0x00cd00), ("yellow", 0xcdcd00), ("blue", 0x0000ee),
    ("magenta", 0xcd00cd), ("cyan", 0x00cdcd), ("white", 0xe5e5e5), ("bright-black", 0x7f7f7f),
    ("bright-red", 0xff0000), ("bright-green", 0x00ff00), ("bright-yellow", 0xffff00), ("bright-blue", 0x5c5cff),
    ("bright-magenta", 0xff00ff), ("bright-cyan", 0x00ffff), ("bright-white", 0xffffff),
  ]

  /// `black` to `bright-white`.
  static let names = plain.map(\.name)

  /// The colour with this name, if there is one.
  static func named(_ name: String) -> Colour? {
    plain.first { $0.name == name }.map { Colour($0.colour) }
  }
}

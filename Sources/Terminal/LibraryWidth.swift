import CNcurses

/// The number of cells that the C library, and therefore ncurses, gives to a character in the current locale.
enum LibraryWidth {
  /// One or two; -1 for a character that it would not show.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    Int(cncurses_width(wchar_t(scalar.value)))
  }

  /// Uses the environment's locale; returns whether it is UTF-8.
  static func useLocale() -> Bool { cncurses_use_locale() == 1 }
}

import CNcurses

/// The cells that the C library, and so ncurses, gives a character in the present locale.
enum LibraryWidth {
  /// One or two; -1 for what it would not show.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    Int(cncurses_width(wchar_t(scalar.value)))
  }

  /// Makes the environment's locale the one in force; whether it writes UTF-8.
  static func useLocale() -> Bool { cncurses_use_locale() == 1 }
}

import CLinux
import Glibc

/// Sets `LINES` and `COLUMNS` while ncurses starts. ncurses allocates memory for their values, and without them for the
/// terminal's own claim, which may be a million lines, or nonsense.
struct SizeVariables {
  private let before: [(name: String, value: String?)]

  /// Makes ncurses start with a size within limits.
  init() {
    var (columns, rows): (Int32, Int32) = (0, 0)
    _ = clinux_window_size(STDOUT_FILENO, &columns, &rows)
    let largest = TerminalSession.largest
    var before: [(String, String?)] = []
    for (name, said, most) in [("COLUMNS", columns, largest.columns), ("LINES", rows, largest.rows)] {
      let value = getenv(name).map { String(cString: $0) }
      before.append((name, value))
      let asked = value.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? Int(said)
      if asked > most { setenv(name, "\(most)", 1) } else if value.flatMap({ Int($0) }) == nil { unsetenv(name) }
    }
    self.before = before
  }

  /// Restores the variables for the programs that this one starts.
  func putBack() {
    for (name, value) in before {
      if let value { setenv(name, value, 1) } else { unsetenv(name) }
    }
  }
}

import CLinux
import Glibc

/// `LINES` and `COLUMNS` while ncurses starts, which makes room for what they say, and without them for what the terminal
/// says: a million lines, or nonsense.
struct SizeVariables {
  private let before: [(name: String, value: String?)]

  /// Has ncurses start with a size within bounds.
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

  /// Leaves the variables as they were, for the programs that this one starts.
  func putBack() {
    for (name, value) in before {
      if let value { setenv(name, value, 1) } else { unsetenv(name) }
    }
  }
}

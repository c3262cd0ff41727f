import Foundation
import Glibc

/// A program alone on a terminal that the test reads, byte by byte, or does not read.
final class PseudoTerminal {
  /// How a program came to its end.
  enum End: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  /// The number of the process.
  private(set) var process = pid_t()
  /// Everything it has written so far.
  private(set) var written: [UInt8] = []
  /// -1 once it is closed, so that it is not closed twice: its number is another terminal's by then.
  private var master: Int32
  private let slave: Int32
  private let before: termios
  private var end: End?

  /// Starts a program on a terminal of its own.
  init(
    program: String = Program.path, _ arguments: [String], columns: Int = 120, rows: Int = 40,
    environment: [String: String] = [:], folder: String = Program.project
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN, macros that Swift does not see: unlock it, and ask for its number.
    _ = ioctl(master, 0x4004_5431, &number)
    _ = ioctl(master, 0x8004_5430, &number)
    let name = "/dev/pts/\(number)"
    slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var settings = termios()
    tcgetattr(slave, &settings)
    before = settings
    resize(columns: columns, rows: rows)
    let variables = [
      "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
    ].merging(environment) { $1 }
    process = try Spawned.start(program, arguments, in: folder, environment: variables, terminal: name)
  }

  deinit {
    if end == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if master >= 0 { close(master) }
    close(slave)
  }

  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Types something.
  func type(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }

  /// What has been written since a place, as text.
  func text(from place: Int = 0) -> String { String(decoding: written[place...], as: UTF8.self) }

  /// Reads until a text has been written after a place, for as long as a busy machine may need; whether it was.
  @discardableResult
  func waits(for text: String, from place: Int = 0) -> Bool {
    let wanted = Array(text.utf8)
    // A minute of silence is an answer, and so are more pictures than any test draws.
    var (silences, reads) = (0, 0)
    while !contains(wanted, from: place) {
      // What has ended writes no more.
      let isOver = hasEnded(WNOHANG)
      if readMore(milliseconds: isOver ? 0 : 200) {
        reads += 1
      } else {
        silences += 1
      }
      if isOver ? silences > 0 : silences > 300 || reads > 100_000 { return contains(wanted, from: place) }
    }
    return true
  }

  /// Reads until nothing has come for a moment.
  func settles() { while readMore(milliseconds: 300) {} }

  /// Waits for the end of the program, reading what it still writes.
  func ends() -> End {
    // The test holds the terminal open to ask for its settings, so its end is not the program's.
    while !hasEnded(WNOHANG) { _ = readMore(milliseconds: 50) }
    while readMore(milliseconds: 0) {}
    return end ?? .status(-1)
  }

  /// Waits for the end without reading anything.
  func endsUnread() -> End {
    _ = hasEnded(0)
    return end ?? .status(-1)
  }

  private func hasEnded(_ options: Int32) -> Bool {
    if end != nil { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, options) == process else { return false }
    end = status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    return true
  }

  /// Closes the terminal, as a window that is shut.
  func hangUp() {
    close(master)
    master = -1
  }

  /// Whether the terminal is as the program found it: its settings, the user's own screen, a cursor to see, no mouse.
  var isRestored: Bool {
    var now = termios()
    tcgetattr(slave, &now)
    let isSame =
      now.c_lflag == before.c_lflag && now.c_iflag == before.c_iflag && now.c_oflag == before.c_oflag
    return isSame && isLast("\u{1B}[?1049l", after: "\u{1B}[?1049h") && isLast("\u{1B}[?25h", after: "\u{1B}[?25l")
      && isLast("1000l", after: "1000h")
  }

  private func isLast(_ closing: String, after opening: String) -> Bool {
    let text = text()
    guard let open = text.range(of: opening, options: .backwards) else { return true }
    return text.range(of: closing, options: .backwards).map { $0.lowerBound > open.lowerBound } ?? false
  }

  private func contains(_ wanted: [UInt8], from place: Int) -> Bool {
    guard written.count - place >= wanted.count else { return false }
    return text(from: place).contains(String(decoding: wanted, as: UTF8.self))
  }

  /// Reads what is there, waiting if there is nothing; whether there was anything.
  private func readMore(milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    written += bytes.prefix(count)
    return true
  }
}

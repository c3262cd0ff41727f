import CLinux
import CNcurses
import Glibc
import Screen

/// The terminal while the board uses it: it shows frames, returns keys, and always leaves the terminal as it found it.
///
/// There is one at a time, and it is used only on the main thread.
public final class TerminalSession {
  /// The current width and height of the terminal.
  public private(set) var size: Size
  /// The number of colours used.
  public var depth: ColourDepth { palette.depth }
  /// The characters used.
  public let glyphs: GlyphSet
  /// The source of events to wait for.
  public let events: EventSource

  let window: UnsafeMutablePointer<WINDOW>
  let input: UnsafeMutablePointer<WINDOW>
  var palette: Palette
  var shown: Frame?
  var decoder: KeyDecoder
  /// Whether there was more input than was read at once.
  var hasMoreKeys = false
  /// The most keys that are read before the next picture is drawn.
  static let mostKeys = 256
  /// The largest size that is drawn.
  static let largest = Size(columns: 1000, rows: 500)
  /// Copies texts to the clipboard.
  let copying: CopySequence
  let usesSynchronisedOutput: Bool
  let output: PictureOutput
  private let screen: OpaquePointer
  private var isCursorShown = false
  private var hasEnded = false
  private var isSuspended = false

  /// Takes over the terminal.
  public init(_ configuration: TerminalConfiguration) throws(TerminalProblem) {
    let entry = try TerminalEntry(configuration)
    events = EventSource(terminal: STDIN_FILENO)
    glyphs = entry.glyphs
    let family = TerminalFamily(name: entry.givenName)
    usesSynchronisedOutput = family.isModern
    copying = CopySequence(family, configuration.multiplexer)
    decoder = KeyDecoder(escapeDelay: configuration.escapeDelay ?? KeyDecoder.usualEscapeDelay)
    clinux_arm_restore(STDIN_FILENO)
    let restore = entry.restoreSequence
    clinux_set_restore_bytes(restore, restore.utf8.count)
    output = PictureOutput()
    let bounds = SizeVariables()
    defer { bounds.putBack() }
    guard let screen = cncurses_open(entry.name, output.stream), let window = cncurses_screen(),
      let input = newpad(1, 1)
    else {
      clinux_disarm_restore()
      throw .unknownTERM(entry.givenName)
    }
    self.screen = screen
    self.window = window
    self.input = input
    size = Size(columns: Int(cncurses_columns()), rows: Int(cncurses_lines()))
    palette = Self.startColours(configuration, entry)
    prepare(configuration)
  }

  private static func startColours(_ configuration: TerminalConfiguration, _ entry: TerminalEntry) -> Palette {
    guard entry.depth != .mono, start_color() == OK else {
      return Palette(theme: configuration.theme, depth: .mono, mostPairs: 0)
    }
    // The terminal's own background is kept wherever a theme names none.
    use_default_colors()
    return Palette(theme: configuration.theme, depth: entry.depth, mostPairs: min(cncurses_pairs(), 32_767))
  }

  private func prepare(_ configuration: TerminalConfiguration) {
    cbreak()
    noecho()
    nonl()
    cncurses_write_only(window)
    cncurses_release_flow_control()
    set_escdelay(25)
    keypad(input, true)
    nodelay(input, true)
    // A picture is drawn completely; waiting keys are handled before the next one.
    typeahead(-1)
    curs_set(0)
    for definition in KeyTable.definitions { define_key(definition.sequence, definition.code) }
    if configuration.usesMouse {
      mousemask(cncurses_mouse_buttons(), nil)
      // Otherwise ncurses delays every press to see whether it becomes a click.
      mouseinterval(0)
    }
    followSize()
    if usesSynchronisedOutput { emit(TerminalSession.pasteOn) }
  }

  /// The sequences that make the terminal mark a paste, and stop marking it.
  static let pasteOn = "\u{1B}[?2004h", pasteOff = "\u{1B}[?2004l"

  /// Uses another theme from the next frame on.
  public func use(_ theme: Theme) {
    palette.use(theme)
    shown = nil
  }

  /// Adopts the terminal's current size.
  func followSize() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard clinux_window_size(STDOUT_FILENO, &columns, &rows) == 0, columns > 0, rows > 0 else { return }
    let largest = TerminalSession.largest
    let found = Size(columns: min(Int(columns), largest.columns), rows: min(Int(rows), largest.rows))
    guard found != size else { return }
    resize_term(Int32(found.rows), Int32(found.columns))
    size = found
  }

  /// Draws everything again with the next frame, for example after another program has written on the terminal.
  public func redraw() {
    shown = nil
    clearok(cncurses_shown(), true)
  }

  /// Shows the hardware cursor, or hides it.
  func showCursor(_ isVisible: Bool) {
    guard isVisible != isCursorShown else { return }
    isCursorShown = isVisible
    curs_set(isVisible ? 1 : 0)
  }

  /// Returns the terminal and stops, as Ctrl-Z requires; returns when the process is continued.
  public func suspend() {
    guard !hasEnded else { return }
    leave()
    clinux_catch_stop(0)
    raiseDefault(SIGTSTP)
    clinux_catch_stop(1)
    resume()
  }

  /// Takes the terminal back after a stop; the next frame is drawn completely.
  public func resume() {
    guard !hasEnded else { return }
    // Stopped from outside, the terminal was not returned; another program may have changed it all the same.
    if !isSuspended { leave() }
    isSuspended = false
    reset_prog_mode()
    if usesSynchronisedOutput { emit(TerminalSession.pasteOn) }
    followSize()
    redraw()
  }

  private func leave() {
    isSuspended = true
    showCursor(true)
    if usesSynchronisedOutput { emit(TerminalSession.pasteOff) }
    endwin()
  }

  /// Returns the terminal; a second call does nothing.
  public func end() {
    guard !hasEnded else { return }
    hasEnded = true
    if !isSuspended { leave() }
    clinux_disarm_restore()
    delwin(input)
    delscreen(screen)
  }

  deinit { end() }
}

/// Ends the process as if the signal had never been caught, so that a shell gets 128 + n.
public func raiseDefault(_ signal: Int32) {
  clinux_raise_default(signal)
}

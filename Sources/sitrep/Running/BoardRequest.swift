import Actions
import CLinux
import Dashboard
import Feeds
import Glibc
import Metrics
import Screen
import Settings

/// A board as it was asked for on the command line.
struct BoardRequest {
  /// What to read, and when.
  let setup: CommandSetup
  /// The words of the view to begin with.
  let view: [String]
  /// How meanings may look.
  let themes: ThemeShelf
  /// The keys to press first.
  let keys: KeyScript
  /// What options, environment and `config.toml` settle.
  var settings: BoardSettings
  /// Where the last board was left, if this one is to open there.
  var session: LastSession?
  /// Where events are logged, if anywhere.
  var log: EventLog?
  /// How it hangs on a wall, and what it tells.
  var wall: Wall

  /// The size of a picture that goes to no terminal.
  static let plainSize = Size(columns: 80, rows: 24)

  /// A board at the view that was asked for.
  func run(of loaded: Loaded, size: Size) throws(ExitReason) -> BoardRun {
    let board = loaded.board
    var state = State(
      board: board, now: setup.clock.moment(of: board.healthSystem), size: size, theme: themes.first.name,
      themes: themes.names, viewSettings: settings.viewSettings)
    state.ownProblems = themes.problems + [log?.problem].compactMap { $0 }
    try open(in: &state)
    wall.prepare(&state)
    return BoardRun(state)
  }

  /// Goes to the view that was asked for.
  func open(in state: inout State) throws(ExitReason) {
    guard !view.isEmpty else {
      session?.open(in: &state)
      return
    }
    do throws(ViewLine.Failure) {
      try ViewLine.open(view, in: &state)
    } catch {
      throw .wrongUsage(Glyph.sanitised(error.message))
    }
  }

  /// Prints the picture that the keys lead to.
  func printFrame(size: Size, _ form: FrameForm) throws(ExitReason) {
    let loaded = setup.load()
    try setup.check(loaded)
    try printFrame(of: loaded, size: size, form)
  }

  /// Prints the picture of a board that is loaded.
  ///
  /// - Parameter isLive: whether it shows what the live board would; else nobody can press its keys.
  func printFrame(of loaded: Loaded, size: Size, _ form: FrameForm, isLive: Bool = true) throws(ExitReason) {
    var run = try run(of: loaded, size: size)
    if !isLive { run.hideKeys() }
    var outside = ScriptedOutside(loaded: loaded, writer: writer, actions: actions)
    outside.readActions(for: &run)
    run.begin { outside.carryOut($0, $1) }
    run.play(keys) { outside.carryOut($0, $1) }
    // A terminal shows what its locale can; a file is read by anything, and is UTF-8.
    let isNarrow = settings.ascii == nil && clinux_is_terminal(STDOUT_FILENO) == 1 && !Places.writesUTF8
    Output.print(writer.text(of: run.state, as: form, isASCII: isNarrow ? true : nil))
  }

  /// The folder of actions, where one is named.
  var actions: ActionFolder? { settings.actions.map { ActionFolder(UserFolders.expanded($0)) } }

  /// What turns the board's pictures into files.
  var writer: FrameWriter { FrameWriter(themes: themes, settings: settings) }
}

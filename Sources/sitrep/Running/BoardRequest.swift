import Actions
import CLinux
import Dashboard
import Feeds
import Glibc
import Metrics
import Screen
import Settings

/// A board as the command line requests it.
struct BoardRequest {
  /// What is read, and at what time.
  let setup: CommandSetup
  /// The words of the first view.
  let view: [String]
  /// The themes.
  let themes: ThemeShelf
  /// The keys that are pressed first.
  let keys: KeyScript
  /// The settings of options, environment and `config.toml`.
  var settings: BoardSettings
  /// Where the last board was left, if this one should open there.
  var session: LastSession?
  /// The log of events, if there is one.
  var log: EventLog?
  /// How it behaves on a wall, and its alerts.
  var wall: Wall
  /// What is kept and shown of its history.
  var history: HistoryRequest

  /// The size of a picture that does not go to a terminal.
  static let plainSize = Size(columns: 80, rows: 24)

  /// A board at the requested view.
  func run(of loaded: Loaded, size: Size) throws(ExitReason) -> BoardRun {
    let board = loaded.board
    var state = State(
      board: board, now: board.asOf ?? setup.clock.moment(of: board.healthSystem), size: size,
      theme: themes.first.name,
      themes: themes.names, viewSettings: settings.viewSettings)
    state.ownProblems = themes.problems + [log?.problem].compactMap { $0 }
    try open(in: &state)
    wall.prepare(&state)
    return BoardRun(state)
  }

  /// Goes to the requested view.
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

  /// Prints the picture to which the keys lead.
  func printFrame(size: Size, _ form: FrameForm) throws(ExitReason) {
    let loaded = setup.load()
    try setup.check(loaded)
    try printFrame(of: remembered(loaded), size: size, form)
    loaded.keep()
  }

  /// Prints the picture of a loaded board.
  ///
  /// - Parameter isLive: whether it shows what the live board would; otherwise it has no keys to press.
  func printFrame(of loaded: Loaded, size: Size, _ form: FrameForm, isLive: Bool = true) throws(ExitReason) {
    let shown = try past(loaded) ?? loaded
    var run = try run(of: shown, size: size)
    if !isLive { run.hideKeys() }
    var outside = outside(of: shown, present: loaded)
    outside.readActions(for: &run)
    sayChanges(on: loaded, in: &run)
    run.begin { outside.carryOut($0, $1) }
    run.play(keys) { outside.carryOut($0, $1) }
    // A terminal shows what its locale allows; a file may be read by any program, and is UTF-8.
    let isNarrow = settings.ascii == nil && clinux_is_terminal(STDOUT_FILENO) == 1 && !Places.writesUTF8
    Output.print(writer.text(of: run.state, as: form, isASCII: isNarrow ? true : nil))
  }

  /// The folder of actions, where one is given.
  var actions: ActionFolder? { settings.actions.map { ActionFolder(UserFolders.expanded($0)) } }

  /// What turns the board's pictures into files.
  var writer: FrameWriter { FrameWriter(themes: themes, settings: settings) }
}

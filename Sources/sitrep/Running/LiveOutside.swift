import Actions
import Dashboard
import Feeds
import Metrics
import Screen
import Terminal

/// The outside of a live board: the terminal, and the loader, whose results come later.
final class LiveOutside {
  /// The terminal.
  let session: TerminalSession
  /// The moment that the board is to be shown as it was known at, `nil` within for now; `nil` where nobody has asked.
  var asOfWanted: Moment??
  /// The loader.
  let loader: Loader
  /// What the board was read from; `nil` until the first board has arrived.
  var loaded: Loaded?
  /// Reads and writes actions; `nil` where no folder of actions is open.
  let actions: ActionDesk?
  private let themes: ThemeShelf
  private let writer: FrameWriter
  private let alertCommand: AlertCommand?
  private let log: EventLog?
  /// The problem with the log when it was last reported.
  private var saidOfLog: Problem?

  init(
    session: TerminalSession, loader: Loader, writer: FrameWriter, alertCommand: String?, log: EventLog?,
    actions: ActionFolder?
  ) {
    self.actions = actions.map { ActionDesk($0) }
    self.log = log
    self.alertCommand = alertCommand.map { AlertCommand($0) }
    self.session = session
    self.loader = loader
    themes = writer.themes
    self.writer = writer
  }

  /// Carries out an effect; slow results arrive in the loader's mailbox.
  func carryOut(_ effect: Effect, _ state: State) -> [Action] {
    switch effect {
    case .quit: break
    case .readRows(let key, let period, let returns):
      guard let loaded else { break }
      guard let request = RowRequest(key, period, returns, in: loaded) else {
        return [.rows(SourceListing(of: key, period, fromHistoryOf: loaded.board, returns))]
      }
      loader.readRows(request)
    case .copy(let text):
      if !session.copy(text) { return [.say("this terminal takes no copies; by hand: \(text)")] }
    case .redraw: session.redraw()
    case .write(let name): return [.say(writer.write(state, name: name))]
    case .theme(let name):
      let choice = themes.choose(name)
      if let theme = choice?.theme { session.use(theme) }
      return [settings] + (ThemeShelf.words(choice?.problems ?? []).map { [.say($0)] } ?? [])
    case .system(let code):
      let known = state.board.systemsToChoose
      loader.show { own in SystemChoice.system(code, insteadOf: own, among: known) ?? own }
    case .asOf(let moment): asOfWanted = .some(moment)
    case .stopReading: loader.stopReading()
    case .resumeReading: loader.takeUpAgain()
    case .accept(let name): loader.accept(name)
    case .act(let draft): actions?.write(draft, at: state.now)
    case .bell: session.ring()
    case .notify(let alert):
      guard let words = alertCommand?.start(for: alert) else { break }
      return [settings, .remark(words)]
    }
    return []
  }

  /// The available themes, and the problems with what the board itself needs.
  var settings: Action {
    .settings(
      themes: themes.names, problems: themes.problems + [alertCommand?.problem, log?.problem].compactMap { $0 })
  }

  /// The messages about alert programs that have ended since the last time.
  func alertsEnded() -> [Action] {
    guard let alertCommand, alertCommand.isRunning, let words = alertCommand.look() else { return [] }
    return [settings] + (words.isEmpty ? [] : [.remark(words)])
  }

  /// The messages about a log that cannot be written, or can be written again.
  func logChanged() -> [Action] {
    let problem = log?.problem
    guard problem != saidOfLog else { return [] }
    saidOfLog = problem
    return [settings] + (problem.map { [.remark($0.message)] } ?? [])
  }

  /// Reads a theme's file again after a change; returns the message, `nil` where there is none.
  func reread(_ path: String, _ bytes: [UInt8]?, current: String) -> String? {
    let (theme, words) = themes.reread(path, bytes)
    if let theme, theme.name == current { session.use(theme) }
    return words
  }
}

import Dashboard
import Feeds
import Metrics
import Screen
import Terminal

/// The outside of a live board: the terminal, and the loader whose answers come later.
final class LiveOutside {
  /// The terminal.
  let session: TerminalSession
  /// What works in the background.
  let loader: Loader
  /// What the board was read from; `nil` while it is being read for the first time.
  var loaded: Loaded?
  private let themes: ThemeShelf

  init(session: TerminalSession, loader: Loader, themes: ThemeShelf) {
    self.session = session
    self.loader = loader
    self.themes = themes
  }

  /// Carries out an effect; what takes time arrives in the loader's mailbox.
  func carryOut(_ effect: Effect, _ state: State) -> [Action] {
    switch effect {
    case .quit: break
    case .readRows(let key, let period, let contribution):
      guard let loaded, let request = RowRequest(key, period, contribution: contribution, in: loaded) else { break }
      loader.readRows(request)
    case .copy(let text): session.copy(text)
    case .write(let name): return [.say(FrameFile.write(render(state).text, name: name))]
    case .theme(let name): if let theme = themes[name] { session.use(theme) }
    case .system(let code):
      guard let loaded, let system = SystemChoice.system(code, insteadOf: loaded.board.healthSystem) else { break }
      loader.show(loaded, about: system)
    case .bell: session.ring()
    }
    return []
  }
}

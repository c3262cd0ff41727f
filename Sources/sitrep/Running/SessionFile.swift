import Dashboard
import Feeds
import Metrics
import Settings
import Threads

/// The file that remembers where the last board was left.
enum SessionFile {
  /// The name of the file in the state folder.
  static let name = "session.toml"

  private static var path: String? { UserFolders.state.map { "\($0)/\(name)" } }

  /// The last session; `nil` where there was none.
  static var last: LastSession? { path.flatMap(SmallFile.bytes).flatMap(LastSession.init) }

  /// Records where a board is left, in one step; a board that never had a figure leaves the last record unchanged.
  static func save(_ state: State) {
    guard let path, let text = text(of: state) else { return }
    SmallFile.replace(path, with: text)
  }

  /// Whether what is being remembered is still on its way to the disk.
  private static let isBusy = Locked(false)

  /// Remembers where a board is while it goes on: on a thread of its own, because a disk that hangs may stop no clock.
  static func keep(_ state: State) {
    guard let path, let text = text(of: state),
      !isBusy.withLock({ busy in
        defer { busy = true }
        return busy
      })
    else { return }
    LoaderThread {
      SmallFile.replace(path, with: text)
      isBusy.withLock { $0 = false }
    }.detach()
  }

  /// What is remembered of a board; `nil` of one that never had a figure.
  private static func text(of state: State) -> String? {
    guard !state.board.contributions.isEmpty else { return nil }
    return LastSession(
      system: state.board.healthSystem.code.text, view: state.viewLine, theme: state.theme,
      sortColumn: state.visit.sortColumn, isReversed: state.visit.isReversed,
      wallEntry: state.kiosk?.position, left: state.asOf == nil ? state.now : last?.left
    ).text
  }
}

extension LastSession {
  /// Goes to where the board was left, as far as that still exists; another system opens at its overview.
  func open(in state: inout State) {
    guard state.board.healthSystem.code.text == system, !view.isEmpty else { return }
    do throws(ViewLine.Failure) {
      try ViewLine.open(view, in: &state)
    } catch {
      return
    }
    state.visit.sortColumn = sortColumn
    state.visit.isReversed = isReversed
  }
}

import Dashboard
import Metrics
import Settings

/// The file that remembers where the last board was left.
enum SessionFile {
  /// The name of the file in the state folder.
  static let name = "session.toml"

  private static var path: String? { UserFolders.state.map { "\($0)/\(name)" } }

  /// The last session; `nil` where there was none.
  static var last: LastSession? { path.flatMap(SmallFile.bytes).flatMap(LastSession.init) }

  /// Records where a board is left, in one step; a board that never had a figure leaves the last record unchanged.
  static func save(_ state: State) {
    guard let path, !state.board.contributions.isEmpty else { return }
    let session = LastSession(
      system: state.board.healthSystem.code.text, view: state.viewLine, theme: state.theme,
      sortColumn: state.visit.sortColumn, isReversed: state.visit.isReversed,
      wallEntry: state.kiosk?.position, left: state.asOf == nil ? state.now : last?.left)
    SmallFile.replace(path, with: session.text)
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

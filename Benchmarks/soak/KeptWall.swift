import CLinux
import Dashboard
import Feeds
import Metrics
import Screen

/// A board that is kept as the real one is: by threads that are told of changes, in looks that are only faster.
struct KeptWall {
  /// How many boards, and boards with figures from before, there have been.
  private(set) var reloads = 0, stalenesses = 0
  private let folder: ChangingFolder
  private let loader = Loader()
  private var state: State
  private static let now = Moment("2018-03-20T09:00") ?? Moment(day: Day(number: 17_610))
  /// How many times as fast as it should be the keeper looks.
  private static let hurry: Int64 = 50

  init(copying source: String) {
    folder = ChangingFolder(copying: source)
    state = State(board: Board(.everything, []), now: KeptWall.now, size: Size(columns: 120, rows: 40))
    loader.keep(folder.feed, hurry: KeptWall.hurry) { _ in KeptWall.now }
  }

  /// Something happens to a file, and the board says so by itself; whether it does.
  mutating func pass(_ minute: Int) -> Bool {
    let isWhole = folder.change(minute)
    // The first board of all has nothing from before: it is waited for like any other.
    while loader.mailbox.wait(milliseconds: 20_000) {
      guard let loaded = loader.mailbox.take().loaded else { continue }
      reloads += 1
      if !loaded.board.stalenesses.isEmpty { stalenesses += 1 }
      _ = reduce(&state, .showPrepared(PreparedBoard(loaded.board, for: state)))
      // As the program does when it takes the board before apart.
      clinux_give_memory_back()
      _ = render(state)
      if loaded.board.stalenesses.isEmpty == isWhole { return true }
    }
    return false
  }

  /// Whether the board comes to show what one shows that has just been started.
  mutating func becomesAsFresh() -> Bool {
    let fresh = ReloadPass(feed: folder.feed) { _ in KeptWall.now }.first().loaded?.board
    let wanted = fresh.map { picture($0) }
    while picture(state.board) != wanted {
      guard loader.mailbox.wait(milliseconds: 5_000) else { return false }
      guard let loaded = loader.mailbox.take().loaded else { continue }
      _ = reduce(&state, .showPrepared(PreparedBoard(loaded.board, for: state)))
    }
    return true
  }

  private func picture(_ board: Board) -> String {
    render(State(board: board, now: KeptWall.now, size: Size(columns: 120, rows: 40))).text
  }

  func remove() { folder.remove() }
}

import CLinux
import Dashboard
import Feeds
import Terminal
import Threads

/// Prepares a new board for the page shown, and releases an old one, on other threads: neither may keep a key waiting.
final class BoardPreparer {
  /// A board that is ready to be shown.
  struct Prepared: Sendable {
    let loaded: Loaded
    let board: PreparedBoard
    /// How long it took to prepare.
    let milliseconds: Int64
  }

  /// A board that is not shown any more.
  final class Retired: @unchecked Sendable {
    // Used by the loop before the thread starts, and only by the thread after that.
    private var loaded: Loaded?

    init(_ loaded: Loaded?) { self.loaded = loaded }

    func release() { loaded = nil }
  }

  private let mailbox = Mailbox<Prepared>()
  private var isBusy = false
  /// A board that arrived while another was being prepared; only the latest is kept.
  private(set) var next: Loaded?

  /// Becomes readable when a board is ready.
  var descriptor: Int32 { mailbox.descriptor }

  /// Prepares a board for a state.
  func prepare(_ loaded: Loaded, for state: State) {
    guard !isBusy else { return next = loaded }
    isBusy = true
    next = nil
    LoaderThread { [mailbox] in
      let started = EventSource.now
      let board = PreparedBoard(loaded.board, for: state)
      mailbox.post(Prepared(loaded: loaded, board: board, milliseconds: EventSource.now - started))
    }.detach()
  }

  /// The boards that are ready.
  func take() -> [Prepared] {
    let ready = mailbox.take()
    if !ready.isEmpty { isBusy = false }
    return ready
  }

  /// Releases an old board: freeing tens of thousands of series takes longer than a key may wait.
  func release(_ old: Retired) {
    LoaderThread {
      old.release()
      clinux_give_memory_back()
    }.detach()
  }
}

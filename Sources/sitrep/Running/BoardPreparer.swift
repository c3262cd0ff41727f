import CLinux
import Dashboard
import Feeds

/// Where a new board is worked out for the page shown, and an old one is taken apart, away from the loop: neither may
/// keep a key waiting.
final class BoardPreparer {
  /// A board ready to be shown.
  struct Prepared: Sendable {
    let loaded: Loaded
    let board: PreparedBoard
  }

  /// A board that nobody looks at any more.
  final class Retired: @unchecked Sendable {
    // Touched by the loop before the thread starts, and by the thread alone after that.
    private var loaded: Loaded?

    init(_ loaded: Loaded?) { self.loaded = loaded }

    func release() { loaded = nil }
  }

  private let mailbox = Mailbox<Prepared>()
  private var isBusy = false
  /// A board that arrived while another was being worked out; only the latest matters.
  private(set) var next: Loaded?

  /// Becomes readable when a board is ready.
  var descriptor: Int32 { mailbox.descriptor }

  /// Works a board out for a state.
  func prepare(_ loaded: Loaded, for state: State) {
    guard !isBusy else { return next = loaded }
    isBusy = true
    next = nil
    LoaderThread { [mailbox] in
      mailbox.post(Prepared(loaded: loaded, board: PreparedBoard(loaded.board, for: state)))
    }.detach()
  }

  /// What is ready.
  func take() -> [Prepared] {
    let ready = mailbox.take()
    if !ready.isEmpty { isBusy = false }
    return ready
  }

  /// Takes an old board apart: tens of thousands of series take longer than a key may.
  func release(_ old: Retired) {
    LoaderThread {
      old.release()
      clinux_give_memory_back()
    }.detach()
  }
}

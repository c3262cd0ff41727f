import Dashboard
import Feeds
import Synchronization
import Threads

/// Works out on another thread the pages and views that one key leads to, where a view takes longer to work out than a key may
/// wait: that is so over ten years of days.
final class LookAhead {
  /// How long a view may take, in milliseconds, before the next are worked out ahead: a small board has no need of it.
  private static let patience = 20

  private enum Message: Sendable {
    case found(ViewAhead, board: Int)
    case finished
  }

  /// What the thread and the loop share.
  private final class Shared: Sendable {
    let mailbox = Mailbox<Message>()
    /// The number of the latest request: an earlier one is given up.
    let latest = Atomic<Int>(0)
  }

  private let shared = Shared()
  private var isBusy = false
  /// Whether a view of this board takes longer than a key may wait.
  private var isSlow = false
  /// The number of the board shown: what was worked out of an earlier one is of no use.
  private var board = 0
  /// Where was looked ahead from last.
  private var origin: State?

  /// Becomes readable when a view is at hand.
  var descriptor: Int32 { shared.mailbox.descriptor }

  /// Another board is shown.
  ///
  /// - Parameter milliseconds: how long its view took to work out.
  func begin(tookFor milliseconds: Int64) {
    board += 1
    isSlow = milliseconds >= Self.patience
    giveUp()
  }

  /// A view of the board shown took so long to work out.
  func note(tookFor milliseconds: Int64) { isSlow = isSlow || milliseconds >= Self.patience }

  /// Looks ahead from what is shown, where that is worth it and has not been done; nobody presses keys at a wall.
  func look(from state: State) {
    guard isSlow, state.leadsElsewhere(than: origin), !state.isOnWall else { return }
    giveUp()
    // The thread leaves the request that has been given up, and the next wait comes back here.
    guard !isBusy else { return }
    (isBusy, origin) = (true, state)
    let request = shared.latest.load(ordering: .relaxed)
    let started = LoaderThread.start { [shared, board] in
      state.lookAhead(while: { shared.latest.load(ordering: .relaxed) == request }) { view in
        shared.mailbox.post(.found(view, board: board))
      }
      shared.mailbox.post(.finished)
    }
    // Without a thread to be had, each view is worked out when its key is pressed.
    if !started { isBusy = false }
  }

  private func giveUp() {
    shared.latest.add(1, ordering: .relaxed)
    origin = nil
  }

  /// The views of the board shown that are at hand now.
  func take() -> [ViewAhead] {
    shared.mailbox.take().compactMap { message in
      switch message {
      case .found(let view, let board): return board == self.board ? view : nil
      case .finished:
        isBusy = false
        return nil
      }
    }
  }
}

import Dashboard
import Feeds
import Metrics
import Threads

/// Where the history of a live board is written and read, on a thread of its own: after the first picture, and without a key
/// that waits for it.
final class HistoryDesk {
  /// What has come of a writing or a reading.
  enum Outcome: Sendable {
    /// A board with what its history adds, what has changed since somebody last looked where that was asked for, and whether
    /// it is to be written again.
    case remembered(Loaded, changes: Set<Series.Key>?, isToRepeat: Bool)
    /// The board as it was known at a moment.
    case past(Loaded)
    /// Why it cannot be shown.
    case failed(String)
  }

  /// What is to be done.
  private enum Work {
    case remember(Loaded, Moment, ViewSettings, since: Moment?)
    case look(Loaded, Moment)
  }

  private let keeper: HistoryKeeper
  private let mailbox = Mailbox<Outcome>()
  private var isBusy = false
  /// What waits for the thread; of boards to be written only the latest.
  private var waiting: [Work] = []
  /// Whether the database has been looked through for damage.
  private var isChecked = false
  /// The board that could not be written, to be tried again.
  private(set) var unwritten: Loaded?

  init(_ keeper: HistoryKeeper) { self.keeper = keeper }

  /// Becomes readable when there is something to take.
  var descriptor: Int32 { mailbox.descriptor }

  /// Whether the history of a board is kept.
  func keeps(_ loaded: Loaded) -> Bool { keeper.keeps(loaded.board) }

  /// Writes what a board knows, and adds what its history knows to it.
  ///
  /// - Parameter since: the moment of which it is to be said what has changed since, if any.
  func remember(_ loaded: Loaded, at now: Moment, _ viewSettings: ViewSettings, since: Moment?) {
    unwritten = nil
    waiting.removeAll { if case .remember = $0 { true } else { false } }
    waiting.append(.remember(loaded, now, viewSettings, since: since))
    begin()
  }

  /// Reads the board as it was known at a moment.
  func look(at loaded: Loaded, asOf moment: Moment) {
    waiting.removeAll { if case .look = $0 { true } else { false } }
    waiting.append(.look(loaded, moment))
    begin()
  }

  private func begin() {
    guard !isBusy, !waiting.isEmpty else { return }
    isBusy = true
    let work = waiting.removeFirst()
    let checks = !isChecked
    if case .remember = work { isChecked = true }
    LoaderThread { [keeper, mailbox] in
      mailbox.post(HistoryDesk.outcome(of: work, keeper, checks: checks))
    }.detach()
  }

  private static func outcome(of work: Work, _ keeper: HistoryKeeper, checks: Bool) -> Outcome {
    switch work {
    case .remember(let loaded, let now, let viewSettings, let since):
      let (remembered, isToRepeat) = keeper.remember(loaded, at: now, checks: checks)
      let changes = since.flatMap { keeper.changes(on: remembered, since: $0, viewSettings, today: now.day) }
      return .remembered(remembered, changes: changes, isToRepeat: isToRepeat)
    case .look(let loaded, let moment):
      do throws(HistoryProblem) {
        return .past(try keeper.board(of: loaded, asOf: moment))
      } catch {
        return .failed(error.problem.message)
      }
    }
  }

  /// What has come of it.
  func take() -> [Outcome] {
    let taken = mailbox.take()
    if !taken.isEmpty { isBusy = false }
    for case .remembered(let loaded, _, true) in taken { unwritten = loaded }
    begin()
    return taken
  }
}

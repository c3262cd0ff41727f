import Actions
import Dashboard
import Feeds
import Metrics
import Threads

/// Reads and writes a live board's actions on a thread of its own, so that no key waits for a share that hangs.
final class ActionDesk {
  /// How often the folder is checked: what somebody else agrees should appear before the huddle has moved on.
  static let secondsBetweenLooks = 5

  private let folder: ActionFolder
  private let reading = Locked(ActionFolder.Reading())
  private let mailbox = Mailbox<[Action]>()
  /// Whether the thread is busy; while it is, no other check begins.
  private var isBusy = false
  private var hasLooked = false
  /// The drafts to write when the thread is free.
  private var waiting: [(draft: ActionDraft, moment: Moment)] = []

  init(_ folder: ActionFolder) { self.folder = folder }

  /// Becomes readable when there are results.
  var descriptor: Int32 { mailbox.descriptor }

  /// Checks the folder for the first time.
  func lookFirst() {
    if !hasLooked { look() }
  }

  /// Checks whether anything has changed.
  func look() {
    guard !isBusy else { return }
    isBusy = true
    let isFirst = !hasLooked
    hasLooked = true
    LoaderThread { [folder, reading, mailbox] in
      mailbox.post(ActionDesk.changes(folder, reading, isAsked: isFirst))
    }.detach()
  }

  /// Writes a draft; the result arrives later.
  func write(_ draft: ActionDraft, at moment: Moment) {
    guard !isBusy else { return waiting.append((draft, moment)) }
    isBusy = true
    LoaderThread { [folder, reading, mailbox] in
      let before = ActionDesk.changes(folder, reading, isAsked: false)
      // What is written into the empty folder of a share that is away would be hidden when it comes back.
      guard !reading.withLock({ $0.isEmptied }) else {
        let why = "nothing was written: the files of \(folder.path) are gone; connect its share again, then try again"
        return mailbox.post(before + [.refused(draft, why)])
      }
      let answer = ActionDesk.answer(to: draft, in: folder, at: moment)
      mailbox.post(before + ActionDesk.changes(folder, reading, isAsked: false) + [answer])
    }.detach()
  }

  /// The results of checks and writes.
  func take() -> [Action] {
    let taken = mailbox.take()
    if !taken.isEmpty { isBusy = false }
    if !isBusy, let next = waiting.first {
      waiting.removeFirst()
      write(next.draft, at: next.moment)
    }
    return taken.flatMap { $0 }
  }

  private static func changes(
    _ folder: ActionFolder, _ reading: Locked<ActionFolder.Reading>, isAsked: Bool
  ) -> [Action] {
    reading.withLock { reading in
      let isChanged = folder.read(&reading)
      return isChanged || isAsked ? [.actions(reading.book)] : []
    }
  }

  private static func answer(to draft: ActionDraft, in folder: ActionFolder, at moment: Moment) -> Action {
    switch ActionWriter.own.write(draft, in: folder, at: moment) {
    case .success(let id):
      switch draft.kind {
      case .action: .say("agreed: \(draft.text) (\(id)); L lists the actions")
      case .note: .say("noted: \(draft.text)")
      case .change: .say("changed: the action \(draft.id)")
      }
    case .failure(let refusal): .refused(draft, refusal.message)
    }
  }

  /// Writes at once; returns the resulting book, and the message.
  static func answers(to draft: ActionDraft, in folder: ActionFolder, at moment: Moment) -> [Action] {
    let answer = answer(to: draft, in: folder, at: moment)
    return [.actions(folder.read()), answer]
  }
}

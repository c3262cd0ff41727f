import CLinux
import Glibc
import Metrics
import Threads

/// Keeps a board up to date with its files, on a thread of its own: it reads them, then waits for notice of changes,
/// and checks from time to time as well, because network shares give no notice.
///
/// Every pass over the disk is made by another thread, which is abandoned where the disk does not answer.
final class FeedWatcher: Sendable {
  /// A message to the thread.
  private enum Note: Sendable {
    /// A pass has ended.
    case done(Int, ReloadPass.Result)
    /// A pass that was abandoned has ended after all.
    case answered(String)
    /// The board should be about another system.
    case show(Feed.SystemSwitch)
    /// No further file should be read.
    case stop
    /// The files that were left out when reading was stopped should be read.
    case takeUpAgain
    /// The fetch of a source has ended.
    case fetched
    /// The doubted version of the file with this name should be shown.
    case accept(String)
  }

  /// How often it checks, and how long it waits.
  struct Pace: Sendable {
    /// Milliseconds between two checks; `nil` for what suits the file system.
    var poll: Int64?
    /// Where the operating system gives notice of every change, checks only make sure, at the tick of the clock.
    var pollWithNotice: Int64 = 60_000
    var pollWithout: Int64 = 10_000
    /// How long a disk may take to answer before it is abandoned.
    var patience: Int64 = 20_000
    /// How many times as fast as the monotonic clock the clock for checks runs: a simulated week cannot wait.
    var hurry: Int64 = 1
  }

  /// The most passes that may be left abandoned at one time.
  private static let mostLeftBehind = 8

  private let refresh: ReloadPass
  private let pace: Pace
  private let post: @Sendable (Loader.Message) -> Void
  private let inbox = Mailbox<Note>()
  private let watch = FolderWatch()

  init(_ refresh: ReloadPass, pace: Pace, post: @escaping @Sendable (Loader.Message) -> Void) {
    var refresh = refresh
    refresh.watch = watch
    self.refresh = refresh
    self.pace = pace
    self.post = post
  }

  /// Shows the same files as a board about another system.
  func show(_ choice: @escaping Feed.SystemSwitch) { inbox.post(.show(choice)) }

  /// Stops reading after the files that are being read now.
  func stopReading() { inbox.post(.stop) }

  /// Reads the files that were left out when reading was stopped.
  func takeUpAgain() { inbox.post(.takeUpAgain) }

  /// Shows the doubted version of a file, and remembers that it was accepted.
  func accept(_ name: String) { inbox.post(.accept(name)) }

  /// Keeps the board up to date until the process ends.
  func run() {
    refresh.desk?.start { [inbox, post] source, outcome in
      post(.fetch(outcome.logLine(of: source.title)))
      inbox.post(.fetched)
    }
    var keeping = Keeping(refresh: refresh)
    while true {
      switch keeping.visit {
      case nil: wait(&keeping)
      case let visit?: waitFor(visit, &keeping)
      }
    }
  }

  /// The state of the thread.
  private struct Keeping {
    var refresh: ReloadPass
    var memory: ReloadPass.Memory?
    /// The number of the current pass, and what it asks of the disk.
    var visit: (number: Int, activity: DiskWatchdog)?
    var visits = 0
    /// The time of the next check on the monotonic clock; at once to begin with.
    var nextLook: Int64 = 0
    var boardIsStale = false
    /// The files whose doubted versions should be shown, once no pass is running.
    var accepted: [String] = []
  }

  /// The time on the clock for checks.
  private var now: Int64 { clinux_monotonic_milliseconds() * pace.hurry }

  /// Waits for something to do.
  private func wait(_ keeping: inout Keeping) {
    let now = now
    let mayLook = keeping.refresh.silent.count < FeedWatcher.mostLeftBehind
    if mayLook, keeping.nextLook <= now { return start(&keeping, at: now) }
    var entries = [inbox.descriptor, watch.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    // Rounded up, so that no check is early.
    let left = max(0, keeping.nextLook - now + pace.hurry - 1) / pace.hurry
    _ = clinux_poll(&entries, 2, mayLook ? Int32(clamping: left) : -1)
    if entries[1].revents != 0, watch.take() {
      // A moment for the rest of the burst.
      keeping.nextLook = min(keeping.nextLook, self.now + ChangeDebounce.shortest / 5)
    }
    takeNotes(&keeping)
  }

  /// Starts a pass on a thread of its own.
  private func start(_ keeping: inout Keeping, at now: Int64) {
    keeping.visits += 1
    let number = keeping.visits
    var refresh = keeping.refresh
    refresh.activity = DiskWatchdog()
    keeping.visit = (number, refresh.activity)
    let (memory, isStale, visit) = (keeping.memory, keeping.boardIsStale, refresh)
    keeping.boardIsStale = false
    LoaderThread { [inbox] in
      let result = memory.map { visit.next(after: $0, at: now, boardIsStale: isStale) } ?? visit.first()
      if let path = visit.activity.abandonedAt { return inbox.post(.answered(path)) }
      inbox.post(.done(number, result))
    }.detach()
  }

  /// Waits for a pass to end, or for the disk to take too long.
  private func waitFor(_ visit: (number: Int, activity: DiskWatchdog), _ keeping: inout Keeping) {
    var entry = pollfd(fd: inbox.descriptor, events: Int16(POLLIN), revents: 0)
    let now = clinux_monotonic_milliseconds()
    let limit = visit.activity.oldest.map { $0.since + pace.patience } ?? now + pace.patience
    _ = clinux_poll(&entry, 1, Int32(clamping: max(0, limit - now)))
    takeNotes(&keeping)
    guard keeping.visit != nil, let path = visit.activity.abandon(after: pace.patience) else { return }
    keeping.visit = nil
    keeping.refresh.silent.insert(path)
    keeping.boardIsStale = keeping.memory != nil
    keeping.nextLook = 0
    post(.silent(path: PathBytes.shown(path), seconds: Int(pace.patience / 1000)))
  }

  private func takeNotes(_ keeping: inout Keeping) {
    for note in inbox.take() {
      switch note {
      case .answered(let path):
        keeping.refresh.silent.remove(path)
        keeping.boardIsStale = keeping.memory != nil
        keeping.nextLook = 0
      case .show(let choice):
        keeping.refresh.choice = choice
        keeping.boardIsStale = keeping.memory != nil
        keeping.nextLook = 0
      case .fetched: keeping.nextLook = 0
      case .stop: keeping.visit?.activity.stop()
      case .accept(let name):
        keeping.accepted.append(name)
        if keeping.visit == nil { accept(&keeping) }
      case .takeUpAgain:
        keeping.memory?.loadedFiles.takeUpAgain()
        keeping.nextLook = 0
      case .done(let number, let result): if keeping.visit?.number == number { end(result, &keeping) }
      }
    }
  }

  private func accept(_ keeping: inout Keeping) {
    guard !keeping.accepted.isEmpty else { return }
    for name in keeping.accepted {
      if let file = keeping.memory?.loadedFiles.accept(name) { refresh.feed.remember(file) }
    }
    keeping.accepted = []
    keeping.nextLook = 0
  }

  private func end(_ result: ReloadPass.Result, _ keeping: inout Keeping) {
    keeping.visit = nil
    keeping.memory = result.memory
    defer { accept(&keeping) }
    for (path, bytes) in result.others { post(.file(path: path, bytes: bytes)) }
    // A board without a figure is not shown while sources are still to come.
    if let loaded = result.loaded, !loaded.isEmpty || loaded.rest != .toCome { post(.loaded(loaded)) }
    let now = now
    guard !keeping.boardIsStale else { return keeping.nextLook = now }
    let interval = pace.poll ?? (result.hasNotice ? pace.pollWithNotice : pace.pollWithout)
    // At the same time as anything else that the clock wakes the process for.
    let usual = interval - clinux_wall_milliseconds() % interval
    keeping.nextLook = now + (result.lookAgain ?? usual)
  }
}

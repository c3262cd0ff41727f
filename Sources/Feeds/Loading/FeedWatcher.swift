import CLinux
import Glibc
import Metrics

/// Keeps a board as its files are, on a thread of its own: reads it, then waits for notice of changes and looks from time
/// to time all the same, since shares give none.
///
/// Every visit to the disk is made by another thread, which is left behind where the disk does not answer.
final class FeedWatcher: Sendable {
  /// What the thread is told.
  private enum Note: Sendable {
    /// A visit came to its end.
    case done(Int, ReloadPass.Result)
    /// A visit that was given up came to its end after all.
    case answered(String)
    /// The board is wanted about another system.
    case show(Feed.SystemSwitch)
    /// No further file is to be read.
    case stop
    /// What the reading was stopped before is wanted after all.
    case takeUpAgain
    /// Something came of a source.
    case fetched
    /// The doubted version of the file of this name is wanted.
    case accept(String)
  }

  /// How often, and how long.
  struct Pace: Sendable {
    /// Milliseconds between two looks; `nil` for what suits the file system.
    var poll: Int64?
    /// Where the system gives notice of every change the looks only have to make sure, with the tick of the clock.
    var pollWithNotice: Int64 = 60_000
    var pollWithout: Int64 = 10_000
    /// A disk that has not answered for so long is given up.
    var patience: Int64 = 20_000
    /// How many times as fast as the monotonic clock the one runs that looks are timed by: a simulated week cannot wait.
    var hurry: Int64 = 1
  }

  /// More visits than this are never left behind.
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

  /// Has no further file read than those that are being read.
  func stopReading() { inbox.post(.stop) }

  /// Has the files read that the reading was stopped before.
  func takeUpAgain() { inbox.post(.takeUpAgain) }

  /// Shows the version of a file that is doubted, and remembers that.
  func accept(_ name: String) { inbox.post(.accept(name)) }

  /// Keeps the board until the process ends.
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

  /// What the thread knows.
  private struct Keeping {
    var refresh: ReloadPass
    var memory: ReloadPass.Memory?
    /// The number of the visit that is going on, and what it asks of the disk.
    var visit: (number: Int, activity: DiskWatchdog)?
    var visits = 0
    /// When to look again, on the monotonic clock; at once to begin with.
    var nextLook: Int64 = 0
    var boardIsStale = false
    /// The files whose doubted versions are wanted, once no visit is going on.
    var accepted: [String] = []
  }

  /// The moment on the clock that looks are timed by.
  private var now: Int64 { clinux_monotonic_milliseconds() * pace.hurry }

  /// Waits for something to do.
  private func wait(_ keeping: inout Keeping) {
    let now = now
    let mayLook = keeping.refresh.silent.count < FeedWatcher.mostLeftBehind
    if mayLook, keeping.nextLook <= now { return start(&keeping, at: now) }
    var entries = [inbox.descriptor, watch.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    // Rounded up: no look a moment too early.
    let left = max(0, keeping.nextLook - now + pace.hurry - 1) / pace.hurry
    _ = clinux_poll(&entries, 2, mayLook ? Int32(clamping: left) : -1)
    if entries[1].revents != 0, watch.take() {
      // A moment for the rest of the burst.
      keeping.nextLook = min(keeping.nextLook, self.now + ChangeDebounce.shortest / 5)
    }
    takeNotes(&keeping)
  }

  /// Starts a visit on a thread of its own.
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

  /// Waits for a visit to end, or for the disk to take too long.
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
    // A board without a figure says nothing while sources are still to come.
    if let loaded = result.loaded, !loaded.isEmpty || loaded.rest != .toCome { post(.loaded(loaded)) }
    let now = now
    guard !keeping.boardIsStale else { return keeping.nextLook = now }
    let interval = pace.poll ?? (result.hasNotice ? pace.pollWithNotice : pace.pollWithout)
    // Together with whatever else the clock wakes the process for.
    let usual = interval - clinux_wall_milliseconds() % interval
    keeping.nextLook = now + (result.lookAgain ?? usual)
  }
}

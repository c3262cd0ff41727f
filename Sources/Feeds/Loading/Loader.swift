import CLinux
import Metrics
import Threads

/// Does slow work on threads of its own, and leaves the results in a mailbox.
public struct Loader: Sendable {
  /// What arrives from the background.
  public enum Message: Sendable {
    /// The progress of the reading.
    case progress(ReadingProgress)
    /// A board: of everything, of what has changed, or of what has been read so far where there is much to read.
    case loaded(Loaded)
    /// The rows of a figure were read again.
    case rows(RowReading)
    /// A watched file, such as a theme's, has changed; without bytes where it cannot be read.
    case file(path: String, bytes: [UInt8]?)
    /// The fetch of a source has ended; in the words of the log.
    case fetch(String)
    /// The disk has not answered for this long; the path is left alone until it does.
    case silent(path: String, seconds: Int)
  }

  /// Where results arrive.
  public let mailbox = Mailbox<Message>()
  private let keeper = WatcherHolder()

  /// A loader with an empty mailbox.
  public init() {}

  /// Reads a feed and keeps it up to date. Its progress and its board arrive in the mailbox, and another board whenever
  /// its files have changed.
  ///
  /// - Parameters:
  ///   - poll: milliseconds between two checks of the files; `nil` for what suits their file system.
  ///   - clock: the current time for a board about a system.
  public func keep(_ feed: Feed, poll: Int64? = nil, clock: @escaping @Sendable (HealthSystem) -> Moment) {
    var refresh = ReloadPass(feed: feed)
    refresh.clock = clock
    if !feed.sources.isEmpty { refresh.desk = SourceDesk(feed.sources) }
    keep(refresh, pace: FeedWatcher.Pace(poll: poll))
  }

  /// Keeps a feed up to date with checks this many times as fast as usual, because a simulated week cannot wait.
  package func keep(_ feed: Feed, hurry: Int64, clock: @escaping @Sendable (HealthSystem) -> Moment) {
    keep(ReloadPass(feed: feed, clock: clock), pace: FeedWatcher.Pace(hurry: hurry))
  }

  func keep(_ refresh: ReloadPass, pace: FeedWatcher.Pace) {
    var refresh = refresh
    let pacing = ProgressPace()
    refresh.report = { [mailbox] progress in
      guard pacing.isDue(hasFigures: progress.hasFigures) else { return }
      mailbox.post(.progress(progress))
    }
    // An older board in the mailbox is replaced by a newer one: boards would pile up while a terminal reads nothing.
    let post: @Sendable (Message) -> Void = { [mailbox] message in
      mailbox.post(message) { earlier in
        if case .loaded = earlier, case .loaded = message { true } else { false }
      }
    }
    refresh.fill = { post(.loaded($0)) }
    let keeper = FeedWatcher(refresh, pace: pace, post: post)
    self.keeper.set(keeper)
    guard LoaderThread.start({ keeper.run() }) else {
      // Without a thread to spare, the board is read once and not kept up to date.
      return mailbox.post(.loaded(refresh.first().loaded ?? refresh.feed.load()))
    }
  }

  /// Shows the same files as a board about another system, which arrives in the mailbox.
  public func show(about choice: @escaping Feed.SystemSwitch) { keeper.value?.show(choice) }

  /// Stops reading after the files that are being read now; a board of what there is arrives in the mailbox.
  public func stopReading() { keeper.value?.stopReading() }

  /// Reads the files that were left out when reading was stopped.
  public func takeUpAgain() { keeper.value?.takeUpAgain() }

  /// Shows the doubted version of a file; its board arrives in the mailbox.
  public func accept(_ name: String) { keeper.value?.accept(name) }

  /// Reads the rows of a figure again; the rows, or the news that the disk does not answer, arrive in the mailbox.
  public func readRows(_ request: RowRequest) {
    readRows(request, patience: FeedWatcher.Pace().patience) { $0.read(beat: $1) }
  }

  func readRows(
    _ request: RowRequest, patience: Int64, by read: @escaping @Sendable (RowRequest, () -> Void) -> RowReading
  ) {
    LoaderThread { [mailbox] in
      let activity = DiskWatchdog()
      let inbox = Mailbox<RowReading>()
      activity.note(request.path, thread: 0)
      LoaderThread { inbox.post(read(request) { activity.note(request.path, thread: 0) }) }.detach()
      while true {
        let left = (activity.oldest?.since ?? 0) + patience - clinux_monotonic_milliseconds()
        if inbox.wait(milliseconds: Int32(clamping: max(0, left))), let reading = inbox.take().last {
          return mailbox.post(.rows(reading))
        }
        guard activity.abandon(after: patience) != nil else { continue }
        return mailbox.post(.rows(request.unanswered))
      }
    }.detach()
  }
}

extension [Loader.Message] {
  /// The latest board among messages that arrived together; `nil` where there is none.
  public var loaded: Loaded? {
    reversed().lazy.compactMap { if case .loaded(let loaded) = $0 { loaded } else { nil } }.first
  }

  /// The latest complete board; `nil` where there is none.
  public var wholeBoard: Loaded? { loaded.flatMap { $0.rest == .toCome ? nil : $0 } }

  /// Whether any of them says that there are figures.
  public var haveFigures: Bool {
    contains { if case .progress(let progress) = $0 { progress.hasFigures } else { false } }
  }
}

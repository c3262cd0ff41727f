import Threads

/// The watcher of a loader, once it has one.
final class WatcherHolder: Sendable {
  private let keeper = Locked<FeedWatcher?>(nil)

  var value: FeedWatcher? { keeper.withLock { $0 } }

  func set(_ new: FeedWatcher) { keeper.withLock { $0 = new } }
}

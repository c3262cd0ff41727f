/// The keeper of a loader, once it has one.
final class KeeperHolder: Sendable {
  private let keeper = Locked<FeedKeeper?>(nil)

  var value: FeedKeeper? { keeper.withLock { $0 } }

  func set(_ new: FeedKeeper) { keeper.withLock { $0 = new } }
}

import Synchronization

/// The points of series that are made only when they are asked for, so that each is made once.
///
/// A board is immutable, so what was made once holds for as long as the board does.
final class PointsMadeOnce<Key: Hashable & Sendable>: Sendable {
  private let known = Mutex<[Key: [SeriesPoint]]>([:])
  /// How many keys it remembers at most; all others are made each time.
  private let most: Int

  init(most: Int = .max) { self.most = most }

  /// All that have been made.
  var all: [Key: [SeriesPoint]] { known.withLock { $0 } }

  /// Whether the points of a key have been made.
  func has(_ key: Key) -> Bool { known.withLock { $0[key] != nil } }

  /// The points of a key: those that are known, otherwise those that the closure returns.
  ///
  /// Two threads that ask at once may both make them; neither waits for the other.
  func points(_ key: Key, _ make: () -> [SeriesPoint]) -> [SeriesPoint] {
    if let points = known.withLock({ $0[key] }) { return points }
    let points = make()
    known.withLock { if $0.count < most { $0[key] = points } }
    return points
  }
}

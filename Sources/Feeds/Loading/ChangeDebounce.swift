/// Decides when changes are read: once checks have found the same for long enough that no writer is between two rows,
/// and all changes of a burst together.
struct ChangeDebounce: Sendable {
  /// What to do about the changes that a check found.
  enum Decision: Equatable, Sendable {
    /// Nothing has changed.
    case rest
    /// Something has changed: check again after this time.
    case lookAgain(milliseconds: Int64)
    /// These have been unchanged for long enough.
    case read(Set<FeedChange>)
  }

  /// The time between the first two checks of a change; each further wait is twice as long, up to the longest.
  static let shortest: Int64 = 250
  /// The time between two checks of something that keeps changing.
  static let longest: Int64 = 2_000
  /// How long a change must stay the same: more than twice as long as a writer takes that reopens its file repeatedly.
  static let quiet: Int64 = 700
  /// How long a settled change waits for the rest of its burst.
  static let patience: Int64 = 5_000

  /// What has changed, and since when it has been the same.
  private var pending: [FeedChange: Int64] = [:]
  private var since: Int64?
  private var wait = ChangeDebounce.shortest

  /// Whether there is nothing to check again.
  var isAtRest: Bool { pending.isEmpty }

  /// What to do about the changes that a check found, at a time of the monotonic clock in milliseconds.
  mutating func decide(_ changes: Set<FeedChange>, at now: Int64) -> Decision {
    guard !changes.isEmpty else {
      self = ChangeDebounce()
      return .rest
    }
    let found = Dictionary(uniqueKeysWithValues: changes.map { ($0, pending[$0] ?? now) })
    let settled = changes.filter { now - (found[$0] ?? now) >= ChangeDebounce.quiet }
    let start = since ?? now
    if settled == changes || !settled.isEmpty && now - start >= ChangeDebounce.patience {
      self = ChangeDebounce()
      pending = found.filter { !settled.contains($0.key) }
      since = pending.isEmpty ? nil : now
      return .read(settled)
    }
    pending = found
    since = start
    defer { wait = min(wait * 2, ChangeDebounce.longest) }
    return .lookAgain(milliseconds: wait)
  }
}

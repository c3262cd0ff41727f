/// Decides when what has changed is read: when looks have found the same for long enough that no writer is between two
/// rows, and all of a burst of changes at once.
struct ChangeDebounce: Sendable {
  /// What to do about the changes a look found.
  enum Decision: Equatable, Sendable {
    /// Nothing has changed.
    case rest
    /// Something has changed: look again after so many milliseconds.
    case lookAgain(milliseconds: Int64)
    /// These have been the same for long enough.
    case read(Set<FeedChange>)
  }

  /// Between the first two looks at a change; each further wait is twice as long, up to the longest.
  static let shortest: Int64 = 250
  /// Between two looks at something that goes on changing.
  static let longest: Int64 = 2_000
  /// For so long a change has to stay the same: more than twice as long as a writer may take that opens its file again
  /// and again.
  static let quiet: Int64 = 700
  /// For so long what has settled waits for the rest of its burst.
  static let patience: Int64 = 5_000

  /// What has changed, and since when it has been found so.
  private var pending: [FeedChange: Int64] = [:]
  private var since: Int64?
  private var wait = ChangeDebounce.shortest

  /// Whether there is nothing to look at again.
  var isAtRest: Bool { pending.isEmpty }

  /// What to do about what a look found, at a moment of the monotonic clock in milliseconds.
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

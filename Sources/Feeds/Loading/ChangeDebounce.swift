/// Decides when what has changed is read: when two looks have found the same, and all of a burst of changes at once.
struct ChangeDebounce: Sendable {
  /// What to do about the changes a look found.
  enum Decision: Equatable, Sendable {
    /// Nothing has changed.
    case rest
    /// Something has changed: look again after so many milliseconds.
    case lookAgain(milliseconds: Int64)
    /// These have been the same for two looks.
    case read(Set<FeedChange>)
  }

  /// Between the first two looks at a change; each further wait is twice as long, up to the longest.
  static let shortest: Int64 = 250
  /// Between two looks at something that goes on changing.
  static let longest: Int64 = 2_000
  /// For so long what has settled waits for the rest of its burst.
  static let patience: Int64 = 5_000

  private var pending: Set<FeedChange> = []
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
    let settled = changes.intersection(pending)
    let start = since ?? now
    if settled == changes || !settled.isEmpty && now - start >= ChangeDebounce.patience {
      self = ChangeDebounce()
      pending = changes.subtracting(settled)
      since = pending.isEmpty ? nil : now
      return .read(settled)
    }
    pending = changes
    since = start
    defer { wait = min(wait * 2, ChangeDebounce.longest) }
    return .lookAgain(milliseconds: wait)
  }
}

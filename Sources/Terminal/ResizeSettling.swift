/// Waits until a window that is being dragged holds still, so that a storm of sizes is drawn once.
struct ResizeSettling: Equatable {
  /// A size held for this long is drawn.
  static let quietMilliseconds: Int64 = 40
  /// A drag is drawn at least this often.
  static let longestMilliseconds: Int64 = 400

  private var first: Int64?
  private var last: Int64 = 0

  /// The moment at which the size should be drawn; `nil` when it has not changed.
  var moment: Int64? {
    first.map { min(last + Self.quietMilliseconds, $0 + Self.longestMilliseconds) }
  }

  mutating func changed(at now: Int64) {
    if first == nil { first = now }
    last = now
  }

  /// Whether the size should be drawn now; it answers so once.
  mutating func isOver(at now: Int64) -> Bool {
    guard let moment, now >= moment else { return false }
    first = nil
    return true
  }
}

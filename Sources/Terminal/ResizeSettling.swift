/// Waits until a window that is being dragged stops changing, so that many sizes in a row are drawn once.
struct ResizeSettling: Equatable {
  /// A size that has not changed for this long is drawn.
  static let quietMilliseconds: Int64 = 40
  /// A drag is drawn at least this often.
  static let longestMilliseconds: Int64 = 400

  private var first: Int64?
  private var last: Int64 = 0

  /// The time at which the size should be drawn; `nil` when it has not changed.
  var moment: Int64? {
    first.map { min(last + Self.quietMilliseconds, $0 + Self.longestMilliseconds) }
  }

  mutating func changed(at now: Int64) {
    if first == nil { first = now }
    last = now
  }

  /// Whether the size should be drawn now; `true` only once for each change.
  mutating func isOver(at now: Int64) -> Bool {
    guard let moment, now >= moment else { return false }
    first = nil
    return true
  }
}

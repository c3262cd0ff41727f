/// Which part of a long list is in sight, as a stretch of a panel's right border.
public struct Scrollbar: Sendable, Equatable {
  /// How many rows there are.
  public var total: Int
  /// The rows in sight.
  public var visible: Range<Int>

  /// A scroll bar for these rows.
  public init(total: Int, visible: Range<Int>) {
    self.total = total
    self.visible = visible
  }

  /// The lines of a track of `length` that are marked; none when everything is in sight.
  public func thumb(length: Int) -> Range<Int> {
    guard length > 0, visible.count < total, !visible.isEmpty else { return 0..<0 }
    let size = max(1, length * visible.count / total)
    let start = visible.lowerBound * (length - size) / max(1, total - visible.count)
    return start..<start + size
  }

  /// Draws over a region one cell wide.
  public func draw(on frame: inout Frame, in region: Region, isFocused: Bool) {
    for line in thumb(length: region.rows) {
      frame[region.row + line, region.column] = Cell("┃", role: isFocused ? .scrollbar : .frame)
    }
  }
}

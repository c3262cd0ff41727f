/// The visible part of a long list, as a mark in a panel's right border.
public struct Scrollbar: Sendable, Equatable {
  /// The number of rows.
  public var total: Int
  /// The visible rows.
  public var visible: Range<Int>

  /// A scroll bar for these rows.
  public init(total: Int, visible: Range<Int>) {
    self.total = total
    self.visible = visible
  }

  /// The marked lines of a track of `length`; none when all rows are visible.
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

/// A trend in one row of block characters; a missing value leaves its cell empty.
public struct Sparkline: Sendable, Equatable {
  /// The values, oldest first; `nil` where none was returned.
  public var values: [Double?]
  /// The values that the lowest and the highest block stand for; the values' own when `nil`.
  public var range: ClosedRange<Double>?

  /// A trend of these values.
  public init(_ values: [Double?], range: ClosedRange<Double>? = nil) {
    self.values = values
    self.range = range
  }

  /// None fills its cell: a line of them stays apart from the line above.
  private static let blocks = Array("▁▂▃▄▅▆▇")

  /// The latest values that fit into `width` cells, one a cell.
  public func text(width: Int) -> String {
    let shown = values.suffix(max(0, width)).map { $0.flatMap { $0.isFinite ? $0 : nil } }
    let present = shown.compactMap { $0 }
    guard let least = present.min(), let most = present.max() else { return String(repeating: " ", count: shown.count) }
    let low = range?.lowerBound ?? least
    let high = range?.upperBound ?? most
    return String(shown.map { $0.map { Self.block($0, low: low, high: high) } ?? " " })
  }

  /// Draws the latest values at the right end of a region's first line.
  public func draw(on frame: inout Frame, in region: Region, role: Role = .chartLine, selected: Bool = false) {
    frame.write(StyledText(text(width: region.columns), role), in: region, alignment: .trailing, selected: selected)
  }

  private static func block(_ value: Double, low: Double, high: Double) -> Character {
    // A flat series stands in the middle: it is neither low nor high. Nothing but zeros has no height at all.
    guard high - low > 0 else { return blocks[low == 0 ? 0 : 3] }
    let share = min(1, max(0, (value - low) / (high - low)))
    return blocks[Int((share * 6).rounded())]
  }
}

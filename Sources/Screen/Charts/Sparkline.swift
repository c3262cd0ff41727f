/// A trend in one row of block characters; a missing value leaves its cell empty.
public struct Sparkline: Sendable, Equatable {
  /// The values, oldest first; `nil` where none was returned.
  public var values: [Double?]
  /// The values of the lowest and the highest block; `nil` to fit the data.
  public var range: ClosedRange<Double>?

  /// A trend of these values.
  public init(_ values: [Double?], range: ClosedRange<Double>? = nil) {
    self.values = values
    self.range = range
  }

  /// No block fills its cell, so that the line stays apart from the one above.
  private static let blocks = Array("▁▂▃▄▅▆▇")

  /// The latest values that fit into `width` cells, one in each.
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
    // A flat series is in the middle, because it is neither low nor high; a series of zeros has no height.
    guard high - low > 0 else { return blocks[low == 0 ? 0 : 3] }
    let share = min(1, max(0, (value - low) / (high - low)))
    return blocks[Int((share * 6).rounded())]
  }
}

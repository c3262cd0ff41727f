/// A share as filled and empty lozenges.
public struct Gauge: Sendable, Equatable {
  /// The share, 0...1; a smaller or larger value is drawn as empty or full.
  public var share: Double

  /// A gauge of this share.
  public init(share: Double) {
    self.share = share
  }

  /// The gauge in `width` cells; full only when the share is.
  public func text(width: Int) -> String {
    let clamped = share.isFinite ? min(1, max(0, share)) : 0
    let filled = Int((clamped * Double(max(0, width))).rounded(.down))
    return String(repeating: "▰", count: filled) + String(repeating: "▱", count: max(0, width) - filled)
  }

  /// Draws the gauge across a region's first line.
  public func draw(on frame: inout Frame, in region: Region, role: Role = .bar, selected: Bool = false) {
    frame.write(StyledText(text(width: region.columns), role), in: region, selected: selected)
  }
}

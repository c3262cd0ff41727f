/// A share of a whole as a bar from the left, with a tick at the target.
public struct HorizontalBar: Sendable, Equatable {
  /// How the bar is drawn.
  public enum Shape: Sendable, Hashable {
    /// A full block, exact to an eighth of a cell.
    case block
    /// A heavy line on a thin track.
    case line
  }

  /// The filled share, 0...1; `nil` where it is not known, and no bar is drawn.
  public var share: Double?
  /// The position of the target's tick, 0...1.
  public var target: Double?
  /// The role of the bar.
  public var role: Role
  /// Its shape.
  public var shape: Shape

  /// A bar of this share.
  public init(share: Double?, target: Double? = nil, role: Role = .bar, shape: Shape = .line) {
    self.share = share
    self.target = target
    self.role = role
    self.shape = shape
  }

  private static let eighths = Array(" ▏▎▍▌▋▊▉")

  /// Draws the bar across a region's first line.
  public func draw(on frame: inout Frame, in region: Region, selected: Bool = false) {
    guard !region.isEmpty, share != nil else { return }
    let cells = Double(region.columns) * Self.clamped(share)
    for column in 0..<region.columns {
      frame[region.row, region.column + column] = cell(filled: cells - Double(column), selected: selected)
    }
    guard let target, target.isFinite else { return }
    let tick = min(region.columns - 1, Int(Double(region.columns) * Self.clamped(target)))
    frame[region.row, region.column + tick] = Cell("╋", role: .targetLine, isSelected: selected)
  }

  private func cell(filled: Double, selected: Bool) -> Cell {
    switch shape {
    case .line:
      let isFilled = filled >= 0.5
      // The track is thinner: without colours it would look like the bar.
      return Cell(isFilled ? "━" : "─", role: isFilled ? role : .frame, isSelected: selected)
    case .block:
      let character = filled >= 1 ? "█" : Self.eighths[max(0, Int(filled * 8))]
      return Cell(character, role: role, isSelected: selected)
    }
  }

  private static func clamped(_ share: Double?) -> Double {
    guard let share, share.isFinite else { return 0 }
    return min(1, max(0, share))
  }
}

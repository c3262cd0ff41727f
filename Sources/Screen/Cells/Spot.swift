/// Something on the picture that can be pressed with the mouse.
public enum Spot: Sendable, Hashable {
  /// A panel, counted from 0.
  case pane(Int)
  /// A row of a panel, both counted from 0.
  case row(pane: Int, index: Int)
  /// A step of the way the user took, counted from 0.
  case crumb(Int)
  /// Words that stand for a key.
  case key(Key)
}

/// Where something can be pressed.
struct MarkedSpot: Sendable, Equatable {
  let region: Region
  /// What it is; `nil` where something lies over it that cannot be pressed.
  let spot: Spot?
}

extension Frame {
  /// Says that a region can be pressed; what is marked later lies on top.
  public mutating func mark(_ region: Region, _ spot: Spot) {
    guard !region.isEmpty else { return }
    spots.append(MarkedSpot(region: region, spot: spot))
  }

  /// Says that nothing in a region can be pressed any more: something else lies over it now.
  public mutating func cover(_ region: Region) {
    guard !region.isEmpty else { return }
    spots.append(MarkedSpot(region: region, spot: nil))
  }

  /// What can be pressed at a cell.
  public func spot(at position: Position) -> Spot? {
    spots.last { $0.region.contains(position) }?.spot
  }
}

/// Something in the picture that can be clicked.
public enum Spot: Sendable, Hashable {
  /// A panel, counted from 0.
  case pane(Int)
  /// A row of a panel, both counted from 0.
  case row(pane: Int, index: Int)
  /// A breadcrumb, counted from 0.
  case crumb(Int)
  /// Words for a key.
  case key(Key)
}

/// A region that can be clicked.
struct MarkedSpot: Sendable, Equatable {
  let region: Region
  /// What is clicked; `nil` where something that cannot be clicked covers it.
  let spot: Spot?
}

extension Frame {
  /// Makes a region clickable; later regions are on top.
  public mutating func mark(_ region: Region, _ spot: Spot) {
    guard !region.isEmpty else { return }
    spots.append(MarkedSpot(region: region, spot: spot))
  }

  /// Makes a region not clickable, because something covers it.
  public mutating func cover(_ region: Region) {
    guard !region.isEmpty else { return }
    spots.append(MarkedSpot(region: region, spot: nil))
  }

  /// What can be clicked at a cell.
  public func spot(at position: Position) -> Spot? {
    spots.last { $0.region.contains(position) }?.spot
  }
}

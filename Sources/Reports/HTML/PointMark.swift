import Statistics

/// A point of a drawn control chart: round for chance, a diamond for concern, a square for improvement, a triangle where
/// neither direction is better.
struct PointMark {
  private let type: ControlPointType
  private let x: Double, y: Double
  /// Half its width.
  private let size: Double

  init(_ type: ControlPointType, x: Double, y: Double, size: Double) {
    (self.type, self.x, self.y, self.size) = (type, x, y, size)
  }

  /// The point as a part of a drawing.
  var html: HTML {
    let half = size * 1.2
    switch type {
    case .commonCause:
      return .element(
        "circle",
        [
          "class": "common-point", "cx": DrawingScale.short(x), "cy": DrawingScale.short(y),
          "r": DrawingScale.short(size * 0.8),
        ])
    case .concern: return shape("concern-point", [(0, -half), (half, 0), (0, half), (-half, 0)])
    case .improvement: return shape("improvement-point", [(-size, -size), (size, -size), (size, size), (-size, size)])
    case .neutralHigh: return shape("neutral-point", [(0, -half), (half, size), (-half, size)])
    case .neutralLow: return shape("neutral-point", [(0, half), (half, -size), (-half, -size)])
    }
  }

  private func shape(_ name: String, _ corners: [(Double, Double)]) -> HTML {
    let path = corners.enumerated().map { place, corner in
      (place == 0 ? "M" : "L") + "\(DrawingScale.short(x + corner.0)) \(DrawingScale.short(y + corner.1))"
    }
    return .element("path", ["class": name, "d": path.joined() + "Z"])
  }
}

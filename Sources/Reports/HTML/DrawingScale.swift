import Metrics

/// Where values and periods lie in a drawing of 960 by 300 points.
struct DrawingScale {
  /// The drawing, and where its plot begins and ends.
  static let (width, height) = (960, 300)
  static let (left, right, top, bottom) = (64, 800, 16, 262)

  private let low: Double, high: Double
  private let count: Int
  /// The values that have a line and a number: from three to seven round ones.
  let ticks: [Double]

  /// The scale that shows all of these values, of so many periods.
  init(_ values: [Double], count: Int) {
    let least = values.min() ?? 0
    let most = values.max() ?? 1
    let span = most > least ? most - least : max(1, abs(most) * 0.1)
    let (low, high) = (least - span * 0.06, most + span * 0.1)
    (self.low, self.high, self.count) = (low, high, count)
    let step = DrawingScale.roundStep(atLeast: (high - low) / 6)
    let first = (low / step).rounded(.up)
    ticks = (0...7).map { (first + Double($0)) * step }.filter { $0 <= high }
  }

  /// The distance of a period from the left edge.
  func x(_ place: Int) -> Double {
    let share = count > 1 ? Double(place) / Double(count - 1) : 0.5
    return Double(Self.left) + 8 + share * Double(Self.right - Self.left - 16)
  }

  /// The distance of a value from the upper edge.
  func y(_ value: Double) -> Double {
    Double(Self.top) + (high - value) / (high - low) * Double(Self.bottom - Self.top)
  }

  /// The periods that have their name below: the latest, and from there every so many that the names stay apart.
  var labelled: [Int] {
    let step = max(1, (count + 8) / 9)
    return stride(from: count - 1, through: 0, by: -step).reversed()
  }

  /// 1, 2 or 5 times a power of ten, at least as large as a number.
  private static func roundStep(atLeast least: Double) -> Double {
    var power = 1.0
    while power > least { power /= 10 }
    while power * 10 <= least { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least } ?? power * 10
  }

  /// Heights of lines of words, moved so far that none is over another, in the same order.
  static func apart(_ heights: [Double]) -> [Double] {
    let gap = 16.0
    let order = heights.indices.sorted { (heights[$0], $0) < (heights[$1], $1) }
    var placed = order.map { heights[$0] }
    for place in placed.indices.dropFirst() { placed[place] = max(placed[place], placed[place - 1] + gap) }
    // What was pushed below the plot pushes the others up.
    var limit = Double(bottom)
    for place in placed.indices.reversed() {
      placed[place] = min(placed[place], limit)
      limit = placed[place] - gap
    }
    var result = heights
    for (place, index) in order.enumerated() { result[index] = placed[place] }
    return result
  }

  /// A number with one decimal place at most.
  static func short(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard tenths.isFinite, tenths.magnitude < 1e9 else { return "0" }
    let whole = Int(tenths)
    let sign = whole < 0 ? "-" : ""
    let rest = whole.magnitude % 10
    return sign + "\(whole.magnitude / 10)" + (rest == 0 ? "" : ".\(rest)")
  }
}

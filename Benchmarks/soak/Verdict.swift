/// Whether what was measured stays flat over its second half.
struct Verdict {
  /// A line through measurements.
  struct Line {
    let mean: Double
    /// From the first to the last of them, by the line.
    let rise: Double
    /// How far they lie from the line, as a standard deviation.
    let noise: Double

    init(_ values: [Double]) {
      let count = Double(max(1, values.count))
      let mean = values.reduce(0, +) / count
      let middle = (count - 1) / 2
      var (products, squares) = (0.0, 0.0)
      for (place, value) in values.enumerated() {
        products += (Double(place) - middle) * (value - mean)
        squares += (Double(place) - middle) * (Double(place) - middle)
      }
      let slope = squares > 0 ? products / squares : 0
      let rest = values.enumerated().reduce(0.0) { sum, item in
        let difference = item.element - (mean + slope * (Double(item.offset) - middle))
        return sum + difference * difference
      }
      self.mean = mean
      rise = slope * (count - 1)
      noise = (rest / count).squareRoot()
    }

    /// Whether the rise is no more than noise, or a hundredth.
    var isFlat: Bool { rise <= max(2 * noise, mean / 100) }

    func words(unit: String) -> String {
      "mean \(Int(mean.rounded())) \(unit), rise \(Int(rise.rounded())), noise \(Int(noise.rounded())): "
        + (isFlat ? "flat" : "NOT FLAT")
    }
  }

  let memory: Line
  let handles: Line
  var isFlat: Bool { memory.isFlat && handles.isFlat }

  init(_ samples: [Wall.Sample]) {
    let half = samples.suffix(samples.count / 2)
    memory = Line(half.map { Double($0.resident) })
    handles = Line(half.map { Double($0.handles) })
  }
}

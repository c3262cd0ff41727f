import Dashboard
import Metrics

extension ControlChartDrawing {
  /// Round values, each with its line and number.
  var grid: [HTML] {
    scale.ticks.flatMap { tick -> [HTML] in
      let y = DrawingScale.short(scale.y(tick))
      return [
        .element("path", ["class": "axis", "d": "M\(DrawingScale.left) \(y)H\(DrawingScale.right)"]),
        .element(
          "text", ["class": "end quiet", "x": "\(DrawingScale.left - 8)", "y": DrawingScale.short(scale.y(tick) + 4)],
          text(tick)),
      ]
    }
  }

  /// The base line, and the names of periods below it.
  var periods: [HTML] {
    let y = DrawingScale.bottom + 22
    let base = HTML.element(
      "path", ["class": "axis base", "d": "M\(DrawingScale.left) \(DrawingScale.bottom)H\(DrawingScale.right)"])
    return [base]
      + scale.labelled.map { place in
        .element(
          "text", ["class": "middle quiet", "x": DrawingScale.short(scale.x(place)), "y": "\(y)"],
          charted.slots[place].period.title)
      }
  }

  /// Where something new begins, and where something was noted.
  var marks: [HTML] {
    charted.marks.filter(charted.slots.indices.contains).map { place in
      .element(
        "path",
        ["class": "begin", "d": "M\(DrawingScale.short(scale.x(place))) \(DrawingScale.top)V\(DrawingScale.bottom)"])
    }
      + charted.slots.enumerated().filter { noted.contains($1.period) }.map { place, _ in
        .element(
          "text", ["class": "middle", "x": DrawingScale.short(scale.x(place)), "y": "\(DrawingScale.bottom + 6)"], "◇")
      }
  }
}

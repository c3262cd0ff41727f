import Dashboard
import Metrics
import Statistics

/// A control chart as a drawing: its line, mean, limits and target, and each point by what the rules say of it.
///
/// A shape, and up to sixty points a letter, tells what a colour tells. The figures are in the tables beside it.
struct ControlChartDrawing {
  let charted: ChartedSeries
  private let unit: Metric.Unit
  private let name: String
  /// The periods that something was noted in.
  let noted: Set<Period>
  let scale: DrawingScale

  /// `nil` where there are fewer than two figures to draw.
  ///
  /// - Parameter name: whose figures of what they are: `Northmere, A&E four-hour`.
  init?(_ charted: ChartedSeries, unit: Metric.Unit, name: String, noted: Set<Period> = []) {
    guard charted.valueCount >= 2, charted.chart?.points.count == charted.slots.count else { return nil }
    (self.charted, self.unit, self.name, self.noted) = (charted, unit, name, noted)
    let points = charted.chart?.points ?? []
    let shown =
      charted.slots.flatMap { [$0.value, $0.target, $0.standard] } + points.flatMap { [$0.upper, $0.lower, $0.mean] }
    scale = DrawingScale(shown.compactMap { $0 }, count: charted.slots.count)
  }

  /// Whose it is, the drawing, and what it says.
  var html: HTML {
    let drawing = HTML.element(
      "svg",
      [
        "role": "img", "viewBox": "0 0 \(DrawingScale.width) \(DrawingScale.height)",
        "xmlns": "http://www.w3.org/2000/svg",
      ],
      [.element("title", [:], title), .element("desc", [:], description)] + grid + periods + marks + lines + points
        + names)
    return .element(
      "figure", [:],
      [
        .element("figcaption", [:], name + (charted.unit.isEmpty ? "" : ", \(charted.unit)")),
        .element("div", ["class": "scroll", "role": "group", "aria-label": title, "tabindex": "0"], [drawing]),
        .element("p", ["class": "legend"], legend),
      ])
  }

  /// `Control chart of A&E four-hour, Northmere, %`.
  var title: String { "Control chart: \(name)" + (charted.unit.isEmpty ? "" : ", \(charted.unit)") }

  /// The text alternative of the chart: its first and last period, the latest figure, and what the chart says.
  private var description: String {
    guard let first = charted.slots.first, let last = charted.slots.last else { return "" }
    let known = charted.slots.last { $0.value != nil }
    let latest = known.map { "the latest, \($0.period.title): \(text($0.value))" }
    let limits = hasLimits ? charted.chart?.limits : nil
    let parts = [
      "\(charted.valueCount) figures from \(first.period.title) to \(last.period.title)", latest,
      last.target.map { "target \(text($0))" }, limits.map { "mean \(text($0.mean))" },
      limits?.lower.flatMap { lower in limits?.upper.map { "limits \(text(lower)) to \(text($0))" } },
      FigureSentence.control(charted), charted.remark,
    ]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; ") + "."
  }

  private var hasLimits: Bool { charted.constant == nil }

  /// A value as the chart's axis writes it.
  func text(_ value: Double?) -> String { value.map { ChartedNumber($0, unit: unit).text } ?? "" }

  // MARK: - What is drawn

  private var lines: [HTML] {
    let points = charted.chart?.points ?? []
    return [
      line(points.map { hasLimits ? $0.upper : nil }, "limit"),
      line(points.map { hasLimits ? $0.lower : nil }, "limit"),
      line(points.map { hasLimits ? $0.mean : nil }, "mean"), line(charted.slots.map(\.standard), "standard"),
      line(charted.slots.map(\.target), "target"), line(charted.slots.map(\.value), "value"),
    ].compactMap { $0 }
  }

  /// A line that breaks where a value is missing; a level that changes steps.
  private func line(_ values: [Double?], _ name: String) -> HTML? {
    var path = ""
    var isDrawing = false
    for (place, value) in values.enumerated() {
      if let value {
        path += (isDrawing ? "L" : "M") + "\(DrawingScale.short(scale.x(place))) \(DrawingScale.short(scale.y(value)))"
      }
      isDrawing = value != nil
    }
    return path.isEmpty ? nil : .element("path", ["class": name, "d": path])
  }

  private var points: [HTML] {
    zip(charted.slots, charted.chart?.points ?? []).enumerated().flatMap { place, pair -> [HTML] in
      let (slot, point) = pair
      let x = scale.x(place)
      guard let value = slot.value else {
        // No return, or a sum that lacks some: a ring on the base line, as on the screen.
        return [
          .element("circle", ["class": "gap", "cx": DrawingScale.short(x), "cy": "\(DrawingScale.bottom)", "r": "3"])
        ]
      }
      let mark = PointMark(point.type, x: x, y: scale.y(value), size: charted.slots.count > 60 ? 2.25 : 4)
      guard charted.slots.count <= 60, let letter = point.rule.letter else { return [mark.html] }
      return [
        mark.html,
        .element(
          "text", ["class": "rule", "x": DrawingScale.short(x), "y": DrawingScale.short(scale.y(value) - 8)],
          String(letter)),
      ]
    }
  }

  /// What each line is, at its end: moved apart where they would be written over each other.
  private var names: [HTML] {
    guard let last = charted.slots.last else { return [] }
    let point = charted.chart?.points.last
    var names: [(y: Double, text: String, look: String)] = []
    func add(_ value: Double?, _ name: String, _ look: String) {
      guard let value else { return }
      names.append((scale.y(value), "\(name) \(text(value))", look))
    }
    add(last.target, "target", "target-name")
    add(last.standard, "standard", "target-name")
    add(last.value, "latest", "latest")
    if hasLimits {
      add(point?.mean, "mean", "")
      add(point?.upper, "upper limit", "quiet")
      add(point?.lower, "lower limit", "quiet")
    }
    return DrawingScale.apart(names.map(\.y)).enumerated().map { place, y in
      .element(
        "text", ["class": names[place].look, "x": "\(DrawingScale.right + 10)", "y": DrawingScale.short(y + 4)],
        names[place].text)
    }
  }

  /// What stands below: what the chart says, its letters, and why it begins where it does.
  private var legend: String {
    let rules = ControlSentence(charted).rules(room: 200).plain.replacing("   ", with: " · ")
    let gaps = charted.slots.contains { $0.value == nil } ? "○ no return, or an incomplete total" : ""
    let notes = charted.slots.contains { noted.contains($0.period) } ? "◇ a note on this period" : ""
    let provisional = charted.chart?.isProvisional == true ? "limits provisional: fewer than 13 periods" : ""
    return [FigureSentence.control(charted).sentenceCased, rules, gaps, notes, provisional, charted.remark]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension String {
  /// The text with a capital at its beginning.
  var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}

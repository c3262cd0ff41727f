import Metrics
import Screen

/// The words of a control chart: `concerning: low; will miss target`.
package struct ControlWords {
  /// `concerning: low`, `common cause`; empty where there are too few points.
  package let variation: StyledText
  /// `will miss target`, `hit or miss`; empty where there is no target.
  package let assurance: StyledText
  private let shortVariation: StyledText, shortAssurance: StyledText

  package init(_ charted: ChartedSeries) {
    // Two points make no pattern: words about them would describe noise.
    guard let chart = charted.chart, charted.isSettled else {
      (variation, assurance, shortVariation, shortAssurance) = (.init(), .init(), .init(), .init())
      return
    }
    if charted.constant != nil {
      variation = StyledText("has not varied", .commonCause)
      shortVariation = StyledText("constant", .commonCause)
      let words = charted.constantSide.map { $0 > 0 ? "above target" : $0 < 0 ? "below target" : "on target" }
      assurance = words.map { StyledText($0, .commonCause) } ?? StyledText()
      shortAssurance =
        charted.constantSide.map {
          StyledText($0 > 0 ? "above" : $0 < 0 ? "below" : "on target", .commonCause)
        } ?? StyledText()
      return
    }
    let role: Role
    switch chart.variation {
    case .commonCause: role = .commonCause
    case .improvementHigh, .improvementLow: role = .improving
    case .concernHigh, .concernLow: role = .concerning
    case .neutralHigh, .neutralLow: role = .neutral
    }
    variation = StyledText(chart.variation.words, role)
    shortVariation = StyledText(chart.variation.shortWord, role)
    guard let result = chart.assurance else {
      (assurance, shortAssurance) = (.init(), .init())
      return
    }
    let assuranceRole: Role =
      result == .consistentFail ? .concerning : result == .consistentPass ? .improving : .commonCause
    assurance = StyledText(result.words, assuranceRole)
    shortAssurance = StyledText(result.shortWords, assuranceRole)
  }

  package var isEmpty: Bool { variation.isEmpty }

  /// Both together: `concerning: low; will miss target`.
  package var short: StyledText { Self.joined(variation, "; ", assurance) }

  /// The same without the word "target": `concerning: low; will miss`.
  private var medium: StyledText {
    guard let run = assurance.runs.first, run.text.hasSuffix(" target") else { return short }
    return Self.joined(variation, "; ", StyledText(String(run.text.dropLast(7)), run.role))
  }

  /// A word for each, for a narrow column: `concern, miss`.
  package var brief: StyledText { Self.joined(shortVariation, ", ", shortAssurance) }

  private static func joined(_ first: StyledText, _ separator: String, _ second: StyledText) -> StyledText {
    second.isEmpty ? first : first + StyledText(separator, .faint) + second
  }

  /// As much of both as fits: whatever does not fit completely is said in fewer words.
  package func widest(fitting columns: Int) -> StyledText {
    [short, medium, brief, StyledText()].widest(in: columns)
  }

  /// Draws the variation at the left and the assurance at the right.
  package func draw(on frame: inout Frame, in region: Region, line: Int) {
    frame.write(variation, in: region, line: line)
    guard variation.width + assurance.width + 1 <= region.columns else { return }
    frame.write(assurance, in: region, line: line, alignment: .trailing)
  }
}

extension ChartedSeries {
  /// `has not varied in 24 periods; above target`; empty where the figure has varied.
  package var constantWords: String {
    guard constant != nil else { return "" }
    let side = constantSide.map { $0 > 0 ? "above" : $0 < 0 ? "below" : "on" }
    return "has not varied in \(valueCount) periods" + (side.map { "; \($0) target" } ?? "")
  }
}

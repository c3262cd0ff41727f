import Metrics
import Screen

/// What a control chart says in letters and words: `L concerning   F will not meet`.
package struct ControlWords {
  package let variation: StyledText
  package let assurance: StyledText

  package init(_ charted: ChartedSeries) {
    // Two points make no pattern: a word about them would be noise.
    guard let chart = charted.chart, charted.isSettled else {
      variation = StyledText()
      assurance = StyledText()
      return
    }
    if charted.constant != nil {
      variation = StyledText("· has not varied", .commonCause)
      let words = charted.constantSide.map { $0 > 0 ? "above target" : $0 < 0 ? "below target" : "on target" }
      assurance = words.map { StyledText($0, .commonCause) } ?? StyledText()
      return
    }
    let role: Role
    switch chart.variation {
    case .commonCause: role = .commonCause
    case .improvementHigh, .improvementLow: role = .improving
    case .concernHigh, .concernLow: role = .concerning
    case .neutralHigh, .neutralLow: role = .neutral
    }
    variation = StyledText("\(chart.variation.letter) \(chart.variation.word)", role)
    guard let result = chart.assurance else {
      assurance = StyledText()
      return
    }
    let assuranceRole: Role =
      result == .consistentFail ? .concerning : result == .consistentPass ? .improving : .commonCause
    assurance = StyledText("\(result.letter) \(result.word)", assuranceRole)
  }

  package var isEmpty: Bool { variation.isEmpty }

  /// The two letters alone.
  package var letters: StyledText {
    func letter(_ words: StyledText) -> StyledText {
      words.runs.first.map { StyledText(String($0.text.prefix(1)), $0.role) } ?? StyledText()
    }
    return assurance.isEmpty ? letter(variation) : letter(variation) + StyledText(" ") + letter(assurance)
  }

  /// Variation in full, assurance by its letter: `L concerning F`.
  private var medium: StyledText {
    guard let letter = assurance.runs.first else { return variation }
    return variation + StyledText(" ") + StyledText(String(letter.text.prefix(1)), letter.role)
  }

  /// Letters and the beginning of the word, for a narrow column: `L conc F`. The letter alone would leave it to the colour
  /// whether a low is good or bad.
  package var brief: StyledText {
    guard let run = variation.runs.first else { return StyledText() }
    let isNothing = run.text.hasPrefix("·")
    let text = StyledText(isNothing ? "·     " : String(run.text.prefix(6)), run.role)
    guard let letter = assurance.runs.first else { return text }
    return text + StyledText(" ") + StyledText(String(letter.text.prefix(1)), letter.role)
  }

  /// Both, close together.
  package var short: StyledText {
    guard !isEmpty else { return StyledText() }
    return assurance.isEmpty ? variation : variation + StyledText(" ") + assurance
  }

  /// As much of both as fits: what does not fit whole is said in fewer words.
  package func widest(fitting columns: Int) -> StyledText {
    [short, medium, brief, letters, StyledText()].widest(in: columns)
  }

  /// Variation at the left, assurance at the right.
  package func draw(on frame: inout Frame, in region: Region, line: Int) {
    frame.write(variation, in: region, line: line)
    guard variation.width + assurance.width + 1 <= region.columns else { return }
    frame.write(assurance, in: region, line: line, alignment: .trailing)
  }
}

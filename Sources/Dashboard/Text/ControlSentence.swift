import Metrics
import Screen
import Statistics

/// The words of a control chart as a sentence, and the meanings of the letters on its points.
package struct ControlSentence {
  private let charted: ChartedSeries

  package init(_ charted: ChartedSeries) { self.charted = charted }

  /// The sentence in this many cells: the reason for the assurance is dropped first, then that for the variation.
  package func text(room: Int) -> StyledText {
    let words = ControlWords(charted)
    return [text, Self.apart(variation, words.assurance), Self.apart(words.variation, words.assurance), words.brief]
      .widest(in: room)
  }

  /// `concerning: low, 7 or more below the mean     hit or miss: target inside the limits`
  package var text: StyledText {
    let words = ControlWords(charted)
    guard !words.isEmpty, let chart = charted.chart else { return StyledText() }
    if charted.constant != nil {
      var months = words.variation
      months.append(" in \(charted.valueCount) periods", .text)
      return Self.apart(months, words.assurance)
    }
    var assurance = words.assurance
    switch chart.assurance {
    case .consistentFail?: assurance.append(": limits do not reach it", .text)
    case .consistentPass?: assurance.append(": limits are clear of it", .text)
    case .inconsistent? where chart.limits?.upper == nil: assurance.append(": no limits yet", .text)
    case .inconsistent?: assurance.append(": target inside the limits", .text)
    case nil: break
    }
    return Self.apart(variation, words.assurance.isEmpty ? StyledText() : assurance)
  }

  /// The variation, with the rule that the latest point broke.
  private var variation: StyledText {
    var text = ControlWords(charted).variation
    if let chart = charted.chart, let rule = chart.points.last?.rule, rule.isSpecialCause {
      text.append(", \(rule.words(chart.options))", .text)
    }
    return text
  }

  private static func apart(_ variation: StyledText, _ assurance: StyledText) -> StyledText {
    assurance.isEmpty ? variation : variation + StyledText("     ") + assurance
  }

  /// `A outside the limits   T 7 rising or falling`: the letters on the chart in this many cells. Each is explained in
  /// a word where their full meanings do not all fit, and not at all where the words do not fit either.
  package func rules(room: Int) -> StyledText {
    guard let chart = charted.chart else { return StyledText() }
    let found = Set(chart.points.compactMap(\.rule.letter))
    let run = chart.options.runLength.rawValue
    let trend = chart.options.trendLength.rawValue
    let words = [
      ("A", "outside the limits", "outside"), ("T", "\(trend) rising or falling", "trend"),
      ("2", "two of three near a limit", "near a limit"), ("R", "\(run) on one side of the mean", "one side"),
    ].filter { found.contains(Character($0.0)) }
    return [Self.legend(words.map { ($0.0, $0.1) }), Self.legend(words.map { ($0.0, $0.2) }), StyledText()]
      .widest(in: room)
  }

  private static func legend(_ entries: [(letter: String, meaning: String)]) -> StyledText {
    var text = StyledText()
    for (letter, meaning) in entries {
      if !text.isEmpty { text.append("   ", .faint) }
      text.append(letter, .strong)
      text.append(" " + meaning, .faint)
    }
    return text
  }
}

extension ControlRule {
  /// The letter of the rule on a chart: `A`, `T`, `2` or `R`; `nil` for common cause.
  package var letter: Character? {
    switch self {
    case .commonCause: nil
    case .aboveUpperLimit, .belowLowerLimit: "A"
    case .trendIncreasing, .trendDecreasing: "T"
    case .twoInThreeAbove, .twoInThreeBelow: "2"
    case .runAbove, .runBelow: "R"
    }
  }
}

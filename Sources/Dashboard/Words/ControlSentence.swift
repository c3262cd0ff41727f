import Metrics
import Screen

/// What a control chart says, in a sentence, and what the letters on its points mean.
struct ControlSentence {
  private let charted: ChartedSeries

  init(_ charted: ChartedSeries) { self.charted = charted }

  /// `L concerning: 7 or more below the mean     ? hit or miss: target inside the limits`
  var text: StyledText {
    let words = ControlWords(charted)
    guard !words.isEmpty, let chart = charted.chart else { return StyledText() }
    var text = words.variation
    if let rule = chart.points.last?.rule, rule.isSpecialCause { text.append(": \(rule.words(chart.options))", .text) }
    guard !words.assurance.isEmpty else { return text }
    text.append("     ")
    text.append(words.assurance)
    switch chart.assurance {
    case .consistentFail?: text.append(": target beyond the limits", .text)
    case .consistentPass?: text.append(": limits beyond the target", .text)
    case .inconsistent? where chart.limits?.upper == nil: text.append(": no limits yet", .text)
    case .inconsistent?: text.append(": target inside the limits", .text)
    case nil: break
    }
    return text
  }

  /// `A outside the limits  T 7 in a row up or down  R 7 on one side`: the letters that stand on the chart.
  var rules: StyledText {
    guard let chart = charted.chart else { return StyledText() }
    let found = Set(chart.points.compactMap(\.rule.letter))
    let run = chart.options.runLength.rawValue
    let trend = chart.options.trendLength.rawValue
    let words: [(Character, String)] = [
      ("A", "outside the limits"), ("T", "\(trend) rising or falling"), ("2", "two of three near a limit"),
      ("R", "\(run) on one side of the mean"),
    ]
    var text = StyledText()
    for (letter, meaning) in words where found.contains(letter) {
      if !text.isEmpty { text.append("   ", .faint) }
      text.append(String(letter), .strong)
      text.append(" " + meaning, .faint)
    }
    return text
  }
}

extension ControlRule {
  /// The letter of the rule on a chart: `A`, `T`, `2` or `R`; `nil` for common cause.
  var letter: Character? {
    switch self {
    case .commonCause: nil
    case .aboveUpperLimit, .belowLowerLimit: "A"
    case .trendIncreasing, .trendDecreasing: "T"
    case .twoInThreeAbove, .twoInThreeBelow: "2"
    case .runAbove, .runBelow: "R"
    }
  }
}

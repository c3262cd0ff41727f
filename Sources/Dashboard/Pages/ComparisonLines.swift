import Metrics
import Screen

/// How a body stands among its likes, in lines: `England 74.2, rank 41 of 137` and `inside the funnel for its size`.
struct ComparisonLines {
  let lines: [StyledText]

  init(_ comparisons: [Comparison]) {
    lines = comparisons.flatMap { comparison -> [StyledText] in
      var first = StyledText(ComparisonLines.name(comparison.company), .text)
      first.append(" \(comparison.pooled.text(places: 1))", .strong)
      if let rank = comparison.rank { first.append(" · rank \(rank) of \(comparison.count)", .text) }
      guard let position = comparison.position else {
        return comparison.likeness.isEmpty ? [first] : [first, StyledText("  of those \(comparison.likeness)", .faint)]
      }
      let like = comparison.likeness.isEmpty ? " for its size" : ", \(comparison.likeness)"
      return [first, StyledText("  \(ComparisonLines.words(position))\(like)", ComparisonLines.role(position))]
    }
  }

  /// Draws them at the foot of a region where `used` lines are taken already, a blank line between; as many comparisons
  /// as fit, the last ones first: England says most.
  func draw(on frame: inout Frame, in region: Region, used: Int) {
    let room = region.rows - used - (used > 0 ? 1 : 0)
    guard room > 0, !lines.isEmpty else { return }
    let shown = lines.suffix(room)
    let start = region.rows - shown.count
    for (line, words) in shown.enumerated() { frame.write(words, in: region, line: start + line) }
  }

  private static func name(_ company: Comparison.Company) -> String {
    switch company {
    case .system: "its system"
    case .peers: "its peers"
    case .england: "England"
    case .extracts: "all in the extracts"
    }
  }

  /// Whether it is really different, or happens to stand where it stands.
  private static func words(_ position: FunnelBody.Position) -> String {
    switch position {
    case .belowAlarm: "below the 99.8% funnel"
    case .belowWarning: "below the 95% funnel"
    case .inside: "inside the funnel"
    case .aboveWarning: "above the 95% funnel"
    case .aboveAlarm: "above the 99.8% funnel"
    }
  }

  private static func role(_ position: FunnelBody.Position) -> Role {
    switch position {
    case .belowAlarm, .belowWarning: .concerning
    case .inside: .commonCause
    case .aboveWarning, .aboveAlarm: .improving
    }
  }
}

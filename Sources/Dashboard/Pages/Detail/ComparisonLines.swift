import Metrics
import Screen
import Statistics

/// The comparisons of an organisation as lines: `England 74.2, rank 41 of 137` and `inside the funnel for its size`.
struct ComparisonLines {
  let lines: [StyledText]

  init(_ comparisons: [Comparison], of metric: Metric?) {
    lines = comparisons.flatMap { comparison -> [StyledText] in
      var first = StyledText(ComparisonLines.name(comparison.peerGroup), .text)
      if let pooled = comparison.pooled { first.append(" \(ComparisonLines.digits(pooled, metric))", .strong) }
      if let rank = comparison.rank { first.append(" · rank \(rank) of \(comparison.count)", .text) }
      guard let position = comparison.position else {
        return comparison.likeness.isEmpty
          ? [first] : [first, StyledText("  among those \(comparison.likeness)", .faint)]
      }
      let like = comparison.likeness.isEmpty ? " for its size" : ", \(comparison.likeness)"
      // Waits over 52 weeks are compared as a share of the list, which is not the page's own figure.
      let of = if case .shareOf? = metric?.traits.likeness { "of the list: " } else { "" }
      return [first, StyledText("  \(of)\(position.words)\(like)", position.role(metric?.direction ?? .neither))]
    }
  }

  /// `88.4`, `7:23`, or `0.1%` for waits over 52 weeks.
  private static func digits(_ value: Ratio, _ metric: Metric?) -> String {
    if metric?.unit == .seconds { return Figure.clock(value) }
    let digits = value.text(places: 1)
    return metric?.unit == .percent ? digits : "\(digits)%"
  }

  /// Draws them at the bottom of a region of which `used` lines are taken, after a blank line: as many comparisons as
  /// fit, starting with the last, because England says most.
  func draw(on frame: inout Frame, in region: Region, used: Int) {
    let room = region.rows - used - (used > 0 ? 1 : 0)
    guard room > 0, !lines.isEmpty else { return }
    let shown = lines.suffix(room)
    let start = region.rows - shown.count
    for (line, words) in shown.enumerated() { frame.write(words, in: region, line: start + line) }
  }

  private static func name(_ peerGroup: Comparison.PeerGroup) -> String {
    switch peerGroup {
    case .system: "its system"
    case .peers: "its peers"
    case .england: "England"
    case .extracts: "the extracts"
    }
  }
}

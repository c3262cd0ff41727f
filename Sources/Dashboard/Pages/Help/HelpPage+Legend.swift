import Metrics
import Screen

/// The first part of the help: the meanings of the signs, letters, words and colours on the page from which help was
/// opened.
extension HelpPage {
  /// The pane of signs, and the pane of keys.
  static let seen = 0, pressed = 1

  /// The legend of the page from which help was opened.
  var legend: Legend {
    guard let kept = state.prepared(for: .help)?.legend, kept.size == state.size else { return drawnLegend }
    return kept.lines
  }

  /// The same, for which that page is worked out and drawn anew.
  var drawnLegend: Legend {
    var below = state
    below.visits = Array(state.visits.dropLast())
    if below.visits.isEmpty { below.visits = [Visit(.overview)] }
    // A small screen shows the page with fewer signs; all their meanings are listed anyway.
    below.size = Size(columns: max(80, state.size.columns), rows: max(24, state.size.rows))
    var frame = Frame(size: below.size)
    let page = below.content
    page.draw(on: &frame, in: below.areas.page)
    if let worst = below.digest.stalest?.freshness {
      frame.write(worst.mark, row: 0, column: 0, role: worst.role)
    }
    return Legend(frame)
  }

  /// The lines of the first part, below their headings.
  var seenLines: [Line] {
    let legend = legend
    return Legend.Kind.allCases.flatMap { kind -> [Line] in
      let lines = legend.lines.filter { $0.kind == kind }
      guard !lines.isEmpty else { return [] }
      return [Line(key: "", words: kind.rawValue, pages: "")]
        + lines.map { Line(key: $0.sign.trimmedOfSpaces, words: $0.words, pages: "", role: $0.role) }
    }
  }
}

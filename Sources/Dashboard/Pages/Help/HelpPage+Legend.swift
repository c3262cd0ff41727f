import Metrics
import Screen

/// The first part of the help: what the signs, letters, words and colours of the page mean that the help was opened on.
extension HelpPage {
  /// The pane of what is seen, and that of what is pressed.
  static let seen = 0, pressed = 1

  /// What the page that the help was opened on shows.
  var legend: Legend {
    var below = state
    below.visits = Array(state.visits.dropLast())
    if below.visits.isEmpty { below.visits = [Visit(.overview)] }
    // A small screen shows the page in fewer signs; what they mean is said all the same.
    below.size = Size(columns: max(80, state.size.columns), rows: max(24, state.size.rows))
    var frame = Frame(size: below.size)
    let page = below.content
    page.draw(on: &frame, in: below.areas.page)
    if let worst = below.digest.stalest?.freshness {
      frame.write(worst.mark, row: 0, column: 0, role: worst.role)
    }
    return Legend(frame)
  }

  /// The lines of the first part, under their headings.
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

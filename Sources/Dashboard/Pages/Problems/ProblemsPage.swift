import Metrics
import Screen

/// The problems, errors first, and the fix for the one under the cursor.
struct ProblemsPage: PageContent {
  let state: State

  init(_ state: State) { self.state = state }

  /// The problems that fit the filter.
  var shown: [Problem] {
    state.problems.fitting(state.visit.filter) { ([], [$0.file, $0.message]) }
  }

  func draw(on frame: inout Frame, in region: Region) {
    let problems = shown
    let selected = selectedLine ?? 0
    let shown = problems.indices.contains(selected) ? problems[selected] : nil
    let lines = shown.map { Self.lines(of: $0, columns: region.columns - 4) } ?? []
    let detail = region.rows >= 12 && shown != nil ? min(lines.count + 2, region.rows / 2) : 0
    let parts = region.splitRows([.weight(1), .fixed(detail)])
    let errors = problems.count { $0.severity == .error }
    let warnings = problems.count - errors
    let filter = state.visit.filter.isEmpty ? "" : " · /\(state.visit.filter)"
    let note = [(errors, "error"), (warnings, "warning")].map { counted($0, $1) }.joined(separator: ", ") + filter
    let inner = Box(title: "Data problems", note: note, isFocused: true).draw(on: &frame, in: parts[0])
    guard !problems.isEmpty else {
      let words =
        state.problems.isEmpty
        ? "no data problems: every file was read and every total agrees"
        : "no problem matches; Esc clears the filter"
      let role: Role = state.problems.isEmpty ? .targetMet : .faint
      frame.write(StyledText(words, role), in: inner.inset(left: Table.gutter), line: 0)
      return
    }
    let columns = Self.columns(problems, wide: inner.columns)
    var table = Table(columns: columns, rowCount: problems.count, selection: selected, pane: 0)
    table.gap = inner.columns < 100 ? 1 : 2
    let room = table.width(of: 3, in: inner)
    table.draw(on: &frame, in: inner) { row in
      let problem = problems[row]
      let role: Role = problem.severity == .error ? .problemError : .problemWarning
      return [
        StyledText(problem.severity.rawValue, role), StyledText(problem.message),
        StyledText(problem.size, .strong), StyledText(elided(problem.place, to: room), .faint),
      ]
    }
    guard detail > 0, let shown else { return }
    let place = Box(title: shown.place.isEmpty ? "The board" : shown.place).draw(on: &frame, in: parts[1])
    for (line, words) in lines.enumerated() { frame.write(words, in: place.inset(rows: 0, columns: 1), line: line) }
  }

  /// The message gets the room that the other columns leave, or the larger half of it where the place would need more;
  /// the size of a difference is never cut off.
  private static func columns(_ problems: [Problem], wide: Int) -> [TableColumn] {
    func widest(_ text: (Problem) -> String) -> Int { problems.map { text($0).count }.max() ?? 0 }
    let (size, place) = (widest(\.size), widest(\.place))
    return [
      TableColumn("", minimum: widest(\.severity.rawValue)),
      TableColumn("problem", minimum: 24, ideal: .max),
      TableColumn(size == 0 ? "" : "size", minimum: size == 0 ? 1 : max(4, size), alignment: .trailing, priority: 1),
      TableColumn("where", minimum: min(place, wide * 3 / 10), priority: 2),
    ]
  }

  /// Everything about one problem.
  private static func lines(of problem: Problem, columns: Int) -> [StyledText] {
    var lines = wrapped(problem.message, to: columns).map { StyledText($0) }
    if !problem.expected.isEmpty {
      lines += wrapped("expected " + problem.expected, to: columns).map { StyledText($0, .faint) }
    }
    if !problem.fix.isEmpty { lines += wrapped("fix: " + problem.fix, to: columns).map { StyledText($0, .strong) } }
    return lines
  }
}

extension Problem {
  /// The size of a difference in digits, with its unit where it is money, as its message has it; empty where there is
  /// none.
  fileprivate var size: String {
    guard let amount else { return "" }
    if message.contains("£") { return Money(pounds: amount.rounded(places: 0)).text }
    // As many places as keep a difference from reading as zero.
    let places = amount.denominator == 1 ? 0 : (1...3).first { amount.rounded(places: $0) != 0 } ?? 3
    return amount.text(places: places)
  }
}

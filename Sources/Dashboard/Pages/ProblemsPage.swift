import Metrics
import Screen

/// What is wrong, errors first, and how to mend the one the cursor stands on.
struct ProblemsPage {
  let state: State

  init(_ state: State) { self.state = state }

  /// The problems that fit the filter.
  var shown: [Problem] {
    state.problems.fitting(state.visit.filter) { ([], [$0.file, $0.message]) }
  }

  func draw(on frame: inout Frame, in body: Region) {
    let problems = shown
    let detail = body.rows >= 12 ? min(7, body.rows / 3) : 0
    let parts = body.splitRows([.weight(1), .fixed(detail)])
    let errors = problems.count { $0.severity == .error }
    let warnings = problems.count - errors
    let inner = Box(title: "Problems", note: "\(errors) errors, \(warnings) warnings", isFocused: true).draw(
      on: &frame, in: parts[0])
    guard !problems.isEmpty else {
      frame.write(
        StyledText("everything was read, and everything that must add up does", .targetMet), in: inner, line: 0)
      return
    }
    let selected = state.selectedRow.flatMap { row -> Int? in if case .line(let line) = row { line } else { nil } } ?? 0
    let table = Table(
      columns: [
        TableColumn("", minimum: 7, ideal: 7), TableColumn("what was found", minimum: 24, ideal: .max),
        TableColumn("where", minimum: 16, ideal: 44, priority: 1),
      ], rowCount: problems.count, selection: selected, pane: 0)
    table.draw(on: &frame, in: inner) { row in
      let problem = problems[row]
      let role: Role = problem.severity == .error ? .problemError : .problemWarning
      return [
        StyledText(problem.severity.rawValue, role), StyledText(problem.message), StyledText(problem.place, .faint),
      ]
    }
    if detail > 0, problems.indices.contains(selected) { drawDetail(problems[selected], on: &frame, in: parts[1]) }
  }

  private func drawDetail(_ problem: Problem, on frame: inout Frame, in region: Region) {
    let inner = Box(title: problem.place.isEmpty ? "The board" : problem.place).draw(on: &frame, in: region).inset(
      rows: 0, columns: 1)
    var lines = wrapped(problem.message, to: inner.columns).map { StyledText($0) }
    if !problem.expected.isEmpty {
      lines += wrapped("expected " + problem.expected, to: inner.columns).map { StyledText($0, .faint) }
    }
    if !problem.fix.isEmpty {
      lines += wrapped("fix: " + problem.fix, to: inner.columns).map { StyledText($0, .strong) }
    }
    for (line, words) in lines.prefix(inner.rows).enumerated() { frame.write(words, in: inner, line: line) }
  }
}

/// A text in lines of at most `width` characters, broken between words.
func wrapped(_ text: String, to width: Int) -> [String] {
  guard width > 0 else { return [] }
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " " + word
  }
  return line.isEmpty ? lines : lines + [line]
}

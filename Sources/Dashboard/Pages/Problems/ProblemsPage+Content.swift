import Metrics
import Screen

/// What the list of problems is asked.
extension ProblemsPage {
  static let word = "problems"
  static let kinds: PageKinds = [.filtered, .accepting]

  var title: String { "Problems" }

  func rows(of pane: Int) -> [RowID] { shown.indices.map { .line($0) } }
  func open(_ row: RowID?) -> Opening { .nowhere("nothing further down; Esc goes back") }

  var compactNames: [String] { ["Problems \(state.problems.count)", "Problems"] }
  var nothing: String { noFit ?? "no data problems" }
  func compact(_ row: RowID) -> CompactRow {
    guard case .line(let line) = row, let problem = shown[safe: line] else { return .nothing }
    let fix = problem.fix.isEmpty ? "" : "; fix: \(problem.fix)"
    let place = problem.place.isEmpty ? "" : " (\(problem.place))"
    return CompactRow(
      StyledText(problem.message + place + fix, problem.severity == .error ? .problemError : .problemWarning))
  }

  var spoken: [String] {
    let shown = shown
    guard !shown.isEmpty else { return ["Everything was read, and everything that must add up does."] }
    return shown.flatMap { $0.text.split(separator: "\n").map(String.init) }
  }
}

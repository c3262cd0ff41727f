import Metrics
import Screen

/// The content of the problems page.
extension ProblemsPage {
  static let word = "problems"
  static let kinds: PageKinds = [.filtered, .accepting]

  var title: String { "Problems" }

  func rows(of pane: Int) -> [RowID] { shown.indices.map { .line($0) } }
  func open(_ row: RowID?) -> RowDestination { .nowhere("nothing further down; Esc goes back") }

  var compactNames: [String] { ["Problems \(state.problems.count)", "Problems"] }
  var nothing: String { noFit ?? "no data problems" }
  func compact(_ row: RowID) -> CompactRow {
    guard case .line(let line) = row, let problem = shown[safe: line] else { return .nothing }
    let fix = problem.fix.isEmpty ? "" : "; fix: \(problem.fix)"
    let place = problem.place.isEmpty ? "" : " (\(problem.place))"
    return CompactRow(
      StyledText(problem.message + place + fix, problem.severity == .error ? .problemError : .problemWarning))
  }

  /// The number of problems in each file: the parts of rows that they quote are not for a wall.
  var wall: WallView {
    let problems = state.problems
    var counts: [(file: String, errors: Int, all: Int)] = []
    for problem in problems {
      if let place = counts.firstIndex(where: { $0.file == problem.file }) {
        counts[place].all += 1
        counts[place].errors += problem.severity == .error ? 1 : 0
      } else {
        counts.append((problem.file, problem.severity == .error ? 1 : 0, 1))
      }
    }
    let items = counts.sorted { ($0.errors, $0.all) > ($1.errors, $1.all) }.map { count in
      WallView.Item(
        names: [count.file.isEmpty ? "The board" : count.file], digits: "\(count.all)",
        words: [
          StyledText(
            count.errors > 0 ? counted(count.errors, "error") : "to look at", count.errors > 0 ? .problemError : .faint)
        ], role: count.errors > 0 ? .problemError : .problemWarning)
    }
    return WallView(
      organisation: state.board.tree.system.code, title: counted(problems.count, "data problem"),
      shortTitle: counted(problems.count, "problem"), period: nil, figures: [], items: items,
      nothing: "no data problems")
  }
  var spoken: [String] {
    let shown = shown
    guard !shown.isEmpty else { return ["Everything was read, and everything that must add up does."] }
    return shown.flatMap { $0.text.split(separator: "\n").map(String.init) }
  }
}

import Metrics

extension State {
  /// Shows the doubted version of the file whose problem is under the cursor.
  mutating func acceptDoubted() -> [Effect] {
    guard page == .problems, case .line(let line)? = selectedRow, let problem = ProblemsPage(self).shown[safe: line],
      board.contributions.contains(where: { $0.file.name == problem.file && $0.staleness?.reason == .doubted })
    else {
      message = "the cursor is not on a doubted file; only those can be accepted"
      return []
    }
    message = "\(problem.file) is read as it is now"
    return [.accept(problem.file)]
  }
}

import Dashboard
import Metrics

extension FigureListing {
  /// What needs attention and what has improved, as lines of text: the list of the panel and of `e`, in the same order.
  var exceptionLines: [String] {
    let system = board.tree.system.code
    return FigureListing.section("needs attention, worst first", board.exceptions(of: system, viewSettings), board)
      + FigureListing.section("improving", board.improvements(of: system, viewSettings), board)
  }

  private static func section(_ title: String, _ exceptions: [Exception], _ board: Board) -> [String] {
    if exceptions.isEmpty { return [] }
    var table = TextTable([
      ("organisation", .leading), ("metric", .leading), ("part", .leading), ("period", .leading), ("figure", .trailing),
      ("variance", .trailing), ("control chart", .leading), ("", .leading),
    ])
    table.rows = exceptions.map { cells($0, board) }
    return ["", title] + table.lines
  }

  private static func cells(_ exception: Exception, _ board: Board) -> [String] {
    let words = ExceptionWords(exception, board)
    return [
      words.organisation, words.metric, words.part, words.period, words.figure, words.variance, words.control,
      words.remark,
    ]
  }
}

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
    let figure = exception.figure
    let metric = board.catalogue[figure.metric]
    let unit = metric?.unit ?? .patients
    let words = [
      exception.absence, exception.isConcerning ? "concerning" : "", exception.isFailing ? "will miss target" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    let marks = [exception.isNew ? "new" : "", exception.isSmall ? "out of fewer than 20" : ""]
    return [
      exception.organisation.shortName, metric?.title ?? figure.metric.text,
      figure.key.part.map { metric?.itemName($0) ?? $0.item } ?? "", figure.period.title, figure.digits(unit: unit),
      figure.varianceText(unit: unit), words, marks.filter { !$0.isEmpty }.joined(separator: ", "),
    ]
  }
}

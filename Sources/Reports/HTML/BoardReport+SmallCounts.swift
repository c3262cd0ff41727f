import Dashboard
import Metrics

extension BoardReport {
  /// Whether a figure is a count of 1 to 4, or a share of one, from the organisation's own files that is not to leave the room.
  func hides(_ figure: Figure?) -> Bool { hidesSmallCounts && (figure.map(board.isSmallAndLocal) ?? false) }

  /// The cells of a figure.
  func cells(_ figure: Figure?, _ metric: Metric?) -> FigureCells {
    FigureCells(figure, metric, isHidden: hides(figure))
  }

  /// What a variance means to act on; nothing where that would be a small count.
  func meaning(of figure: Figure?) -> String {
    guard let figure, !hides(figure) else { return "" }
    let isSmallGap = figure.gap.map { !$0.isZero && $0 < Ratio(5) } == true
    return hidesSmallCounts && isSmallGap && board.restsOnLocalFiles(figure) ? "" : board.meaning(of: figure)
  }

  /// What whoever sends the report has to know of the small counts in it.
  var smallCountNotice: [HTML] {
    guard (rows.compactMap(\.figure) + exceptions.map(\.figure)).contains(where: board.isSmallAndLocal) else {
      return []
    }
    let words =
      hidesSmallCounts
      ? "Counts of 1 to 4 from the organisation\u{2019}s own files are not shown."
      : "This report has counts of 1 to 4 from the organisation\u{2019}s own files. "
        + "The option --small-counts hide leaves them out."
    return [.element("p", ["class": "notice"], words)]
  }
}

import Dashboard
import Metrics

extension BoardReport {
  /// What needs attention, worst first, and what has improved: the list of the panel and of `print`, in its order.
  var attention: [HTML] {
    let improvements = board.improvements(of: scope.organisation, state.viewSettings).filter {
      scope.contains($0.figure.metric, $0.organisation.code)
    }
    let tables = [
      table("Needs attention, worst first", exceptions), table("Improving", improvements),
    ].compactMap { $0 }
    guard tables.isEmpty else { return tables }
    // Where there is no figure, none can be said to be in order.
    let words =
      rows.allSatisfy { $0.figure?.value == nil }
      ? "Nothing has been returned: no extract here has a figure."
      : "Nothing is listed: no figure misses its target, and no control chart shows concern."
    return [.element("p", [:], words)]
  }

  private func table(_ caption: String, _ exceptions: [Exception]) -> HTML? {
    guard !exceptions.isEmpty else { return nil }
    return ReportTable(
      caption: "\(caption): \(exceptions.count)",
      columns: [
        .init("organisation"), .init("measure"), .init("part"), .init("period"), .init("figure", isNumber: true),
        .init("target", isNumber: true), .init("variance", isNumber: true), .init("what it takes", isFree: true),
        .init("control chart", isFree: true), .init("remark", isFree: true),
      ], rows: exceptions.map(row)
    ).html
  }

  private func row(_ exception: Exception) -> [ReportTable.Cell] {
    let words = ExceptionWords(exception, board)
    let figure = exception.figure
    let metric = board.catalogue[figure.metric]
    let cells = cells(figure, metric)
    let isBad = exception.isConcerning || exception.isFailing
    return [
      .init(words.organisation, value: exception.organisation.code.text),
      .init(words.metric, target: scope.parts.contains(.metrics) ? anchor(of: figure.metric) : nil), .init(words.part),
      .init(words.period), cells.written, cells.target, cells.variance,
      .init(exception.absence.isEmpty ? meaning(of: figure) : ""),
      .init(words.control, look: isBad ? .concerning : nil), .init(words.remark),
    ]
  }
}

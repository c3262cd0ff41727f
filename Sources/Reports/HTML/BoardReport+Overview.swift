import Dashboard
import Metrics
import Screen

extension BoardReport {
  /// Each metric of the organisation in a line: its latest figure, its target, and what its control chart says.
  var overview: [HTML] {
    guard !panels.isEmpty else {
      return [.element("p", [:], "Nothing has been returned: no extract here has a figure.")]
    }
    var table = ReportTable(
      caption: "The latest figure of each measure",
      columns: [
        .init("measure"), .init("period"), .init("figure", isNumber: true), .init("counts"),
        .init("target", isNumber: true), .init("variance", isNumber: true), .init("result"), .init("variation"),
        .init("assurance"), .init("what it takes"), .init("freshness"),
      ], rows: panels.map(row))
    table.name = "overview"
    return [table.html]
  }

  private func row(_ panel: MetricDigest) -> [ReportTable.Cell] {
    let (metric, figure) = (panel.metric, panel.figure)
    let words = ControlWords(panel.charted)
    let cells = cells(figure, metric)
    return [
      .init(metric.title, value: metric.id.text, target: scope.parts.contains(.metrics) ? anchor(of: metric.id) : nil),
      .init(panel.period?.title ?? "", value: panel.period?.text),
      cells.written, cells.counts, cells.target, cells.variance, cells.result,
      .init(words.variation.plain, look: look(words.variation)),
      .init(words.assurance.plain, look: look(words.assurance)), .init(meaning(of: figure)),
      .init(panel.freshness.word, look: look(panel.freshness)),
    ]
  }

  /// How words of a control chart look.
  func look(_ words: StyledText) -> ReportTable.Look? {
    switch words.runs.first?.role {
    case .concerning?: .concerning
    case .improving?: .improving
    default: nil
    }
  }

  /// How a state of freshness looks: what is late stands out.
  func look(_ freshness: Freshness) -> ReportTable.Look? {
    switch freshness.state {
    case .late, .stale: .late
    default: nil
    }
  }

  /// The part of the page that is about a metric.
  func anchor(of metric: MetricID) -> String {
    if let place = board.metrics.firstIndex(where: { $0.id == metric }) { return "metric-\(place + 1)" }
    // A record of money is no metric of the board.
    let records: [(Metric.Record, String)] = [(.bridge, "bridge"), (.savings, "savings"), (.plan, "plan")]
    return records.first { MetricCatalogue.record($0.0)?.id == metric }?.1 ?? "other"
  }
}

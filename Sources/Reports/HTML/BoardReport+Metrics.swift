import Actions
import Dashboard
import Metrics

extension BoardReport {
  /// Each metric: what its figure says, its control chart, and the figures of everybody it is about.
  var metrics: [HTML] {
    let panels = Dictionary(panels.map { ($0.metric.id, $0) }, uniquingKeysWith: { first, _ in first })
    var sections: [HTML] = []
    var rest = rows[...]
    while let metric = rest.first?.metric {
      let own = rest.prefix { $0.metric.id == metric.id }
      rest = rest.dropFirst(own.count)
      sections.append(section(metric, Array(own), panels[metric.id]))
    }
    return sections.isEmpty
      ? [.element("p", [:], "Nothing has been returned: no extract here has a figure.")] : sections
  }

  private func section(_ metric: Metric, _ rows: [FigureRow], _ panel: MetricDigest?) -> HTML {
    let id = anchor(of: metric.id)
    let title = "\(id)-title"
    let charts = panel.map { self.charts(metric, $0) } ?? []
    let table = table(metric, rows)
    return .element(
      // What has one chart stays on one sheet of paper.
      "section", ["class": charts.count <= 2 ? "single" : "several", "id": id, "aria-labelledby": title],
      [.element("h3", ["id": title], metric.title)] + lead(metric, panel) + charts + [table.html])
  }

  /// The figure of the organisation in a sentence, as the board reads it out.
  private func lead(_ metric: Metric, _ panel: MetricDigest?) -> [HTML] {
    guard let panel, panel.figure != nil else { return [] }
    if hides(panel.figure) {
      return [
        .element("p", ["class": "lead"], "\(organisation.name), \(panel.period?.title ?? ""): \(FigureCells.hidden).")
      ]
    }
    let words = FigureSentence(board: board).sentence(
      organisation.name, panel.figure, panel.period, FigureSentence.control(panel.charted),
      FigureSentence.freshness(panel.freshness))
    return [.element("p", ["class": "lead"], words)]
  }

  // MARK: - Charts

  /// The chart of the organisation; in a report of one metric also that of each organisation below it, and where the
  /// organisation itself has none, that of the one which is worst.
  private func charts(_ metric: Metric, _ panel: MetricDigest) -> [HTML] {
    var charts = panel.figure.map { chart(metric, organisation, $0.key, panel.charted) } ?? []
    guard scope.metric != nil || charts.isEmpty, !scope.isDetailed || charts.isEmpty else { return charts }
    for ranked in panel.rankedFigures where scope.metric != nil || charts.isEmpty {
      guard let period = ranked.figure?.period, let key = ranked.figure?.key else { continue }
      let charted = board.charted(key, upTo: period, grain: period.chartedGrain, choice: state.viewSettings.choice)
      charts += chart(metric, ranked.organisation, key, charted)
    }
    return charts
  }

  private func chart(
    _ metric: Metric, _ organisation: Organisation, _ key: Series.Key, _ charted: ChartedSeries
  ) -> [HTML] {
    // A line of hidden figures would show them.
    if hidesSmallCounts, let grain = charted.slots.last?.period.grain,
      board.figures(key, grain: grain).contains(where: board.isSmallAndLocal)
    {
      return [.element("p", [:], "The chart of \(organisation.shortName) is not shown: it has counts of 1 to 4.")]
    }
    let name = "\(metric.title), \(organisation.shortName)"
    let noted = Set(charted.slots.map(\.period).filter { isNoted($0, metric.id, organisation.code) })
    guard let drawing = ControlChartDrawing(charted, unit: metric.unit, name: name, noted: noted) else { return [] }
    let table = ControlChartFigures(charted, unit: metric.unit, caption: "Figures of the chart: \(name)").table
    return [
      drawing.html, .element("details", [:], [.element("summary", [:], "Figures of this chart"), table.html]),
    ]
  }

  private func isNoted(_ period: Period, _ metric: MetricID, _ code: OrganisationCode) -> Bool {
    guard let book, !book.notes.isEmpty else { return false }
    return book.notes(about: metric, of: code).contains { note in
      note.subject.period.map { $0 == period || $0.rolledUp(to: period.grain) == period } ?? false
    }
  }

  // MARK: - The table

  private func table(_ metric: Metric, _ rows: [FigureRow]) -> ReportTable {
    var histories = ChartHistories()
    let period = Set(rows.map { $0.period?.title ?? "" })
    var table = ReportTable(
      caption: metric.title + (period.count == 1 ? ", \(period.first ?? "")" : ""),
      columns: [
        .init("organisation"), .init("part"), .init("period"), .init(metric.heading, isNumber: true), .init("counts"),
        .init("target", isNumber: true), .init("variance", isNumber: true), .init("result"),
        .init(metric.gapHeading, isNumber: true), .init("control chart", isFree: true), .init("freshness"),
        .init("source", isWide: true),
      ], rows: rows.map { cells($0, &histories) })
    table.name = metric.id.text
    return table
  }

  private func cells(_ row: FigureRow, _ histories: inout ChartHistories) -> [ReportTable.Cell] {
    let (figure, unit) = (row.figure, row.metric.unit)
    let cells = cells(figure, row.metric)
    let chart = RowChart(row, on: board, &histories)
    let control = chart.map { FigureSentence.control($0.charted) } ?? ""
    let words = chart.map { ControlWords($0.charted) }
    // What has no figure at all is neither late nor current.
    let judged = row.key.map { board.freshness(row.metric, of: $0.organisation, on: today) }
    let freshness = judged.flatMap { $0.latest == nil ? nil : $0 }
    return [
      .init(row.organisation.shortName, value: row.organisation.code.text),
      .init(row.part.map(row.metric.itemName) ?? "", value: row.part.map { "\($0.breakdown)/\($0.item)" }),
      .init(row.period?.title ?? "", value: row.period?.text), cells.digits,
      cells.counts, .init(row.targetDigits(unit), value: row.target?.value.ratio.plainDigits),
      cells.variance, cells.result, cells.gap, .init(control, look: words.flatMap { look($0.variation) }),
      .init(freshness?.word ?? "", look: freshness.flatMap(look)), .init(row.sourceText),
    ]
  }
}

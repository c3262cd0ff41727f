import Metrics
import Screen
import Statistics

/// The content of the detail page.
extension DetailPage {
  static let word = "detail"
  static let kinds: PageKinds = [.panels, .figures, .published, .brokenDown]

  var title: String { part.map { state.board.itemName($0, of: id) } ?? metric?.title ?? id.text }
  func title(after before: Page?) -> String {
    // The system's own figure needs no name beside the name of the system.
    let isNamed = before == .organisation(code) || before == .metric(id) || code == state.board.tree.system.code
    return isNamed ? title : state.board.organisation(code).shortName + " " + title
  }
  func viewLine(_ outlook: [String]) -> [String] {
    let isInBreakdown = state.visit.pane == 1 && part == nil
    let name = isInBreakdown ? breakdowns[safe: state.visit.breakdown].map { [$0] } ?? [] : []
    return [Self.word, code.text, id.text] + (part.map { [$0.item] } ?? []) + name + outlook
  }

  var breakdown: (count: Int, shown: Int)? { (breakdownCount, breakdownNumber) }

  var paneCount: Int { 2 }
  func rows(of pane: Int) -> [RowID] { pane == 0 ? periods.map { .period($0.period) } : secondPane }
  /// The cursor starts at the period that the board shows, not at a month that is not over yet.
  var firstCursor: RowID? { state.visit.pane == 0 ? shownPeriod.map(RowID.period) : nil }
  func row(of period: Period) -> RowID? {
    .period(id.position == .toDate ? period.month.map(Period.yearToDate) ?? period : period)
  }
  var sideways: Sideways {
    guard state.visit.pane == 1, case .plan(let lines)? = section else { return .panes }
    return .years(PlanTable(lines, state.board).columnCount, .panes)
  }
  func open(_ row: RowID?) -> RowDestination {
    switch row {
    case .part(let part)?: .page(.detail(id, code, part))
    case .period?: .rows
    case .line?: .nowhere("a line of a bridge, schemes or plan: nothing further down")
    default: .nowhere("nothing to open here")
    }
  }

  var organisation: OrganisationCode { code }
  var metrics: [MetricID] { [id] }
  var followed: OrganisationCode { code }
  var figureUnderCursor: (Series.Key, Period)? {
    if case .period(let period)? = selectedRow { return (key, period) }
    return shownPeriod.map { (key, $0) }
  }
  var shownSeries: Set<Series.Key> { [key] }
  var isSeenWhole: Bool { true }
  /// The freshness of its figures, for this organisation alone.
  var freshness: Freshness? { metric.map { state.board.freshness($0, of: code, on: state.today) } }
  var workedOut: PageDigest {
    PageDigest(
      page: .detail(id, code, part), viewSettings: state.viewSettings,
      detail: DetailDigest(state.context, id, code, part))
  }

  var sentences: [String] {
    switch selectedRow {
    case .period(let period)?:
      guard let figure = state.board.figure(key, in: period, choice: state.viewSettings.choice) else { return [] }
      let origins = state.board.origins(of: figure)
      let notes = (state.agreed?.notes(about: id, of: code, in: period) ?? []).map { "◇ \($0.text); " }.joined()
      return (notes.isEmpty ? [] : origins.map { notes + rule(period) + $0 } + [String(notes.dropLast(2))])
        + origins.map { rule(period) + $0 } + origins
    case .part(let part)?:
      guard let period = shownPeriod,
        let figure = state.board.figure(
          state.series(id, of: code, part: part), in: period, choice: state.viewSettings.choice)
      else { return [] }
      return state.board.sentences(about: figure)
    default: return []
    }
  }

  /// The rule that the point of a period broke: `R 7 or more below the mean; `.
  private func rule(_ period: Period) -> String {
    // The chart of the page: the letter in the sentence is the one on its point.
    let charted = charted
    let wanted = period.grain == .yearToDate ? period.month.map(Period.month) : period
    guard let chart = charted.chart, let index = charted.slots.firstIndex(where: { $0.period == wanted }),
      let letter = chart.points[index].rule.letter
    else { return "" }
    return "\(letter) \(chart.points[index].rule.words(chart.options)); "
  }

  var spoken: [String] { SpokenDetail(self).lines }

  var wall: WallView {
    let shownPeriod = shownPeriod
    let figure = shownPeriod.flatMap { state.board.figure(key, in: $0, choice: state.viewSettings.choice) }
    let shown = metric.map { metric in
      WallFigure(
        metric.title, metric, figure, charted, freshness, absence: state.board.absence(of: key, in: shownPeriod),
        of: key, state)
    }
    let piece = part.map { ", " + state.board.itemName($0, of: id) } ?? ""
    let earlier = periods.drop { $0.period != shownPeriod }.dropFirst().prefix(12)
    return WallView(
      organisation: code, title: (metric?.title ?? id.text) + piece,
      shortTitle: (metric?.shortTitle ?? id.text) + piece,
      period: shownPeriod, figures: shown.map { [$0] } ?? [],
      beside: earlier.map { WallView.Line($0.period.title, $0.figure, state) })
  }
}

import Metrics
import Screen

/// What the page has to say of what the cursor stands on, in a sentence.
struct StatusLine {
  let state: State

  init(_ state: State) { self.state = state }

  /// The fullest sentence that fits.
  func text(room: Int) -> StyledText {
    let filter = state.visit.filter
    if !filter.isEmpty, state.pageWord == "overview" {
      return StyledText("only what holds \"\(filter)\"; Esc drops the filter", .faint)
    }
    let all = sentences
    return StyledText(all.first { $0.count <= room } ?? all.last ?? "", .faint)
  }

  /// The same said ever shorter.
  private var sentences: [String] {
    switch state.page {
    case .overview, .organisation, .metric:
      let row = state.selectedRow
      if case .line(let line)? = row { return planLine(line) }
      guard let figure = figure(under: row) else { return emptyBoard }
      return sentences(figure)
    case .detail(let metric, let code, let part):
      guard case .period(let period)? = state.selectedRow else { return partSentences(metric, code) }
      let key = Series.Key(metric, code, part: part, perspective: state.perspective(for: metric, code))
      guard let figure = state.board.figure(key, in: period, choice: state.viewSettings.choice) else { return [] }
      return origin(figure).map { rule(key, period) + $0 } + origin(figure)
    case .summary(let code):
      guard case .metric(let metric)? = state.selectedRow else { return [] }
      return state.board.shownFigure(metric, of: code, state.viewSettings).map(sentences) ?? []
    case .source, .problems, .help, .systems: return []
    }
  }

  /// The rule that the point of a period broke: `R 7 or more below the mean; `.
  private func rule(_ key: Series.Key, _ period: Period) -> String {
    let charted = state.board.charted(
      key, upTo: state.viewSettings.period, grain: period.chartedGrain, choice: state.viewSettings.choice)
    let wanted = period.grain == .yearToDate ? period.month.map(Period.month) : period
    guard let chart = charted.chart, let index = charted.slots.firstIndex(where: { $0.period == wanted }),
      let letter = chart.points[index].rule.letter
    else { return "" }
    return "\(letter) \(chart.points[index].rule.words(chart.options)); "
  }

  private var emptyBoard: [String] {
    if state.digest.panels.isEmpty {
      return ["nothing has been returned for \(state.board.organisation(state.scope).name)"]
    }
    if case .organisation(let code)? = state.selectedRow { return [state.board.organisation(code).name] }
    return []
  }

  /// The line of a plan the cursor stands on, with the document it comes from.
  private func planLine(_ line: Int) -> [String] {
    guard let metric = OverviewPage(state).focusedMetric, let lines = state.digest[metric]?.money?.planLines,
      lines.indices.contains(line)
    else { return [] }
    let row = lines[line]
    let name = state.board.organisation(row.organisation).name
    let words = "\(name), \(row.year.text), \(row.scenario), \(row.line): \(row.amount.bracketed)"
    return row.document.isEmpty ? [words] : ["\(words); \(row.document)", words]
  }

  /// The part of a metric the cursor stands on.
  private func partSentences(_ metric: MetricID, _ code: OrganisationCode) -> [String] {
    guard case .part(let part)? = state.selectedRow, let period = DetailPage(state, metric, code, nil).shownPeriod,
      let figure = state.board.figure(
        Series.Key(metric, code, part: part, perspective: state.perspective(for: metric, code)), in: period,
        choice: state.viewSettings.choice)
    else { return [] }
    return sentences(figure)
  }

  /// The figure of the row the cursor stands on, if it has one.
  private func figure(under row: RowID?) -> Figure? {
    let board = state.board
    switch (state.page, row) {
    case (_, .exception(let key)?):
      return state.digest.exceptions.first { $0.figure.key == key }?.figure
    case (.metric(let metric), .organisation(let code)?):
      return board.shownFigure(metric, of: code, state.viewSettings)
    case (.organisation(let code), .metric(let metric)?):
      return board.shownFigure(metric, of: code, state.viewSettings)
    case (_, .organisation(let code)?):
      guard let metric = OverviewPage(state).focusedMetric else { return nil }
      let rankedFigure = state.digest[metric]?.rankedFigures.first { $0.organisation.code == code }
      return rankedFigure?.figure ?? board.shownFigure(metric, of: code, state.viewSettings)
    default:
      return OverviewPage(state).focusedMetric.flatMap { state.digest[$0]?.figure }
    }
  }

  /// `Fenwick, cancer 62-day, lung, Oct 2016: 8 of 13; 3.5 fewer breaches; of the organisations…`, and shorter.
  private func sentences(_ figure: Figure) -> [String] {
    let board = state.board
    let metric = board.catalogue[figure.metric]
    let part = figure.key.part.map { ", " + board.itemName($0, of: figure.metric) } ?? ""
    let about = ", \(metric?.title ?? figure.metric.text)\(part), \(figure.period.title): "
    let meaning = board.meaning(of: figure)
    let said = figure.measured(unit: metric?.unit ?? .patients) + (meaning.isEmpty ? "" : "; " + meaning)
    let organisation = board.organisation(figure.organisation)
    let note = figure.note.isEmpty ? "" : "; " + figure.note
    return [organisation.name, organisation.shortName].flatMap { [$0 + about + said + note, $0 + about + said] }
      + [organisation.shortName + ": " + said]
  }

  /// Where a figure stands: `Monthly-AE-October-2016.csv, line 47`.
  private func origin(_ figure: Figure) -> [String] {
    guard let source = state.board.source(of: figure) else {
      return [figure.note.isEmpty ? "rolled up from counts" : figure.note]
    }
    let rows =
      source.rows.rows == 1 ? "line \(source.rows.line)" : "\(source.rows.rows) rows from line \(source.rows.line)"
    let place = "\(source.file), \(rows)"
    return figure.note.isEmpty ? [place] : ["\(place); \(figure.note)", place]
  }
}

extension State {
  /// The row the cursor stands on in the pane the keyboard is in; where it stands on none that is shown, the first, which
  /// fits a filter best.
  var selectedRow: RowID? { selectedRow(among: PageRows(self).rows(of: visit.pane)) }

  /// The same, where the rows of that pane are known.
  func selectedRow(among rows: [RowID]) -> RowID? {
    if let cursor = visit.cursor, rows.contains(cursor) { return cursor }
    // The periods of a page start at the one the board shows, not at a month that is not over yet.
    if case .detail(let metric, let code, let part) = page, visit.pane == 0,
      let shown = DetailPage(self, metric, code, part).shownPeriod, rows.contains(.period(shown))
    {
      return .period(shown)
    }
    return rows.first
  }

  /// The lens that has figures of a metric for an organisation.
  func perspective(for metric: MetricID, _ code: OrganisationCode) -> Perspective {
    board.perspective(for: metric, of: code, wanted: viewSettings.perspective)
  }
}

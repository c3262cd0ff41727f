import Metrics
import Screen

/// What the page has to say of what the cursor stands on, in a sentence.
struct StatusLine {
  let state: State

  init(_ state: State) { self.state = state }

  var text: StyledText {
    switch state.page {
    case .overview, .organisation, .metric:
      guard let figure = selectedFigure else { return emptyBoard }
      return StyledText(sentence(figure), .faint)
    case .detail(let metric, let code, let part):
      guard case .period(let period)? = state.selectedRow else { return StyledText() }
      let key = Series.Key(metric, code, part: part, lens: state.lens(for: metric, code))
      guard let figure = state.board.figure(key, in: period, choice: state.outlook.choice) else { return StyledText() }
      return StyledText(rule(key, period) + origin(figure), .faint)
    case .summary(let code):
      guard case .metric(let metric)? = state.selectedRow else { return StyledText() }
      return state.board.shownFigure(metric, of: code, state.outlook).map { StyledText(sentence($0), .faint) } ?? StyledText()
    case .source, .problems, .help, .systems: return StyledText()
    }
  }

  /// The rule that the point of a period broke: `R 7 or more below the mean; `.
  private func rule(_ key: Series.Key, _ period: Period) -> String {
    let charted = state.board.charted(
      key, upTo: state.outlook.period, grain: period.grain == .yearToDate ? .month : period.grain,
      choice: state.outlook.choice)
    let wanted = period.grain == .yearToDate ? period.month.map(Period.month) : period
    guard let chart = charted.chart, let index = charted.slots.firstIndex(where: { $0.period == wanted }),
      let letter = chart.points[index].rule.letter
    else { return "" }
    return "\(letter) \(chart.points[index].rule.words(chart.options)); "
  }

  private var emptyBoard: StyledText {
    state.digest.panels.isEmpty ? StyledText("nothing has been returned for this system", .faint) : StyledText()
  }

  /// The figure under the cursor, if the cursor stands on one.
  private var selectedFigure: Figure? {
    let board = state.board
    switch (state.page, state.selectedRow) {
    case (_, .exception(let key)?):
      return state.digest.exceptions.first { $0.figure.key == key }?.figure
    case (.metric(let metric), .organisation(let code)?):
      return board.shownFigure(metric, of: code, state.outlook)
    case (.organisation(let code), .metric(let metric)?):
      return board.shownFigure(metric, of: code, state.outlook)
    case (_, .organisation(let code)?):
      guard let metric = OverviewPage(state).focusedMetric else { return nil }
      return board.shownFigure(metric, of: code, state.outlook)
    default:
      return OverviewPage(state).focusedMetric.flatMap { state.digest[$0]?.figure }
    }
  }

  /// `Fenwick, cancer 62-day, lung, Oct 2016: 8 of 13; 3.5 fewer breaches; of the bodies…`
  private func sentence(_ figure: Figure) -> String {
    let board = state.board
    let metric = board.catalogue[figure.metric]
    var words = [board.organisation(figure.organisation).name, metric?.title ?? figure.metric.text]
    if let part = figure.key.part { words.append(board.itemName(part, of: figure.metric)) }
    words.append(figure.period.title)
    var sentence = words.joined(separator: ", ") + ": " + figure.measurement.text
    let meaning = board.meaning(of: figure)
    if !meaning.isEmpty { sentence += "; " + meaning }
    if !figure.note.isEmpty { sentence += "; " + figure.note }
    return sentence
  }

  /// Where a figure stands: `Monthly-AE-October-2016.csv, line 47`.
  private func origin(_ figure: Figure) -> String {
    guard let source = state.board.source(of: figure) else {
      return figure.note.isEmpty ? "rolled up from counts" : figure.note
    }
    let rows = source.rows.rows == 1 ? "line \(source.rows.line)" : "\(source.rows.rows) rows from line \(source.rows.line)"
    return "\(source.file), \(rows)" + (figure.note.isEmpty ? "" : "; " + figure.note)
  }
}

extension State {
  /// The row the cursor stands on in the pane the keyboard is in; the first where it stands on none that is shown.
  var selectedRow: RowID? {
    let rows = PageRows(self).rows(of: visit.pane)
    if let cursor = visit.cursors[visit.pane], rows.contains(cursor) { return cursor }
    return rows.first
  }

  /// The lens that has figures of a metric for a body.
  func lens(for metric: MetricID, _ code: OrganisationCode) -> Lens {
    board.lens(for: metric, of: code, wanted: outlook.lens)
  }
}

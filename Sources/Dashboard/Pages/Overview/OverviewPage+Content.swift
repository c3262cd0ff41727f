import Metrics
import Screen

/// The content of the overview.
extension OverviewPage {
  static let word = "overview"
  static let kinds: PageKinds = [.panels, .figures, .filtered]
  static let leastColumns = 24

  var title: String { place.map { state.board.organisation($0).shortName } ?? "Overview" }
  func viewLine(_ outlook: [String]) -> [String] {
    (place.map { ["organisation", $0.text] } ?? [Self.word]) + outlook
  }

  var paneCount: Int { panels.count }
  func pane(about metric: MetricID) -> Int { panels.firstIndex(of: .metric(metric)) ?? 0 }

  /// The panel above or below.
  func beyond(_ step: Int) -> Beyond {
    let layout = layout
    let next = state.visit.pane + step * layout.columns
    if layout[next] != nil { return .pane(next) }
    return .end(
      step < 0 ? "the first row; Tab goes to the next panel, K to the wall" : "the last row; Tab goes to the next panel"
    )
  }

  func open(_ row: RowID?) -> RowDestination {
    switch (focused, row) {
    case (.attention?, .exception(let key)?): .page(.detail(key.metric, key.organisation, key.part))
    case (.levels?, .organisation(let code)?) where code == state.scope:
      .nowhere("this is where you are; a row below opens")
    case (.levels?, .organisation(let code)?): .page(.organisation(code))
    case (.metric(let metric)?, .organisation?): .page(.metric(metric), cursor: row)
    case (.metric(let metric)?, _): .page(.metric(metric))
    default: .nowhere("nothing to open here")
    }
  }

  var figureUnderCursor: (Series.Key, Period)? {
    switch selectedRow {
    case .exception(let key)?:
      return state.board.shownPeriod(key.metric, of: key.organisation, state.viewSettings).map { (key, $0) }
    case .organisation(let code)?:
      guard let metric = focusedMetric else { return nil }
      return state.board.shownPeriod(metric, of: state.scope, state.viewSettings).map {
        (state.series(metric, of: code), $0)
      }
    default: return nil
    }
  }

  var shownSeries: Set<Series.Key> {
    Set(state.digest.panels.map { Series.Key($0.metric.id, state.scope, perspective: $0.perspective) })
  }

  /// The panel with the keyboard, where it is about a metric.
  private var focusedDigest: MetricDigest? { focusedMetric.flatMap { state.digest[$0] } }

  var freshness: Freshness? { focusedDigest?.freshness }

  var sentences: [String] {
    let filter = state.visit.filter
    if !filter.isEmpty { return ["only names with \"\(filter)\"; Esc clears the filter"] }
    switch selectedRow {
    case .line(let line)?: return planLine(line)
    case .exception(let key)?:
      let figure = state.digest.exceptions.first { $0.figure.key == key }?.figure
      return figure.map(state.board.sentences) ?? noFigure
    case .organisation(let code)?:
      guard let metric = focusedMetric else {
        return noFigure.isEmpty ? [state.board.organisation(code).name] : noFigure
      }
      let ranked = state.digest[metric]?.rankedFigures.first { $0.organisation.code == code }?.figure
      let figure = ranked ?? state.board.shownFigure(metric, of: code, state.viewSettings)
      return figure.map(state.board.sentences)
        ?? (noFigure.isEmpty ? [state.board.organisation(code).name] : noFigure)
    default: return focusedDigest?.figure.map(state.board.sentences) ?? noFigure
    }
  }

  /// The plan line under the cursor, with its document.
  private func planLine(_ line: Int) -> [String] {
    guard let row = focusedDigest?.money?.planLines[safe: line] else { return [] }
    let name = state.board.organisation(row.organisation).name
    let words = "\(name), \(row.year.text), \(row.scenario), \(row.line): \(row.amount.bracketed)"
    return row.document.isEmpty ? [words] : ["\(words); \(row.document)", words]
  }
}

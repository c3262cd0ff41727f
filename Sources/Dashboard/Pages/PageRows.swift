import Metrics

/// The rows of each pane of the page shown, as the cursor sees them: pages draw these, and keys move among them.
struct PageRows {
  let state: State

  init(_ state: State) { self.state = state }

  /// How many panes the page has.
  var paneCount: Int {
    switch state.page {
    case .overview: OverviewPage(state).panels.count
    case .organisation(let code): state.board.isCollective(code) ? OverviewPage(state).panels.count : 1
    case .detail: 2
    case .metric, .source, .summary, .problems, .help, .systems: 1
    }
  }

  /// The rows of a pane, top to bottom.
  func rows(of pane: Int) -> [RowID] {
    switch state.page {
    case .overview: return OverviewPage(state).rows(of: pane)
    case .metric(let metric): return MetricPage(state, metric).rows.map { .organisation($0.organisation.code) }
    case .organisation(let code):
      if state.board.isCollective(code) { return OverviewPage(state).rows(of: pane) }
      return OrganisationPage(state, code).rows.map { .metric($0.key.metric) }
    case .detail(let metric, let code, let part):
      let page = DetailPage(state, metric, code, part)
      return pane == 0 ? page.periods.map { .period($0.period) } : page.secondPane
    case .source: return (state.sourceRows?.rows ?? []).indices.map { .line($0) }
    case .summary(let code): return SummaryPage(state, code).rows.map { .metric($0.metric.id) }
    case .problems: return ProblemsPage(state).shown.indices.map { .line($0) }
    case .help: return HelpPage(state).rows
    case .systems: return SystemsPage(state).systems.map { .organisation($0.code) }
    }
  }
}

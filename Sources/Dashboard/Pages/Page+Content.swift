import Metrics
import Screen

extension Page {
  /// The content of the page for a state. This is the only place that knows every page.
  func content(_ state: State) -> any PageContent {
    switch self {
    case .overview: OverviewPage(state)
    case .metric(let metric): MetricPage(state, metric)
    case .organisation(let code) where state.board.isCollective(code): OverviewPage(state, place: code)
    case .organisation(let code): OrganisationPage(state, code)
    case .detail(let metric, let code, let part): DetailPage(state, metric, code, part)
    case .source(let key, let period): SourcePage(state, key, period)
    case .summary(let code): SummaryPage(state, code)
    case .attention: AttentionPage(state)
    case .actions: ActionsPage(state)
    case .problems: ProblemsPage(state)
    case .help: HelpPage(state)
    case .systems: SystemsPage(state)
    }
  }
}

/// The page shown.
extension State {
  /// The content of the current page, which answers all questions about it.
  var content: any PageContent { page.content(self) }

  /// Its kinds; on a wall, every page has the kind of the wall.
  var pageKinds: PageKinds { isOnWall ? .wall : content.kinds }

  /// Its word; on a wall, that of the wall.
  var pageWord: String { isOnWall ? "kiosk" : content.word }

  /// The row under the cursor, in the pane with the keyboard.
  var selectedRow: RowID? { content.selectedRow }

  /// What it depends on.
  var contents: PageDigest { prepared(for: page) ?? content.workedOut }
}

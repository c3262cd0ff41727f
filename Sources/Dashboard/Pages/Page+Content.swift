import Metrics
import Screen

extension Page {
  /// What the page shows in a state. The only place that knows every page.
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
  /// What every question about the page shown is put to.
  var content: any PageContent { page.content(self) }

  /// Its kinds; whatever is on a wall is the wall.
  var pageKinds: PageKinds { isOnWall ? .wall : content.kinds }

  /// Its word; whatever is on a wall is the wall.
  var pageWord: String { isOnWall ? "kiosk" : content.word }

  /// The row the cursor stands on in the pane the keyboard is in.
  var selectedRow: RowID? { content.selectedRow }

  /// What it rests on.
  var contents: PageDigest { prepared(for: page) ?? content.workedOut }
}

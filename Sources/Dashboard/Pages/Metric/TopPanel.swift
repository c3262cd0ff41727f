import Metrics
import Screen

/// The panel above a table: the control chart of the row under the cursor or, where there is none, its money, or the
/// organisations side by side.
struct TopPanel {
  let state: State
  let row: SeriesDigest?
  /// What the table lists.
  let subject: Subject

  /// One metric of several organisations, or several metrics of one organisation, which may be shown with the row's.
  enum Subject {
    case metric
    case organisation(OrganisationCode, [SeriesDigest])
  }

  init(state: State, row: SeriesDigest?, of subject: Subject) {
    (self.state, self.row, self.subject) = (state, row, subject)
  }

  private var isCharted: Bool { row.map { $0.charted.slots.count { $0.value != nil } >= 2 } ?? false }

  /// The records of the organisation itself, then those of the others in the scope.
  private var sections: [MoneyDigest.Section] {
    guard let row, row.key.metric.isPosition else { return [] }
    let own = MoneyDigest(state.board, of: row.key.organisation, state.viewSettings).sections
    guard case .metric = subject, row.key.organisation != state.scope,
      let scope = state.digest[row.key.metric]?.money
    else { return own }
    // The scope's plan includes that of each organisation in it.
    return own.filter { !$0.isPlan || !scope.sections.contains(where: \.isPlan) }
      + scope.sections.filter { !own.contains($0) }
  }

  /// The plan in the panel.
  var plan: [PlanLine] {
    guard !isCharted else { return [] }
    return sections.lazy.compactMap { if case .plan(let lines) = $0 { lines } else { nil } }.first ?? []
  }

  /// The organisations with a figure of the row's metric.
  private var bars: RankedFigureBars? {
    row.flatMap { state.digest[$0.key.metric] }.map { RankedFigureBars($0, current: row?.key.organisation) }
  }

  /// On the page of an organisation, the bars of each of its metrics, the row's first.
  private var grid: BarsGrid? {
    guard let row, case .organisation(let code, let others) = subject else { return nil }
    let metrics = [row.key.metric] + others.map(\.key.metric).filter { $0 != row.key.metric }
    return BarsGrid(metrics, of: code, state)
  }

  /// The lines that it can use: all of them, except for the bars of one metric.
  var height: Int { isCharted || !sections.isEmpty || grid != nil ? .max : bars?.height ?? 0 }

  /// Whether there is anything to draw.
  var hasContent: Bool {
    if isCharted || !sections.isEmpty { return true }
    return grid.map { !$0.isEmpty } ?? (bars?.isWorthIt == true)
  }

  func draw(on frame: inout Frame, in region: Region) {
    guard let row else { return }
    if isCharted {
      ChartBox(row.charted, key: row.key, title: row.organisation.shortName, state).draw(on: &frame, in: region)
    } else if sections.isEmpty, let grid {
      grid.draw(on: &frame, in: region)
    } else if sections.isEmpty {
      bars?.draw(on: &frame, in: region)
    } else {
      MoneyGrid(state: state, sections: sections).draw(on: &frame, in: region)
    }
  }
}

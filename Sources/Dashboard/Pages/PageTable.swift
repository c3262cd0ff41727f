import Screen

/// The table of the page shown, as far as its columns go: what scrolls sideways.
struct PageTable {
  let state: State

  init(_ state: State) { self.state = state }

  /// Where the table stands: inside a border as wide as the page.
  var region: Region { state.chrome.organisation.inset(by: 1) }

  /// The table; `nil` on pages that have none of this kind.
  var table: Table? {
    let wide = region.columns
    let columns: [TableColumn]
    switch state.page {
    case .metric(let metric):
      let page = MetricPage(state, metric)
      // Where a plan stands above the table, that is what scrolls.
      guard page.plan.isEmpty else { return nil }
      columns = page.columns(wide: wide)
    case .organisation(let code) where !state.board.isCollective(code):
      columns = OrganisationPage(state, code).columns(wide: wide)
    case .summary: columns = SummaryPage.columns(wide: wide)
    case .organisation, .overview, .detail, .source, .problems, .help, .systems: return nil
    }
    var table = Table(columns: columns, rowCount: 0, skippedColumns: state.visit.skippedColumns)
    if case .summary = state.page { table.gap = SummaryPage.gap(wide: wide) }
    return table
  }
}

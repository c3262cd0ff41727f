import Metrics
import Screen

/// Moving the cursor and going from page to page.
extension State {
  /// Which of the rows of the pane the keyboard is in the cursor stands on; `nil` where there is none.
  private func index(among rows: [RowID]) -> Int? { selectedRow(among: rows).flatMap { rows.firstIndex(of: $0) } }

  /// A row up or down; beyond the ends of a panel, to the panel above or below.
  mutating func move(by step: Int) {
    let rows = PageRows(self).rows(of: visit.pane)
    if let index = index(among: rows), rows.indices.contains(index + step) {
      visit.moveCursor(to: rows[index + step])
    } else if pageWord == "overview" {
      let layout = OverviewPage(self).layout
      let next = visit.pane + step * layout.columns
      if layout[next] != nil {
        visit.pane = next
      } else {
        message =
          step < 0
          ? "the first row; Tab goes to the next panel, K to the wall" : "the last row; Tab goes to the next panel"
      }
    } else {
      message = rows.isEmpty ? noRows : step < 0 ? "this is the first row" : "this is the last row"
    }
  }

  private var noRows: String { page == .help ? "every key is in sight" : "no rows here" }

  /// Many rows at once, never out of the panel.
  mutating func jump(by step: Int) {
    let rows = PageRows(self).rows(of: visit.pane)
    guard !rows.isEmpty else {
      message = noRows
      return
    }
    let here = index(among: rows) ?? 0
    let there = min(max(0, here + step), rows.count - 1)
    if there == here { message = step < 0 ? "this is the first row" : "this is the last row" }
    visit.moveCursor(to: rows[there])
  }

  /// To the panel at the side, or along the columns of a wide table.
  mutating func moveSideways(by step: Int) {
    if case .source = page {
      let columns = sourceRows?.header.count ?? 0
      let next = visit.skippedColumns + step
      guard (0..<max(1, columns)).contains(next) else {
        message = step < 0 ? "this is the first column" : "this is the last column"
        return
      }
      visit.skippedColumns = next
    } else if scrollPlan(by: step) {
      return
    } else if !isLeast, let table = PageTable(self).table {
      scroll(table, by: step)
    } else if isPanelled {
      cyclePane(by: step)
    } else {
      message = "no columns to move along here"
    }
  }

  /// Whether the page is shown without boxes, and so without columns.
  private var isLeast: Bool { CompactPage.isNeeded(in: chrome.organisation, on: pageWord) }

  /// Along the columns of a table that is wider than the screen; its first column stays.
  private mutating func scroll(_ table: Table, by step: Int) {
    let region = PageTable(self).region
    let shown = table.shownColumns(in: region)
    var moved = table
    // A column that was out of sight anyway is no step.
    while (0...table.columns.count - 2).contains(moved.skippedColumns + step) {
      moved.skippedColumns += step
      guard moved.shownColumns(in: region) == shown else {
        visit.skippedColumns = moved.skippedColumns
        return
      }
    }
    message =
      shown.count == table.columns.count
      ? "every column is in sight" : step < 0 ? "this is the first column" : "this is the last column"
  }

  /// Along the years of a plan, while the keyboard is in one; whether there was anywhere to go.
  private mutating func scrollPlan(by step: Int) -> Bool {
    var lines: [PlanLine] = []
    if case .metric(let metric) = page, !isLeast {
      lines = MetricPage(self, metric).plan
    } else if case .detail(let metric, let code, let part) = page, visit.pane == 1,
      case .plan(let shown)? = DetailPage(self, metric, code, part).section
    {
      lines = shown
    }
    let next = visit.skippedColumns + step
    guard (0..<PlanTable(lines, board).columnCount).contains(next) else { return false }
    visit.skippedColumns = next
    return true
  }

  /// The next or previous panel, round and round.
  mutating func cyclePane(by step: Int) {
    let count = max(1, PageRows(self).paneCount)
    visit.pane = (visit.pane + step + count) % count
    if count == 1 { message = "there is only one panel" }
  }

  /// The panel with this number.
  mutating func goToPane(_ number: Int) {
    if number >= PageRows(self).paneCount {
      message = "there is no panel \(number + 1)"
    } else if number == visit.pane {
      message = "this is panel \(number + 1)"
    } else {
      visit.pane = number
    }
  }

  /// After a resize fewer panels may be left.
  mutating func keepPaneInReach() { visit.pane = min(visit.pane, max(0, PageRows(self).paneCount - 1)) }

  /// Goes to a page, with the cursor on a row of its first pane where one is given.
  mutating func visit(_ page: Page, cursor: RowID? = nil) {
    var next = Visit(page)
    next.cursors[0] = cursor
    visits.append(next)
  }

  /// Help and problems open on top of anything, and not twice.
  mutating func visitOnce(_ page: Page) {
    if self.page == page { goBack() } else { visit(page) }
  }

  /// Back to where the user was; at the overview there is no further back.
  mutating func goBack() {
    if !visit.filter.isEmpty {
      visit.filter = ""
    } else if visits.count > 1 {
      visits.removeLast()
    } else {
      message = "this is the overview; q leaves the board"
    }
  }

  /// Follows what the cursor stands on one step down: metric, organisation, detail, rows of the file.
  mutating func open() -> [Effect] {
    let row = selectedRow
    if pageWord == "overview" { return openPanel(row) }
    switch (page, row) {
    case (.metric(let metric), .organisation(let code)?): openOrganisation(code, metric)
    case (.organisation(let code), .metric(let metric)?), (.summary(let code), .metric(let metric)?):
      visit(.detail(metric, code, nil))
    case (.detail(let metric, let code, _), .part(let part)?): visit(.detail(metric, code, part))
    case (.detail, .period?): return openSource()
    case (.detail, .line?): message = "a line of a bridge, schemes or plan: nothing further down"
    case (.systems, .organisation(let code)?):
      visits.removeLast()
      return [.system(code)]
    case (.help, _), (.problems, _), (.source, _): message = "nothing further down; Esc goes back"
    default: message = "nothing to open here"
    }
    return []
  }

  private mutating func openPanel(_ row: RowID?) -> [Effect] {
    switch (OverviewPage(self).panel(visit.pane), row) {
    case (.attention?, .exception(let key)?): visit(.detail(key.metric, key.organisation, key.part))
    case (.levels?, .organisation(let code)?) where code == scope: message = "this is where you are; a row below opens"
    case (.levels?, .organisation(let code)?): visit(.organisation(code))
    case (.metric(let metric)?, .organisation?): visit(.metric(metric), cursor: row)
    case (.metric(let metric)?, _): visit(.metric(metric))
    default: message = "nothing to open here"
    }
    return []
  }

  /// From a table of organisations: the scope leads to its detail, a place to its overview, an organisation to all of its metrics.
  private mutating func openOrganisation(_ code: OrganisationCode, _ metric: MetricID) {
    if code == scope {
      visit(.detail(metric, code, nil))
    } else {
      visit(.organisation(code), cursor: board.isCollective(code) ? nil : .metric(metric))
      guard board.isCollective(code) else { return }
      refreshDigest(boardChanged: false)
      visit.pane = OverviewPage(self).panels.firstIndex(of: .metric(metric)) ?? 0
    }
  }

  /// The rows of the file behind the figure the cursor stands on.
  mutating func openSource() -> [Effect] {
    guard let (key, period) = figureUnderCursor, let figure = board.figure(key, in: period) else {
      message = "no figure here to show the rows of"
      return []
    }
    guard case .published(let contribution, _) = figure.origin else {
      message =
        figure.note.isEmpty
        ? "a sum over organisations: open one of them to see its rows" : "no rows of its own: \(figure.note)"
      return []
    }
    sourceRows = nil
    visit(.source(key, period))
    return [.readRows(key, period, contribution: Int(contribution))]
  }

  /// What the cursor stands on as a series and period, where it stands on a figure.
  var figureUnderCursor: (Series.Key, Period)? {
    switch (page, selectedRow) {
    case (.detail(let metric, let code, let part), .period(let period)?):
      return (Series.Key(metric, code, part: part, perspective: perspective(for: metric, code)), period)
    case (.detail(let metric, let code, let part), _):
      return DetailPage(self, metric, code, part).shownPeriod.map {
        (Series.Key(metric, code, part: part, perspective: perspective(for: metric, code)), $0)
      }
    case (.metric(let metric), .organisation(let code)?), (.organisation(let code), .metric(let metric)?),
      (.summary(let code), .metric(let metric)?):
      return board.shownPeriod(metric, of: code, viewSettings).map {
        (Series.Key(metric, code, perspective: perspective(for: metric, code)), $0)
      }
    case (_, .exception(let key)?):
      return board.shownPeriod(key.metric, of: key.organisation, viewSettings).map { (key, $0) }
    case (_, .organisation(let code)?):
      guard let metric = OverviewPage(self).focusedMetric else { return nil }
      return board.shownPeriod(metric, of: scope, viewSettings).map {
        (Series.Key(metric, code, perspective: perspective(for: metric, code)), $0)
      }
    default: return nil
    }
  }

  /// The next figure that needs attention, round and round.
  mutating func goToNextException() {
    let exceptions = digest.exceptions
    guard !exceptions.isEmpty else {
      message = "nothing misses its target"
      return
    }
    var next = 0
    if case .detail(let metric, let code, let part) = page,
      let here = exceptions.firstIndex(where: {
        $0.figure.metric == metric && $0.figure.organisation == code && $0.figure.key.part == part
      })
    {
      next = (here + 1) % exceptions.count
      visits.removeLast()
    }
    let key = exceptions[next].figure.key
    visit(.detail(key.metric, key.organisation, key.part))
    message = "exception \(next + 1) of \(exceptions.count)"
  }
}

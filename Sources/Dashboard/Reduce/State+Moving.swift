import Metrics
import Screen

/// Moving the cursor, and changing pages.
extension State {
  /// The index of the row under the cursor among the rows of the pane with the keyboard; `nil` where there is none.
  private func index(among rows: [RowID], _ page: any PageContent) -> Int? {
    page.selectedRow(among: rows).flatMap { rows.firstIndex(of: $0) }
  }

  /// Moves a row up or down and, beyond the ends of a panel, to the panel above or below.
  mutating func move(by step: Int) {
    let page = content
    let rows = page.rows(of: visit.pane)
    if let index = index(among: rows, page), rows.indices.contains(index + step) {
      visit.moveCursor(to: rows[index + step])
      return
    }
    switch page.beyond(step) {
    case .pane(let pane): visit.pane = pane
    case .end(let words): message = words
    }
  }

  /// Moves by many rows at once, but never out of the panel.
  mutating func jump(by step: Int) {
    let page = content
    let rows = page.rows(of: visit.pane)
    guard !rows.isEmpty else {
      message = page.noRows
      return
    }
    let here = index(among: rows, page) ?? 0
    let there = min(max(0, here + step), rows.count - 1)
    if there == here { message = step < 0 ? "this is the first row" : "this is the last row" }
    visit.moveCursor(to: rows[there])
  }

  /// Moves to the panel at the side, or along the columns of a wide table.
  mutating func moveSideways(by step: Int) { moveSideways(by: step, along: content.sideways) }

  private mutating func moveSideways(by step: Int, along what: Sideways) {
    let next = visit.skippedColumns + step
    switch what {
    case .panes: cyclePane(by: step)
    case .columns(let count):
      guard (0..<max(1, count)).contains(next) else {
        message = step < 0 ? "this is the first column" : "this is the last column"
        return
      }
      visit.skippedColumns = next
    case .years(let count, let rest):
      guard (0..<count).contains(next) else { return moveSideways(by: step, along: rest) }
      visit.skippedColumns = next
    case .table(let table): scroll(table, by: step)
    case .nothing: message = "no columns here"
    }
  }

  /// Moves along the columns of a table that is wider than the screen; its first column stays.
  private mutating func scroll(_ table: Table, by step: Int) {
    let region = content.tableRegion
    let shown = table.shownColumns(in: region)
    var moved = table
    // A column that was not visible anyway does not count as a step.
    while (0...table.columns.count - 2).contains(moved.skippedColumns + step) {
      moved.skippedColumns += step
      guard moved.shownColumns(in: region) == shown else {
        visit.skippedColumns = moved.skippedColumns
        return
      }
    }
    message =
      shown.count == table.columns.count
      ? "every column is shown" : step < 0 ? "this is the first column" : "this is the last column"
  }

  /// Moves to the next or previous panel, cyclically.
  mutating func cyclePane(by step: Int) {
    let count = max(1, content.paneCount)
    visit.pane = (visit.pane + step + count) % count
    if count == 1 { message = "only one panel" }
  }

  /// Moves to the panel with this number.
  mutating func goToPane(_ number: Int) {
    if number >= content.paneCount {
      message = "no panel \(number + 1)"
    } else if number == visit.pane {
      message = "this is panel \(number + 1)"
    } else {
      visit.pane = number
    }
  }

  /// Keeps the keyboard in an existing panel, because a resize may leave fewer.
  mutating func keepPaneInReach() { visit.pane = min(visit.pane, max(0, content.paneCount - 1)) }

  /// Goes to a page, with the cursor on a row of its first pane where one is given.
  mutating func visit(_ page: Page, cursor: RowID? = nil) {
    var next = Visit(page)
    next.cursors[0] = cursor
    visits.append(next)
    forgetOldVisits()
  }

  /// Limits the path to a hundred pages: the first stays, and so does the one that decides which part of the system is
  /// shown.
  private mutating func forgetOldVisits() {
    guard visits.count > 100 else { return }
    let scope = visits.lastIndex {
      if case .organisation(let code) = $0.page { board.isCollective(code) } else { false }
    }
    visits.remove(at: scope == 1 ? 2 : 1)
  }

  /// Opens help or problems on top of any page, but only once.
  mutating func visitOnce(_ page: Page) {
    if self.page == page { goBack() } else { visit(page) }
  }

  /// Goes back to the previous page; the overview is the last.
  mutating func goBack() {
    if !visit.filter.isEmpty {
      visit.filter = ""
    } else if visits.count > 1 {
      visits.removeLast()
    } else {
      message = "this is the overview; q quits"
    }
  }

  /// Follows the row under the cursor one level down: metric, organisation, detail, rows of the file.
  mutating func open() -> [Effect] {
    let page = content
    switch page.open(page.selectedRow) {
    case .page(let next, let cursor, let metric):
      visit(next, cursor: cursor)
      if let metric {
        refreshDigest(boardChanged: false)
        visit.pane = content.pane(about: metric)
      }
    case .rows: return openSource()
    case .system(let code):
      visits.removeLast()
      return [.system(code)]
    case .nowhere(let words): message = words
    }
    return []
  }

  /// Opens the rows of the file behind the figure under the cursor.
  mutating func openSource() -> [Effect] {
    guard let (key, period) = content.figureUnderCursor, let figure = board.figure(key, in: period) else {
      message = "no figure here"
      return []
    }
    let returns = board.filedReturns(behind: key, in: period)
    guard !returns.isEmpty else {
      message = figure.withoutRows
      return []
    }
    sourceRows = nil
    visit(.source(key, period))
    return [.readRows(key, period, returns)]
  }

  /// Moves to the next figure that needs attention, cyclically.
  mutating func goToNextException() {
    let exceptions = digest.exceptions
    guard !exceptions.isEmpty else {
      message = "no target is missed"
      return
    }
    var next = 0
    if let here = exceptions.firstIndex(where: { page == .detail($0.figure.key) }) {
      next = (here + 1) % exceptions.count
      visits.removeLast()
    }
    let key = exceptions[next].figure.key
    visit(.detail(key))
    message = "exception \(next + 1) of \(exceptions.count)"
  }
}

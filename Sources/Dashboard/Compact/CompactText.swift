import Metrics
import Screen

/// The words of a page in a few cells: its title, its rows, how fresh it is.
struct CompactText {
  let state: State

  init(_ state: State) { self.state = state }

  private var board: Board { state.board }
  private var overview: OverviewPage { OverviewPage(state) }
  private var panel: OverviewPage.Panel? { overview.panel(state.visit.pane) }

  /// What the page is about, ever shorter; of a panel its figure too.
  var titles: [StyledText] {
    guard state.pageWord == "overview", case .metric(let metric)? = panel, let digest = state.digest[metric] else {
      return bareTitles
    }
    return bareTitles.prefix(1).flatMap { title in
      MetricHeadline(state, digest).oneLines.map { title + StyledText(" ") + $0 }
    } + [headlineAlone]
  }

  /// The figure of a panel without a word about it, for the very smallest.
  var headlineAlone: StyledText {
    guard state.pageWord == "overview", case .metric(let metric)? = panel, let digest = state.digest[metric] else {
      return bareTitles.last ?? StyledText()
    }
    return MetricHeadline(state, digest).oneLines.last ?? StyledText()
  }

  /// What the page is about, without figures, ever shorter.
  var bareTitles: [StyledText] { bareNames.map { StyledText($0, .title) } }

  private var bareNames: [String] {
    switch state.page {
    case .overview: return [panelName]
    case .metric(let metric): return names(of: metric)
    case .organisation(let code):
      if board.isCollective(code) { return [board.organisation(code).shortName + " " + panelName, panelName] }
      return who(code)
    case .detail(let metric, let code, let part):
      let piece = part.map { board.itemName($0, of: metric) }
      let breakdown = state.visit.pane == 1 && piece == nil ? " parts" : ""
      return who(code).flatMap { who in
        names(of: metric).map { what in
          [who, piece.map { "\(stem(of: metric)) \($0)" } ?? what].joined(separator: " ") + breakdown
        }
      }
    case .source(let key, let period):
      return who(key.organisation).flatMap { who in
        names(of: key.metric).map { "\(who) \($0) \(PeriodCells.title(period)) rows" }
      }
    case .summary(let code): return who(code).map { $0 + " summary" } + ["Summary"]
    case .problems: return ["Problems \(state.problems.count)", "Problems"]
    case .help: return ["Keys · Esc back", "Keys"]
    case .systems: return ["Systems"]
    }
  }

  private var panelName: String {
    switch panel {
    case .metric(let metric)?: board.catalogue[metric]?.shortTitle ?? metric.text
    case .attention?: "\(state.digest.exceptions.count) need attention"
    case .levels?, nil: state.digest.panels.isEmpty ? "nothing returned" : "Levels"
    }
  }

  private func who(_ code: OrganisationCode) -> [String] { [board.organisation(code).shortName, code.text] }
  private func names(of metric: MetricID) -> [String] {
    guard let metric = board.catalogue[metric] else { return [metric.text] }
    return [metric.title, metric.shortTitle]
  }
  private func stem(of metric: MetricID) -> String { board.catalogue[metric]?.stem ?? metric.text }

  /// How fresh the figures are, where the page is about one metric or the cursor stands on one.
  var freshness: Freshness? {
    switch (state.page, state.selectedRow) {
    case (.metric(let metric), _): return state.digest[metric]?.freshness
    case (.detail(let metric, let code, _), _), (.organisation(let code), .metric(let metric)?),
      (.summary(let code), .metric(let metric)?):
      return board.catalogue[metric].map { board.freshness($0, of: code, on: state.today) }
    case (.overview, _), (.organisation, _):
      if case .metric(let metric)? = panel { return state.digest[metric]?.freshness }
      return nil
    case (.source, _), (.summary, _), (.problems, _), (.help, _), (.systems, _): return nil
    }
  }

  /// What stands where there is no row.
  var nothing: String {
    switch state.page {
    case _ where !state.visit.filter.isEmpty: "nothing fits; Esc drops the filter"
    case .problems: "everything was read, and everything that must add up does"
    case .source: state.sourceRows == nil ? "reading the file again…" : "no rows"
    case .detail where state.visit.pane == 1: "no breakdown here"
    case .overview where state.isReading: "reading the extracts…"
    case .overview where panel == .attention: "nothing misses its target"
    case .overview, .metric, .organisation, .detail, .summary, .help, .systems: "nothing returned"
    }
  }

  /// A row of the pane the keyboard is in.
  func row(_ row: RowID) -> CompactRow {
    switch (state.page, row) {
    case (_, .exception(let key)): return exception(key)
    case (.metric(let metric), .organisation(let code)): return figure(metric, of: code)
    case (.organisation(let code), .metric(let metric)), (.summary(let code), .metric(let metric)):
      let name = board.catalogue[metric]?.shortTitle ?? metric.text
      return CompactRow(name, figure: board.shownFigure(metric, of: code, state.viewSettings), unit: unit(metric))
    case (.detail(let metric, let code, let part), .period(let period)):
      let key = Series.Key(metric, code, part: part, perspective: state.perspective(for: metric, code))
      let figure = board.figure(key, in: period, choice: state.viewSettings.choice)
      return CompactRow(PeriodCells.title(period), figure: figure, unit: unit(metric))
    case (.detail(let metric, let code, _), .part(let part)):
      let figure = DetailPage(state, metric, code, nil).parts.first { $0.key.part == part }
      return CompactRow(board.itemName(part, of: metric), figure: figure, unit: unit(metric))
    case (.detail(let metric, let code, let part), .line(let line)):
      return money(DetailPage(state, metric, code, part).section, line)
    case (.source, .line(let line)): return source(line)
    case (.problems, .line(let line)): return problem(line)
    case (.help, .line(let line)): return help(line)
    case (.systems, .organisation(let code)):
      let name = SystemsPage(state).systems.first { $0.code == code }?.name ?? code.text
      return CompactRow(name: name, beside: code.text, .faint)
    case (_, .organisation(let code)):
      if case .metric(let metric)? = panel { return figure(metric, of: code) }
      return CompactRow(name: board.organisation(code).shortName, beside: board.organisation(code).role.word, .faint)
    case (_, .line(let line)): return plan(line)
    default: return CompactRow(StyledText("–", .missing))
    }
  }

  private func unit(_ metric: MetricID) -> Metric.Unit { board.catalogue[metric]?.unit ?? .patients }

  private func figure(_ metric: MetricID, of code: OrganisationCode) -> CompactRow {
    let rankedFigure = state.digest[metric]?.rankedFigures.first { $0.organisation.code == code }?.figure
    let shown = rankedFigure ?? board.shownFigure(metric, of: code, state.viewSettings)
    return CompactRow(board.organisation(code).shortName, code.text, figure: shown, unit: unit(metric))
  }

  private func exception(_ key: Series.Key) -> CompactRow {
    let name = board.organisation(key.organisation).shortName
    let what =
      key.part.map { "\(stem(of: key.metric)) \(board.itemName($0, of: key.metric))" }
      ?? board.catalogue[key.metric]?.shortTitle ?? key.metric.text
    let figure = state.digest.exceptions.first { $0.figure.key == key }?.figure
    return CompactRow(
      "\(name) \(what)", "\(key.organisation.text) \(what)", figure: figure, unit: unit(key.metric))
  }

  private func money(_ section: MoneyDigest.Section?, _ line: Int) -> CompactRow {
    switch section {
    case .bridge(let bridge):
      guard let row = BridgeLines.rows(bridge)[safe: line] else { break }
      return CompactRow(name: row.label.plain, beside: row.amountText.plain, .strong)
    case .savings(let schemes):
      guard let row = SchemeTable(schemes).rows[safe: line] else { break }
      return CompactRow(name: row.name, beside: (row.forecast ?? row.delivered ?? row.plan)?.millions ?? "–", .strong)
    case .plan(let lines):
      let row = PlanTable(lines, board).words(line, skipping: state.visit.skippedColumns)
      return CompactRow(name: row.name, beside: row.amount, .strong)
    case nil: break
    }
    return CompactRow(StyledText("–", .missing))
  }

  /// A line of the plan that a panel lists.
  private func plan(_ line: Int) -> CompactRow {
    guard case .metric(let metric)? = panel, let row = state.digest[metric]?.money?.planLines[safe: line] else {
      return CompactRow(StyledText("–", .missing))
    }
    return CompactRow(name: "\(row.year.text) \(row.line)", beside: row.amount.bracketed, .strong)
  }

  /// The fields of a row of a file, from the column the user has gone to.
  private func source(_ line: Int) -> CompactRow {
    guard let listing = state.sourceRows, let row = listing.rows[safe: line] else {
      return CompactRow(StyledText("no rows", .missing))
    }
    let fields = zip(listing.header, row.fields).dropFirst(state.visit.skippedColumns)
      .map { "\($0): \($1.isEmpty ? "(blank)" : $1)" }
    let line = state.visit.skippedColumns == 0 ? "line \(row.line) " : ""
    return CompactRow(StyledText(line + fields.joined(separator: "; ")))
  }

  private func problem(_ line: Int) -> CompactRow {
    guard let problem = ProblemsPage(state).shown[safe: line] else { return CompactRow(StyledText("–", .missing)) }
    let fix = problem.fix.isEmpty ? "" : "; fix: \(problem.fix)"
    let place = problem.place.isEmpty ? "" : " (\(problem.place))"
    return CompactRow(
      StyledText(problem.message + place + fix, problem.severity == .error ? .problemError : .problemWarning))
  }

  private func help(_ line: Int) -> CompactRow {
    guard let line = HelpPage(state).lines[safe: line] else { return CompactRow(StyledText("–", .missing)) }
    return CompactRow(
      StyledText(line.isHeading ? line.words + ":" : "\(line.key) \(line.words)", line.isHeading ? .heading : .text))
  }
}

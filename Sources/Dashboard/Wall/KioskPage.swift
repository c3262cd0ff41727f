import Metrics
import Screen

/// The wall: who, what and when on top, figures as large as the cells allow, and how far the view has got below.
///
/// It has no cursor, and shows neither rows of files nor counts of 1 to 4 from files of the organisation's own.
struct KioskPage {
  let state: State

  init(_ state: State) { self.state = state }

  func draw(on frame: inout Frame) {
    let screen = Region(state.size)
    let isHeld = state.kiosk?.mode == .paused
    if screen.rows == 1 || screen.rows == 2 && (isHeld || StatusMessage(state).rows(on: state.size) > 0) {
      drawLeast(isHeld: isHeld, on: &frame, in: screen)
      return
    }
    // What has to be said has a line at every size; how far the view has got only where it can be spared.
    let hasProgress = screen.rows >= 6
    let said = hasProgress ? 0 : StatusMessage(state).rows(on: state.size)
    let hasBanner = hasProgress && !state.alerts.shown.isEmpty
    let foot = said > 0 ? said : hasProgress || isHeld ? 1 : 0
    let parts = screen.splitRows([.fixed(1), .fixed(hasBanner ? 1 : 0), .weight(1), .fixed(foot)])
    drawTitle(on: &frame, in: parts[0])
    if hasBanner, let words = AlertBanner(state).text(room: screen.columns - 2) {
      frame.write(words, in: parts[1].inset(rows: 0, columns: 1))
    }
    drawFigures(on: &frame, in: parts[2])
    if said > 0 {
      StatusMessage(state).draw(on: &frame, below: screen)
    } else if hasProgress || isHeld {
      drawProgress(on: &frame, in: parts[3])
    }
  }

  /// In a line, or in two of which one is needed: the first figure of the view with who, what and when.
  private func drawLeast(isHeld: Bool, on frame: inout Frame, in screen: Region) {
    drawLine(isHeld: isHeld && screen.rows == 1, on: &frame, in: screen.line(0))
    if StatusMessage(state).rows(on: state.size) > 0 {
      StatusMessage(state).draw(on: &frame, below: screen)
    } else if isHeld, screen.rows > 1 {
      drawProgress(on: &frame, in: screen.line(1))
    }
  }

  /// The first figure of the view, after who, what and when if there is room for them.
  private func drawLine(isHeld: Bool, on frame: inout Frame, in line: Region) {
    guard let first = figures.first else {
      frame.write("nothing returned", .strong, in: line)
      return
    }
    let figure = StyledText(first.written, .strong)
    let title = shortest + StyledText(" ")
    let whole = [first.variances[0], first.variances.last ?? StyledText()].map { title + figure + StyledText(" ") + $0 }
    let named = StyledText("\(first.metric.shortTitle) ", .title) + figure
    let end = frame.write((whole + [title + figure, named, figure]).widest(in: line.columns), in: line)
    if isHeld { frame.write(StyledText("  paused", .functionKey), in: line.inset(left: end - line.column)) }
  }

  /// Who, what, when; at the right how fresh the stalest figure is, and the clock.
  private func drawTitle(on frame: inout Frame, in line: Region) {
    frame.write("", row: line.row, column: line.column, role: .headerBar, width: line.columns)
    var right = StyledText()
    if let worst = state.digest.stalest?.headerWords(columns: line.columns) {
      right.append(worst)
      right.append("  ", .headerBar)
    }
    if line.columns >= 36 { right.append(state.clock + " ", .headerStrong) }
    frame.write(right, row: line.row, column: line.right - right.width)
    let room = line.inset(left: 1, right: right.width + 1)
    let titles = [title(isLong: true, " › "), title(isLong: false, " › "), title(isLong: false, " "), shortest]
    frame.write(titles.widest(in: room.columns), in: room)
  }

  private func title(isLong: Bool, _ gap: String) -> StyledText {
    let organisation = state.board.organisation(who)
    var text = StyledText(isLong ? organisation.name : organisation.shortName, .headerStrong)
    text.append(gap + what(isLong: isLong), .headerBar)
    if let period { text.append(gap + (isLong ? Chrome.longTitle(period) : period.title), .headerStrong) }
    return text
  }

  /// By code and in digits: `RT1 A&E 4h Oct 16`.
  private var shortest: StyledText {
    var text = StyledText(who.text, .headerStrong)
    text.append(" " + what(isLong: false), .headerBar)
    if let period { text.append(" " + PeriodCells.title(period), .headerStrong) }
    return text
  }

  private var who: OrganisationCode {
    switch state.page {
    case .organisation(let code), .summary(let code), .detail(_, let code, _): code
    case .overview, .metric, .source, .problems, .help, .systems: state.scope
    }
  }

  private func what(isLong: Bool) -> String {
    switch state.page {
    case .metric(let id): return name(of: id, isLong)
    case .detail(let id, _, let part):
      return name(of: id, isLong) + (part.map { ", " + state.board.itemName($0, of: id) } ?? "")
    case .overview, .organisation, .summary, .source, .problems, .help, .systems:
      return isLong ? "every metric" : "all"
    }
  }

  private func name(of id: MetricID, _ isLong: Bool) -> String {
    let metric = state.board.catalogue[id]
    return (isLong ? metric?.title : metric?.shortTitle) ?? id.text
  }

  /// The period the title says.
  private var period: Period? {
    switch state.page {
    case .metric(let id): return state.digest[id]?.period
    case .detail(let id, let code, let part): return DetailPage(state, id, code, part).shownPeriod
    case .organisation(let code) where !state.board.isCollective(code): return latest(state.contents.rows)
    case .summary(let code) where code != state.scope: return latest(state.contents.rows)
    case .overview, .organisation, .summary, .source, .problems, .help, .systems:
      return state.viewSettings.period ?? state.digest.period
    }
  }

  private func latest(_ rows: [SeriesDigest]) -> Period? {
    rows.compactMap(\.period).filter { $0.grain == .month }.max() ?? rows.compactMap(\.period).max()
  }

  private func drawFigures(on frame: inout Frame, in region: Region) {
    switch state.page {
    case .metric(let id): drawMetric(id, on: &frame, in: region)
    case .detail(let id, let code, let part): drawDetail(DetailPage(state, id, code, part), on: &frame, in: region)
    case .overview, .organisation, .summary, .source, .problems, .help, .systems:
      drawTiles(figures, on: &frame, in: region)
    }
  }

  /// The figures of the view: one of a metric or a series, else those of every metric.
  private var figures: [WallFigure] {
    switch state.page {
    case .metric(let id): return state.digest[id].map { [WallFigure($0, state)] } ?? []
    case .detail(let id, let code, let part):
      return figure(of: DetailPage(state, id, code, part)).map { [$0] } ?? []
    case .organisation(let code) where !state.board.isCollective(code),
      .summary(let code) where code != state.scope:
      return state.contents.rows.compactMap { row in
        row.metric.flatMap { $0.direction == .neither ? nil : WallFigure(row, metric: $0, state) }
      }
    case .overview, .organisation, .summary, .source, .problems, .help, .systems:
      let panels = OverviewPage(state).metrics.compactMap { state.digest[$0] }
        .filter { $0.metric.direction != .neither && $0.hasValue }
      return panels.map { WallFigure($0, state) }
    }
  }

  private func drawTiles(_ figures: [WallFigure], on frame: inout Frame, in region: Region) {
    if region.rows < WallTile.least.rows || region.columns < WallTile.least.columns {
      if figures.isEmpty { frame.write("nothing returned", .strong, in: region) }
      for (line, figure) in figures.prefix(region.rows).enumerated() {
        let words = StyledText("\(figure.metric.shortTitle) ", .title) + StyledText(figure.written, .strong)
        let variances = figure.variances.map { words + StyledText(" ") + $0 }
        frame.write((variances + [words]).widest(in: region.columns), in: region, line: line)
      }
    } else {
      WallTiles(figures: figures, period: period).draw(on: &frame, in: region)
    }
  }

  private func drawMetric(_ id: MetricID, on frame: inout Frame, in region: Region) {
    guard let panel = state.digest[id] else { return drawTiles([], on: &frame, in: region) }
    let lines = panel.rankedFigures.map { rankedFigure in
      line(rankedFigure.organisation.shortName, rankedFigure.figure)
    }
    WallFocus(shown: WallFigure(panel, state), lines: lines).draw(on: &frame, in: region)
  }

  private func drawDetail(_ page: DetailPage, on frame: inout Frame, in region: Region) {
    guard let shown = figure(of: page) else { return drawTiles([], on: &frame, in: region) }
    let earlier = page.periods.drop { $0.period != page.shownPeriod }.dropFirst().prefix(12)
    WallFocus(shown: shown, lines: earlier.map { line($0.period.title, $0.figure) }).draw(on: &frame, in: region)
  }

  /// The figure of a series in the period shown.
  private func figure(of page: DetailPage) -> WallFigure? {
    guard let metric = page.metric else { return nil }
    let figure = page.shownPeriod.flatMap { state.board.figure(page.key, in: $0, choice: state.viewSettings.choice) }
    let charted = state.contents.detail?.charted ?? ChartedSeries(unit: "", slots: [], chart: nil)
    return WallFigure(
      metric.title, metric, figure, charted, page.freshness,
      absence: state.board.absence(of: page.key, in: page.shownPeriod), state)
  }

  private func line(_ name: String, _ figure: Figure?) -> WallFocus.Line {
    WallFocus.Line(
      name: name, figure: figure, isHidden: figure.map { state.board.isSmallAndLocal($0) } ?? false,
      isUnseen: figure.map { state.unseen.contains($0.key) } ?? false)
  }

  /// Which view of how many, and how far it has got; while it is paused, the keys.
  private func drawProgress(on frame: inout Frame, in line: Region) {
    guard let kiosk = state.kiosk else { return }
    frame.write("", row: line.row, column: line.column, role: .functionLabel, width: line.columns)
    let count = " \(kiosk.position + 1) of \(kiosk.entries.count) "
    let end = frame.write(count, row: line.row, column: line.column, role: .functionLabel)
    let rest = line.inset(left: end + 1, right: 1)
    if kiosk.mode == .paused || !state.message.isEmpty {
      let said = state.message.isEmpty ? "paused" : state.message
      var column = frame.write(said, row: line.row, column: rest.column, role: .functionKey) + 2
      for binding in Keymap.functionBar(for: state) {
        let width = binding.shownKey.count + 1 + binding.label.count
        guard column + width <= rest.right else { break }
        column = frame.write(binding.shownKey, row: line.row, column: column, role: .functionKey)
        column = frame.write(" " + binding.label, row: line.row, column: column, role: .functionLabel) + 2
      }
      return
    }
    // What is filled looks as the clock does: a terminal is told of both in one breath.
    let gauge = Gauge(share: Double(kiosk.shownFor) / Double(kiosk.entry.seconds)).text(width: min(24, rest.columns))
    let done = gauge.prefix { $0 == "▰" }
    frame.write(String(done), row: line.row, column: rest.column, role: .headerStrong)
    frame.write(
      String(gauge.dropFirst(done.count)), row: line.row, column: rest.column + done.count, role: .functionLabel)
  }
}

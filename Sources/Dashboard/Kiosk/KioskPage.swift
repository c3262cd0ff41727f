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
    let hasProgress = screen.rows >= 6
    let hasBanner = screen.rows >= 8 && !state.alerts.shown.isEmpty
    let parts = screen.splitRows([.fixed(1), .fixed(hasBanner ? 1 : 0), .weight(1), .fixed(hasProgress ? 1 : 0)])
    drawTitle(on: &frame, in: parts[0])
    if hasBanner, let words = AlertBanner(state).text(room: screen.columns - 2) {
      frame.write(words, in: parts[1].inset(rows: 0, columns: 1))
    }
    drawFigures(on: &frame, in: parts[2])
    if hasProgress { drawProgress(on: &frame, in: parts[3]) }
  }

  /// Who, what, when; at the right how fresh the stalest figure is, and the clock.
  private func drawTitle(on frame: inout Frame, in line: Region) {
    frame.write("", row: line.row, column: line.column, role: .headerBar, width: line.columns)
    var right = StyledText()
    if line.columns >= 60, let worst = state.digest.stalest {
      let name = worst.freshness.state > .undated && line.columns >= 110 ? worst.metric.shortTitle + " " : ""
      right.append("\(worst.freshness.mark) \(name)\(worst.freshness.word)  ", .headerBar)
    }
    if line.columns >= 36 { right.append(state.clock + " ", .headerStrong) }
    frame.write(right, row: line.row, column: line.right - right.width)
    let room = line.inset(left: 1, right: right.width + 1)
    let titles = [title(isLong: true, " › "), title(isLong: false, " › "), title(isLong: false, " "), shortest]
    frame.write(titles.widest(in: room.columns), in: room)
  }

  private func title(isLong: Bool, _ gap: String) -> StyledText {
    let body = state.board.organisation(who)
    var text = StyledText(isLong ? body.name : body.shortName, .headerStrong)
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
      return state.outlook.period ?? state.digest.period
    }
  }

  private func latest(_ rows: [SeriesDigest]) -> Period? {
    rows.compactMap(\.period).filter { $0.grain == .month }.max() ?? rows.compactMap(\.period).max()
  }

  private func drawFigures(on frame: inout Frame, in region: Region) {
    switch state.page {
    case .metric(let id): drawMetric(id, on: &frame, in: region)
    case .detail(let id, let code, let part): drawDetail(DetailPage(state, id, code, part), on: &frame, in: region)
    case .organisation(let code) where !state.board.isCollective(code),
      .summary(let code) where code != state.scope:
      let rows = state.contents.rows.compactMap { row in
        row.metric.flatMap { $0.direction == .neither ? nil : WallFigure(row, metric: $0, state) }
      }
      drawTiles(rows, on: &frame, in: region)
    case .overview, .organisation, .summary, .source, .problems, .help, .systems:
      let panels = OverviewPage(state).metrics.compactMap { state.digest[$0] }
        .filter { $0.metric.direction != .neither && $0.hasValue }
      drawTiles(panels.map { WallFigure($0, state) }, on: &frame, in: region)
    }
  }

  private func drawTiles(_ figures: [WallFigure], on frame: inout Frame, in region: Region) {
    if region.rows < WallTile.least.rows || region.columns < WallTile.least.columns {
      if figures.isEmpty { frame.write("nothing returned", .strong, in: region) }
      for (line, figure) in figures.prefix(region.rows).enumerated() {
        let words = StyledText("\(figure.metric.shortTitle) ", .title) + StyledText(figure.written + " ", .strong)
        frame.write(figure.variances.map { words + $0 }.widest(in: region.columns), in: region, line: line)
      }
    } else {
      WallTiles(figures: figures, period: period).draw(on: &frame, in: region)
    }
  }

  private func drawMetric(_ id: MetricID, on frame: inout Frame, in region: Region) {
    guard let panel = state.digest[id] else { return drawTiles([], on: &frame, in: region) }
    let lines = panel.standings.map { standing in
      line(standing.organisation.shortName, standing.figure)
    }
    WallFocus(shown: WallFigure(panel, state), lines: lines).draw(on: &frame, in: region)
  }

  private func drawDetail(_ page: DetailPage, on frame: inout Frame, in region: Region) {
    guard let metric = page.metric else { return drawTiles([], on: &frame, in: region) }
    let figure = page.shownPeriod.flatMap { state.board.figure(page.key, in: $0, choice: state.outlook.choice) }
    let earlier = page.periods.drop { $0.period != page.shownPeriod }.dropFirst().prefix(12)
    let freshness = state.board.freshness(metric, of: page.code, on: state.today)
    let charted = state.contents.detail?.charted ?? ChartedSeries(unit: "", slots: [], chart: nil)
    WallFocus(
      shown: WallFigure(
        metric.title, metric, figure, charted, freshness,
        absence: state.board.absence(of: page.key, in: page.shownPeriod), state),
      lines: earlier.map { line($0.period.title, $0.figure) }
    ).draw(on: &frame, in: region)
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
    if kiosk.mode == .paused {
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

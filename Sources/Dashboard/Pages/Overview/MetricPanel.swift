import Metrics
import Screen

/// One metric at a glance: the figure, its target and meaning, the trend, and the organisations, the worst first.
struct MetricPanel {
  let state: State
  let digest: MetricDigest
  /// Its number among the panels of the page.
  let pane: Int
  private var isFocused: Bool { state.visit.pane == pane }

  private var metric: Metric { digest.metric }
  private var unit: Metric.Unit { metric.unit }

  func draw(on frame: inout Frame, in region: Region) {
    // Where title and period do not both fit, the title is shortened.
    let heading = PanelHeading(metric, note, digest.period, columns: region.columns)
    let box = Box(
      title: StyledText(heading.title, .title),
      note: StyledText(isUnseen ? "• " : "", .newMark) + StyledText(heading.period, .faint),
      footer: footer(room: region.columns - 6), isFocused: isFocused)
    let inner = box.draw(on: &frame, in: region).inset(rows: 0, columns: region.columns >= 30 ? 1 : 0)
    if isFocused { frame.cursor = Position(row: inner.row, column: inner.column) }
    drawInside(on: &frame, in: inner)
  }

  /// The freshness of the metric, and the number of open actions about it.
  private func footer(room: Int) -> StyledText {
    guard let tally = state.agreed?.tally(of: metric.id), tally.open > 0 else {
      return digest.freshness.styled(room: room)
    }
    let role: Role = tally.overdue > 0 ? .late : .strong
    let badges = [tally.words, "◆\(tally.overdue) of \(tally.open)"].map { StyledText($0, role) }
    let badge = badges.first { $0.width <= room } ?? StyledText()
    let left = room - badge.width - 3
    guard left >= 4 else { return badge }
    return digest.freshness.styled(room: left) + StyledText(" · ", .faint) + badge
  }

  /// Whether the figure changed with the last extract and has not been seen since.
  private var isUnseen: Bool {
    state.unseen.contains(Series.Key(metric.id, state.scope, perspective: digest.perspective))
  }

  private var note: String {
    guard let period = digest.period else { return digest.money?.planLines.isEmpty == false ? "plan" : "no figures" }
    if metric.isPosition, case .month(let month) = period {
      return "M\(month.numberInNHSYear) \(month.nhsYear.text)"
    }
    return period.title
  }

  /// Draws what fits, by priority: the figure, its meaning, the trend, the words of the control chart, the
  /// organisations.
  private func drawInside(on frame: inout Frame, in inner: Region) {
    guard !inner.isEmpty else { return }
    let headline = MetricHeadline(state, digest)
    var line = 0
    if inner.rows >= 12, inner.columns >= 34, digest.hasValue {
      line = headline.drawLarge(on: &frame, in: inner, isSpacious: inner.rows >= 14 && digest.money?.bridge == nil)
    } else {
      frame.write(headline.oneLine(room: inner.columns), in: inner, line: 0)
      // Without organisations to list, there is room for all the words.
      let most = inner.rows < 3 ? 0 : digest.rankedFigures.isEmpty && digest.parts.isEmpty ? inner.rows - 2 : 1
      let words = headline.meaningLines(room: inner.columns, most: most)
      for (position, text) in words.enumerated() { frame.write(text, in: inner, line: 1 + position) }
      line = 1 + words.count
    }
    let next = PanelTrend(digest: digest).draw(on: &frame, in: inner, from: line)
    line = next == line ? drawBar(on: &frame, in: inner, from: line) : next
    PanelList(state: state, digest: digest, pane: pane).draw(on: &frame, in: inner.inset(top: line))
  }
}

extension MetricPanel {
  /// Draws a share without a history or organisations as a bar against its target, where there is room; returns the
  /// next line.
  private func drawBar(on frame: inout Frame, in inner: Region, from line: Int) -> Int {
    guard digest.metric.unit == .percent, digest.rankedFigures.isEmpty, inner.rows - line >= 4,
      let figure = digest.figure, let value = figure.value?.double, let target = figure.target?.value.double
    else { return line }
    HorizontalBar(
      share: value / 100, target: target / 100, role: figure.isMet.map { $0 ? .barFavourable : .barAdverse } ?? .bar
    ).draw(on: &frame, in: inner.line(line + 1))
    return line + 3
  }
}

/// The trend of a panel: a chart with its target and words, or a line of blocks.
struct PanelTrend {
  let digest: MetricDigest

  /// Draws it where there is one; returns the next line.
  func draw(on frame: inout Frame, in inner: Region, from line: Int) -> Int {
    let free = inner.rows - line
    let known = digest.charted.slots.count { $0.value != nil }
    guard known > 1 else { return line }
    if digest.metric.isPosition { return drawMonthly(on: &frame, in: inner, from: line) }
    if free >= 7, known > 2 { return drawChart(on: &frame, in: inner, from: line) }
    guard free >= 2, inner.rows <= 6 || free < 7 else { return line }
    let words = ControlWords(digest.charted)
    let count = min(36, max(6, inner.columns - words.short.width - 2))
    let blocks = digest.charted.slots.suffix(count).map(\.value).sparkline(width: count)
    let place = inner.line(line)
    let end = frame.write(StyledText(blocks, .chartLine), in: place)
    let room = place.inset(left: end - place.column + 2)
    frame.write(words.widest(fitting: room.columns), in: room)
    return line + 1
  }

  /// Draws, for money, the words of the chart of months beside the line before, where there is room: the rest is needed
  /// for the organisations and the bridge.
  private func drawMonthly(on frame: inout Frame, in inner: Region, from line: Int) -> Int {
    let words = ControlWords(digest.charted)
    guard line > 0, !words.isEmpty else { return line }
    let before = inner.line(line - 1)
    let free = (before.column..<before.right).reversed().prefix { frame[before.row, $0].character == " " }.count
    if free >= words.brief.width + 2 {
      frame.write(words.widest(fitting: free - 2), in: before, alignment: .trailing)
      return line
    }
    guard inner.rows - line >= 3 else { return line }
    frame.write(words.widest(fitting: inner.columns), in: inner.line(line))
    return line + 1
  }

  private func drawChart(on frame: inout Frame, in inner: Region, from line: Int) -> Int {
    let free = inner.rows - line
    // The list below gets what it needs, and the chart the rest.
    let list = min(digest.rankedFigures.count, free / 2)
    let height = max(3, min(free - 5, max(free / 3, free - list - 3)), 0)
    let chart = ChartPicture(digest.charted, direction: digest.metric.direction).small
    chart.draw(on: &frame, in: inner.inset(top: line, bottom: inner.rows - line - height), label: nil)
    let words = ControlWords(digest.charted)
    var next = line + height
    if !words.isEmpty {
      words.draw(on: &frame, in: inner, line: next)
      next += 1
    }
    return next + (inner.rows - next > digest.rankedFigures.count ? 1 : 0)
  }
}

import Metrics
import Screen

/// One metric at a glance: the figure, its target and what that means, the trend, and the bodies, worst first.
struct MetricPanel {
  let state: State
  let digest: MetricDigest
  let isFocused: Bool
  let pane: Int

  private var metric: Metric { digest.metric }
  private var unit: Metric.Unit { metric.unit }

  func draw(on frame: inout Frame, in region: Region) {
    let box = Box(
      title: StyledText(metric.title, .title), note: StyledText(note, .faint),
      footer: StyledText(digest.freshness.words, digest.freshness.role), isFocused: isFocused)
    guard region.rows >= 3, region.columns >= 12 else {
      frame.write(MetricHeadline(state, digest).oneLine, in: region, line: 0)
      return
    }
    let inner = box.draw(on: &frame, in: region).inset(rows: 0, columns: region.columns >= 30 ? 1 : 0)
    drawInside(on: &frame, in: inner)
  }

  private var note: String {
    guard let period = digest.period else { return "no figures" }
    if metric.unit == .pounds, case .month(let month) = period {
      return "M\(month.numberInNHSYear) \(month.nhsYear.text)"
    }
    return period.title
  }

  /// What there is room for, by priority: the figure, what it means, the trend, control chart words, bodies.
  private func drawInside(on frame: inout Frame, in inner: Region) {
    guard !inner.isEmpty else { return }
    let headline = MetricHeadline(state, digest)
    var line = 0
    if inner.rows >= 12, inner.columns >= 34 {
      line = headline.drawLarge(on: &frame, in: inner)
    } else {
      frame.write(headline.oneLine, in: inner, line: 0)
      line = 1
      if inner.rows >= 3 {
        frame.write(headline.secondLine, in: inner, line: 1)
        line = 2
      }
    }
    line = drawTrend(on: &frame, in: inner, from: line)
    if metric.unit == .pounds, !bridgeSteps.isEmpty, inner.rows - line >= 6 {
      MoneyLines(state: state, steps: bridgeSteps).draw(on: &frame, in: inner.inset(top: line))
      return
    }
    drawStandings(on: &frame, in: inner.inset(top: line))
  }

  private var bridgeSteps: [BridgeStep] { state.board.ledger.bridgeToShow(for: state.scope)?.steps ?? [] }

  /// The trend as a chart with its target, or as one line of blocks.
  private func drawTrend(on frame: inout Frame, in inner: Region, from line: Int) -> Int {
    let free = inner.rows - line
    guard let period = digest.period, digest.history.count > 1 else { return line }
    let charted = digest.charted
    if unit == .pounds { return line }
    if free >= 7, charted.slots.count > 2 {
      let height = max(3, min(free - 5, free / 3))
      let chart = ChartPicture(charted, direction: metric.direction).small
      chart.draw(on: &frame, in: inner.inset(top: line, bottom: inner.rows - line - height), label: nil)
      let words = ControlWords(charted)
      var next = line + height
      if !words.isEmpty {
        words.draw(on: &frame, in: inner, line: next)
        next += 1
      }
      return next + (inner.rows - next >= 8 ? 1 : 0)
    }
    if free >= 2, inner.rows <= 6 || free < 7 {
      let count = min(36, max(6, inner.columns - 26))
      let values = digest.history.values(upTo: period, count: count)
      let words = ControlWords(charted)
      if !values.isEmpty {
        Sparkline(values).draw(on: &frame, in: inner.line(line).inset(right: inner.columns - min(count, inner.columns)))
        let room = inner.inset(left: min(inner.columns, values.count + 2)).line(line)
        frame.write(words.short, in: room)
        return line + 1
      }
    }
    return line
  }

  private func drawStandings(on frame: inout Frame, in region: Region) {
    guard region.rows > 0 else { return }
    let rows = digest.standings
    if rows.isEmpty {
      PartLines(state: state, digest: digest).draw(on: &frame, in: region)
      return
    }
    let selected = isFocused ? rows.firstIndex { .organisation($0.organisation.code) == state.selectedRow } : nil
    let offset = Table.offset(scroll: 0, selection: selected, count: rows.count, height: region.rows)
    for (line, standing) in rows.dropFirst(offset).prefix(region.rows).enumerated() {
      StandingLine(state: state, standing: standing, metric: metric, period: digest.period)
        .draw(on: &frame, in: region.line(line), isSelected: offset + line == selected)
    }
  }
}

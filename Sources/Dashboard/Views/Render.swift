import Metrics
import Screen

/// The picture of a state: a header, a page, a status line and the keys that matter.
public func render(_ state: State) -> Frame {
  var frame = Frame(size: state.size)
  if state.isOnWall {
    KioskPage(state).draw(on: &frame)
    return frame
  }
  let chrome = Chrome(state.size)
  chrome.drawHeader(state, on: &frame)
  let body = chrome.body
  switch state.page {
  case .overview: OverviewPage(state).draw(on: &frame, in: body)
  case .metric(let metric): MetricPage(state, metric).draw(on: &frame, in: body)
  case .organisation(let code):
    if state.board.isCollective(code) {
      OverviewPage(state).draw(on: &frame, in: body)
    } else {
      OrganisationPage(state, code).draw(on: &frame, in: body)
    }
  case .detail(let metric, let code, let part): DetailPage(state, metric, code, part).draw(on: &frame, in: body)
  case .source(let key, let period): SourcePage(state, key, period).draw(on: &frame, in: body)
  case .summary(let code): SummaryPage(state, code).draw(on: &frame, in: body)
  case .problems: ProblemsPage(state).draw(on: &frame, in: body)
  case .help: HelpPage(state).draw(on: &frame, in: body)
  case .systems: SystemsPage(state).draw(on: &frame, in: body)
  }
  // Where nothing of a page fits, the figure that matters most still does.
  if body.columns < 8 || body.rows < 2 { drawLeast(state, on: &frame, in: body) }
  chrome.drawStatus(state, on: &frame)
  chrome.drawKeys(state, on: &frame)
  return frame
}

/// The figure of the first panel in as many cells as there are.
private func drawLeast(_ state: State, on frame: inout Frame, in body: Region) {
  guard let panel = state.digest.panels.first else {
    frame.write("nothing returned", .strong, in: body)
    return
  }
  let line = StyledText("\(panel.metric.shortTitle) ", .title) + MetricHeadline(state, panel).oneLine
  frame.write(StyledText(String(repeating: " ", count: body.columns)), in: body)
  frame.write(body.columns < 20 ? MetricHeadline(state, panel).oneLine : line, in: body)
}

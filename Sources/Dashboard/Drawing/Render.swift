import Metrics
import Screen

/// The picture of a state: a header, a page, a status line and the keys that matter.
public func render(_ state: State) -> Frame {
  var last = FrameCache()
  return render(state, after: &last)
}

/// The same, where there was a picture before, whose unchanged parts are taken over.
public func render(_ state: State, after last: inout FrameCache) -> Frame {
  var frame = Frame(size: state.size)
  if state.isOnWall {
    KioskPage(state).draw(on: &frame)
    return frame
  }
  let chrome = state.chrome
  last.header.draw(state, chrome, on: &frame)
  var organisation = chrome.organisation
  if CompactPage.isNeeded(in: organisation, on: state.pageWord) {
    // What has to be said may not cover the row the cursor stands on, while there is another.
    let said = chrome.status.isEmpty && chrome.keys.isEmpty ? StatusMessage(state).rows(on: state.size) : 0
    organisation = organisation.inset(bottom: min(said, organisation.rows - 1))
    CompactPage(state).draw(on: &frame, in: organisation)
  } else {
    draw(state, on: &frame, in: organisation, after: &last.panels)
  }
  chrome.drawKeys(state, on: &frame)
  chrome.drawStatus(state, on: &frame)
  return frame
}

/// The page shown, in boxes.
private func draw(_ state: State, on frame: inout Frame, in organisation: Region, after drawn: inout DrawnPanels) {
  switch state.page {
  case .overview: OverviewPage(state).draw(on: &frame, in: organisation, after: &drawn)
  case .metric(let metric): MetricPage(state, metric).draw(on: &frame, in: organisation)
  case .organisation(let code):
    if state.board.isCollective(code) {
      OverviewPage(state).draw(on: &frame, in: organisation, after: &drawn)
    } else {
      OrganisationPage(state, code).draw(on: &frame, in: organisation)
    }
  case .detail(let metric, let code, let part): DetailPage(state, metric, code, part).draw(on: &frame, in: organisation)
  case .source(let key, let period): SourcePage(state, key, period).draw(on: &frame, in: organisation)
  case .summary(let code): SummaryPage(state, code).draw(on: &frame, in: organisation)
  case .problems: ProblemsPage(state).draw(on: &frame, in: organisation)
  case .help: HelpPage(state).draw(on: &frame, in: organisation)
  case .systems: SystemsPage(state).draw(on: &frame, in: organisation)
  }
}

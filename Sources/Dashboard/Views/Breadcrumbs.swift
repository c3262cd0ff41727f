import Metrics
import Screen

/// Where the user is, from the system down: `Northmere ICS › A&E four-hour › Fenwick`.
struct Breadcrumbs {
  let state: State

  init(_ state: State) { self.state = state }

  /// As many of the last crumbs as fit, the system always first.
  func text(room: Int) -> StyledText {
    var crumbs = state.visits.indices.map { crumb($0) }
    if crumbs.first == "Overview", crumbs.count > 1 { crumbs.removeFirst() }
    let system = state.board.tree.system.shortName
    for dropped in 0...max(0, crumbs.count - 1) {
      let shown = Array(crumbs.dropFirst(dropped))
      let text = styled(system, dropped > 0 ? ["…"] + shown : shown)
      if text.width <= room { return text }
    }
    return styled(system, crumbs.suffix(1).map { $0 }).truncated(to: room)
  }

  private func styled(_ system: String, _ crumbs: [String]) -> StyledText {
    var text = StyledText(" " + system, .headerStrong)
    for crumb in crumbs { text.append(" › " + crumb, .headerBar) }
    return text
  }

  private func crumb(_ position: Int) -> String {
    let board = state.board
    switch state.visits[position].page {
    case .overview: return "Overview"
    case .metric(let metric): return board.catalogue[metric]?.title ?? metric.text
    case .organisation(let code): return board.organisation(code).shortName
    case .detail(let metric, let code, let part):
      let before = position > 0 ? state.visits[position - 1].page : nil
      var title = part.map { board.itemName($0, of: metric) } ?? board.catalogue[metric]?.title ?? metric.text
      if before != .organisation(code), before != .metric(metric) {
        title = board.organisation(code).shortName + " " + title
      }
      return title
    case .source: return "rows"
    case .summary(let code):
      return code == board.tree.system.code ? "Summary" : "\(board.organisation(code).shortName) summary"
    case .problems: return "Problems"
    case .help: return "Help"
    case .systems: return "Systems"
    }
  }
}

extension Board {
  /// The name of a part of a metric as people say it.
  func itemName(_ part: BreakdownItem, of metric: MetricID) -> String {
    catalogue[metric]?.itemName(part) ?? part.item
  }
}

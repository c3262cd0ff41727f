import Metrics
import Screen

/// Where the user is, from the system down: `Northmere ICS › A&E four-hour › Fenwick`.
struct Breadcrumbs {
  let state: State

  init(_ state: State) { self.state = state }

  /// A piece of the way, and the stop it stands for.
  struct Piece {
    let text: StyledText
    let visit: Int
  }

  /// The whole way in a line.
  var text: StyledText { pieces(room: .max).reduce(into: StyledText()) { $0.append($1.text) } }

  /// As many of the last crumbs as fit, the system always first.
  func pieces(room: Int) -> [Piece] {
    let system = Piece(text: StyledText(" " + state.board.tree.system.shortName, .headerStrong), visit: 0)
    var crumbs = state.visits.indices.map { Piece(text: StyledText(" › " + crumb($0), .headerBar), visit: $0) }
    if state.visits[0].page == .overview, crumbs.count > 1 { crumbs.removeFirst() }
    for dropped in crumbs.indices {
      let gap = dropped > 0 ? [Piece(text: StyledText(" › …", .headerBar), visit: crumbs[dropped - 1].visit)] : []
      let pieces = [system] + gap + crumbs.dropFirst(dropped)
      if pieces.reduce(0, { $0 + $1.text.width }) <= room { return pieces }
    }
    let last = crumbs.suffix(1).map { Piece(text: $0.text.truncated(to: room - system.text.width), visit: $0.visit) }
    return [Piece(text: system.text.truncated(to: room), visit: 0)] + last
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

import Metrics
import Screen

/// The path to the current page, from the system downwards: `Northmere ICS › A&E four-hour › Fenwick`.
struct Breadcrumbs {
  let state: State

  init(_ state: State) { self.state = state }

  /// One breadcrumb, and the stop that it leads to.
  struct Piece {
    let text: StyledText
    let visit: Int
  }

  /// The whole path on one line.
  var text: StyledText { ways[0].reduce(into: StyledText()) { $0.append($1.text) } }

  /// The path in ever shorter forms: complete, then without its middle, and finally only the system and the current
  /// page.
  var ways: [[Piece]] {
    let system = Piece(text: StyledText(" " + state.board.tree.system.shortName, .headerStrong), visit: 0)
    var crumbs = state.visits.indices.map { Piece(text: StyledText(" › " + crumb($0), .headerBar), visit: $0) }
    if state.visits[0].page == .overview, crumbs.count > 1 { crumbs.removeFirst() }
    return crumbs.indices.map { dropped in
      let gap = dropped > 0 ? [Piece(text: StyledText(" › …", .headerBar), visit: crumbs[dropped - 1].visit)] : []
      return [system] + gap + crumbs.dropFirst(dropped)
    }
  }

  /// The number of cells of a path.
  static func width(_ way: [Piece]) -> Int { way.reduce(0) { $0 + $1.text.width } }

  /// As many of the last breadcrumbs as fit, after the system.
  func pieces(room: Int) -> [Piece] {
    let ways = ways
    if let whole = ways.first(where: { Self.width($0) <= room }) { return whole }
    guard let way = ways.last, let system = way.first, let last = way.last else { return [] }
    let start = Piece(text: system.text.truncated(to: room), visit: 0)
    // The beginning of a word or two shows where the user is; a single letter does not.
    let left = room - system.text.width
    return left < 8 ? [start] : [start, Piece(text: last.text.truncated(to: left), visit: last.visit)]
  }

  private func crumb(_ position: Int) -> String {
    let before = position > 0 ? state.visits[position - 1].page : nil
    return state.visits[position].page.content(state).title(after: before)
  }
}

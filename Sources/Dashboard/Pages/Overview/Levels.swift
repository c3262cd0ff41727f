import Metrics

/// The organisations of a system in their hierarchy, as a list from the top down.
struct Levels {
  /// An organisation, and its depth below the first one.
  typealias Row = (depth: Int, organisation: Organisation)
  let rows: [Row]

  init(_ board: Board, below code: OrganisationCode) {
    var rows: [Row] = []
    var seen: Set<OrganisationCode> = []
    func add(_ organisation: Organisation, depth: Int) {
      guard seen.insert(organisation.code).inserted else { return }
      rows.append((depth, organisation))
      for child in board.tree.children(of: organisation.code) { add(child, depth: depth + 1) }
    }
    add(board.organisation(code), depth: 0)
    self.rows = rows
  }

  /// Whether any organisation states this size.
  func states(_ size: KeyPath<StatedSize, Int?>) -> Bool {
    rows.contains { $0.organisation.stated[keyPath: size] != nil }
  }
}

/// Items that each lead to at most one other, by their places in a list.
package enum Loops {
  /// Every chain that leads back to where it began, from its earliest member on.
  package static func among(_ next: [Int?]) -> [[Int]] {
    var loops: [[Int]] = []
    // The walk in which each was first met, by its start. A chain is walked once, however many items lead into it.
    var walk: [Int?] = next.map { _ in nil }
    for start in next.indices {
      var at: Int? = start
      while let here = at, walk[here] == nil {
        walk[here] = start
        at = next[here]
      }
      if let turn = at, walk[turn] == start { loops.append(loop(from: turn, next)) }
    }
    return loops
  }

  private static func loop(from turn: Int, _ next: [Int?]) -> [Int] {
    var members = [turn]
    while let following = next[members[members.count - 1]], following != turn { members.append(following) }
    let first = members.indices.min { members[$0] < members[$1] } ?? 0
    return Array(members[first...] + members[..<first])
  }
}

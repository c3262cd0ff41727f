/// The depths of items that are each below at most one other, without loops, by their places in a list.
package enum Depths {
  /// The items that are deeper than a number of levels, the top level being 1. Each then begins a top level of its own,
  /// so that in a long chain only some are named.
  package static func beyond(_ deepest: Int, _ next: [Int?]) -> [Int] {
    var depths = [Int](repeating: 0, count: next.count)
    var beyond: [Int] = []
    for start in next.indices where depths[start] == 0 {
      // Up to the first whose depth is known, and down again, so that each is visited twice, however long the chain.
      var chain: [Int] = []
      var at: Int? = start
      while let here = at, depths[here] == 0 {
        chain.append(here)
        at = next[here]
      }
      var depth = at.map { depths[$0] } ?? 0
      for place in chain.reversed() {
        depth += 1
        if depth > deepest {
          beyond.append(place)
          depth = 1
        }
        depths[place] = depth
      }
    }
    return beyond.sorted()
  }
}

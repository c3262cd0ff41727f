import Testing

@testable import Metrics

/// Parents of parents, as many as a file can hold.
@Suite struct `a long chain of parents` {
  private static func tree(_ count: Int) -> OrganisationTree {
    let chain = (0..<count).map { place in
      Organisation(
        code: OrganisationCode("P\(place)"), role: .place,
        parent: place == 0 ? nil : OrganisationCode("P\(place - 1)"))
    }
    return OrganisationTree(HealthSystem(code: "QZ9", name: "Northmere", organisations: chain), seen: [])
  }

  /// How many organisations are listed below all others together: what has to be kept.
  private static func kept(_ tree: OrganisationTree) -> Int {
    tree.byCode.keys.reduce(0) { $0 + tree.descendants(of: $1).count }
  }

  @Test func `is cut at more levels than any system has, and ten times as many keep ten times as much`() {
    let (few, many) = (Self.tree(800), Self.tree(8000))
    #expect(Self.kept(many) <= Self.kept(few) * 12)
    #expect(many.byCode.keys.allSatisfy { many.path(to: $0).count <= OrganisationTree.deepest + 1 })
    #expect(many.byCode.count == 8001)
  }

  @Test func `of twenty levels stays as it is`() {
    let tree = Self.tree(20)
    #expect(tree.path(to: "P19").count == 21)
    #expect(tree.children(of: "QZ9").map(\.code.text) == ["P0"])
  }

  @Test(
    arguments: [
      ([nil, 0, 1, 2], 2, [2]), ([1, 2, 3, nil], 2, [1]), ([nil, nil], 1, []),
      ([nil, 0, 1, 2, 3, 4, 5], 2, [2, 4, 6]),
    ] as [([Int?], Int, [Int])]) func `is measured from its top`(next: [Int?], deepest: Int, beyond: [Int])
  {
    #expect(Depths.beyond(deepest, next) == beyond)
  }
}

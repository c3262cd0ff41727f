extension State {
  /// The keys that lead to another page or view, the likeliest first.
  private static let leadingKeys: [Action] = [
    .open, .nextException, .earlier, .later, .nextGrain, .nextTarget, .nextPerspective,
  ]

  /// Whether a key leads elsewhere than it did from another state: to another page, or another view.
  public func leadsElsewhere(than other: State?) -> Bool {
    other?.digest.edition != digest.edition || other?.visit != visit
  }

  /// Works out the pages and views that one key leads to from here, and hands each over as soon as it is known.
  ///
  /// - Parameters:
  ///   - isWanted: asked before each, because working them out takes long.
  ///   - found: called with each view that is not the current one.
  public func lookAhead(while isWanted: () -> Bool, _ found: (ViewAhead) -> Void) {
    for action in Self.leadingKeys where isWanted() {
      var next = self
      _ = carryOut(&next, action)
      next.refreshDigest(boardChanged: false)
      guard next.digest.edition != digest.edition || next.page != page else { continue }
      found(ViewAhead(digest: next.digest, pageDigest: next.pageDigest))
    }
  }
}

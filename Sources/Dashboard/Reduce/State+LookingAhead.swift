extension State {
  /// The keys that lead to another view of the same page, the likeliest first.
  private static let lookingKeys: [Action] = [.earlier, .later, .nextGrain, .nextTarget, .nextPerspective]

  /// Works out the views that one key leads to from here, and hands each over as soon as it is known.
  ///
  /// - Parameters:
  ///   - isWanted: asked before each, because working them out takes long.
  ///   - found: called with each view that is not the current one.
  public func lookAhead(while isWanted: () -> Bool, _ found: (ViewAhead) -> Void) {
    for action in Self.lookingKeys where isWanted() {
      var next = self
      _ = carryOut(&next, action)
      next.refreshDigest(boardChanged: false)
      if next.digest.edition != digest.edition { found(ViewAhead(digest: next.digest, pageDigest: next.pageDigest)) }
    }
  }
}

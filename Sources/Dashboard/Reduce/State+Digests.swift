import Metrics

extension State {
  /// Calculates the digests again where something that they depend on has changed.
  mutating func refreshDigest(boardChanged: Bool) {
    if boardChanged { ahead = ViewsAhead() }
    let isStale = boardChanged || digest.viewSettings != viewSettings || digest.scope != scope
    let isLeft = isStale || pageDigest?.page != page
    if isLeft, !boardChanged { ahead.keep(ViewAhead(digest: digest, pageDigest: pageDigest)) }
    if isStale {
      digest =
        ahead.digest(of: scope, viewSettings, today)
        ?? Digest(board, scope: scope, viewSettings: viewSettings, today: today)
    }
    guard isStale || pageDigest?.page != page || pageDigest?.viewSettings != viewSettings, page != .help else { return }
    pageDigest = ahead.pageDigest(of: page, digest) ?? content.workedOut
  }

  /// Draws the legend of the help anew, once for an action: whatever changes may change what the page below it shows.
  mutating func refreshLegend() {
    if page == .help { pageDigest = content.workedOut }
  }
}

extension PreparedBoard {
  /// A board prepared for a state; where the user is on another page by the time it is shown, only that page is
  /// calculated again.
  public init(_ board: Board, for state: State) {
    var next = state
    next.board = board
    next.viewSettings = board.settled(next.viewSettings)
    next.refreshDigest(boardChanged: true)
    self.init(
      board: board, digest: next.digest, pageDigest: next.contents, home: next.isAtHome ? nil : next.home)
  }
}

import Metrics

extension State {
  /// Works the digests out again where something they rest on has changed.
  mutating func refreshDigest(boardChanged: Bool) {
    let isStale = boardChanged || digest.viewSettings != viewSettings || digest.scope != scope
    if isStale { digest = Digest(board, scope: scope, viewSettings: viewSettings, today: today) }
    guard isStale || pageDigest?.page != page || pageDigest?.viewSettings != viewSettings else { return }
    pageDigest = content.workedOut
  }
}

extension PreparedBoard {
  /// What a board comes to for a state; where the user has gone elsewhere by the time it is shown, only that is worked
  /// out anew.
  public init(_ board: Board, for state: State) {
    var next = state
    next.board = board
    next.refreshDigest(boardChanged: true)
    self.init(board: board, digest: next.digest, pageDigest: next.contents)
  }
}

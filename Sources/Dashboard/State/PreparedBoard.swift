import Metrics

/// A new board with what the page shown takes from it, worked out away from the loop, so that no key waits for it.
public struct PreparedBoard: Sendable {
  /// The board.
  public let board: Board
  let digest: Digest
  let pageDigest: PageDigest

  /// What a board comes to for a state; where the user has gone elsewhere by the time it is shown, only that is worked
  /// out anew.
  public init(_ board: Board, for state: State) {
    var next = state
    next.board = board
    next.refreshDigest(boardChanged: true)
    self.board = board
    digest = next.digest
    pageDigest = next.contents
  }
}

import Metrics

/// A new board with what the page shown takes from it, worked out away from the loop, so that no key waits for it.
public struct PreparedBoard: Sendable {
  /// The board.
  public let board: Board
  let digest: Digest
  let pageDigest: PageDigest
}

extension PreparedBoard: Equatable {
  /// Whether they are the same board, worked out for the same page from the same place.
  public static func == (one: PreparedBoard, other: PreparedBoard) -> Bool {
    one.board == other.board && one.digest.scope == other.digest.scope && one.pageDigest.page == other.pageDigest.page
      && one.pageDigest.viewSettings == other.pageDigest.viewSettings
  }
}

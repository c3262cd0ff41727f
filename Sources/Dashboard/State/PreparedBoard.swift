import Metrics

/// A new board with what the current page needs of it, prepared on another thread so that no key waits for it.
public struct PreparedBoard: Sendable {
  /// The board.
  public let board: Board
  let digest: Digest
  let pageDigest: PageDigest
  /// What alerts are about; `nil` where that is the digest.
  let home: Digest?
}

extension PreparedBoard: Equatable {
  /// Whether both are the same board, prepared for the same page and view settings.
  public static func == (one: PreparedBoard, other: PreparedBoard) -> Bool {
    one.board == other.board && one.digest.scope == other.digest.scope && one.pageDigest.page == other.pageDigest.page
      && one.pageDigest.viewSettings == other.pageDigest.viewSettings
  }
}

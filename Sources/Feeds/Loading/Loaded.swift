import Metrics

/// The result of reading a feed: the board, and the files behind its contributions.
public struct Loaded: Sendable {
  /// The board.
  public let board: Board
  /// The file of each of the board's contributions, by the contribution's number.
  public let files: [FoundFile]
  /// The paths that do not exist.
  public let missing: [String]
  /// What has happened to the files since the previous board.
  public let events: [FeedEvent]
  /// What is not in the board yet.
  public let rest: Rest
  let feedProblems: [Problem]
  let hasSettings: Bool

  /// The files that are not in the board yet.
  public enum Rest: Hashable, Sendable {
    /// None: the board is complete.
    case none
    /// They are being read; their board follows.
    case toCome
    /// Reading was stopped before this many files.
    case stopped(Int)
  }

  init(
    board: Board, files: [FoundFile], feedProblems: [Problem], hasSettings: Bool = false, missing: [String] = [],
    events: [FeedEvent] = [], rest: Rest = .none
  ) {
    self.board = board
    self.files = files
    self.feedProblems = feedProblems
    self.hasSettings = hasSettings
    self.missing = missing
    self.events = events
    self.rest = rest
  }

  /// Whether there is nothing to show: no figure, no money, no target, and no system that a file describes.
  public var isEmpty: Bool {
    if hasSettings, !board.healthSystem.organisations.isEmpty { return false }
    return board.contributions.allSatisfy(\.isEmpty)
  }

  /// The same files as a board about another system; nothing is read again.
  public func board(about system: HealthSystem) -> Loaded {
    var other = Board(system, board.contributions, problems: feedProblems, readOn: board.readOn)
    other.unreadSheets = board.unreadSheets
    return Loaded(
      board: other, files: files, feedProblems: feedProblems,
      hasSettings: hasSettings, missing: missing, rest: rest)
  }
}

extension Contribution {
  /// Whether the file contributed nothing that a board could show.
  var isEmpty: Bool { observations.isEmpty && finance.isEmpty && targets.isEmpty }
}

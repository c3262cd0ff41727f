import Metrics

/// The result of reading a feed: the board, and the files behind its contributions.
public struct Loaded: Sendable {
  /// The board.
  public let board: Board
  /// What each file yielded, before figures of a later time were left out of it, and without what a history adds.
  public let contributions: [Contribution]
  /// The file of each of the board's contributions, by the contribution's number; those that follow are from a history.
  public let files: [FoundFile]
  /// The paths that do not exist.
  public let missing: [String]
  /// What has happened to the files since the previous board.
  public let events: [FeedEvent]
  /// What is not in the board yet.
  public let rest: Rest
  /// What went wrong before there were contributions: settings, folders, unreadable files.
  public let feedProblems: [Problem]
  let hasSettings: Bool
  private let keeping: BoardKeeping?

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
    board: Board, contributions: [Contribution], files: [FoundFile], feedProblems: [Problem], hasSettings: Bool = false,
    missing: [String] = [], events: [FeedEvent] = [], rest: Rest = .none, keeping: BoardKeeping? = nil
  ) {
    self.keeping = keeping
    self.board = board
    self.contributions = contributions
    self.files = files
    self.feedProblems = feedProblems
    self.hasSettings = hasSettings
    self.missing = missing
    self.events = events
    self.rest = rest
  }

  /// Stores what was read and worked out for this board, so that it is shown sooner when it is opened again. To be called
  /// once it has been shown, because it can take as long as a frame.
  public func keep() { keeping?.keep(board) }

  /// Whether there is nothing to show: no figure, no money, no target, and no system that a file describes.
  public var isEmpty: Bool {
    if hasSettings, !board.healthSystem.organisations.isEmpty { return false }
    return board.contributions.allSatisfy(\.isEmpty)
  }

  /// The same files as a board about another system; nothing is read again.
  public func board(about system: HealthSystem) -> Loaded {
    var other = Board(system, contributions, problems: feedProblems, readOn: board.readOn)
    other.unreadSheets = board.unreadSheets
    return showing(other)
  }

  /// The same files behind another board: one that a history adds to.
  public func showing(_ other: Board) -> Loaded {
    Loaded(
      board: other, contributions: contributions, files: other.history?.asOf == nil ? files : [],
      feedProblems: feedProblems, hasSettings: hasSettings, missing: missing, rest: rest)
  }
}

/// What is still to be stored of a board.
struct BoardKeeping: Sendable {
  let store: FeedStore
  let identity: BoardIdentity?
  /// Whether what it works out was stored before.
  let isKnown: Bool

  func keep(_ board: Board) { store.keepAll(identity) { isKnown && !board.hasNewWorkings ? nil : board.workings } }
}

extension Contribution {
  /// Whether the file contributed nothing that a board could show.
  var isEmpty: Bool { observations.isEmpty && finance.isEmpty && targets.isEmpty }
}

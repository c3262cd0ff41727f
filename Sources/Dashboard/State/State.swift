import Actions
import Metrics
import Screen

/// Where the user is and what they see: the whole board as a value.
public struct State: Sendable {
  /// The figures.
  public var board: Board
  /// The clock.
  public var now: Moment
  /// The screen.
  public var size: Size
  /// The way the user took; the last stop is what is shown. Never empty.
  public var visits: [Visit]
  /// From where the board is looked at: period, grain, target, perspective.
  public var viewSettings: ViewSettings
  /// What the pages show from there.
  public internal(set) var digest: Digest
  /// What the page shown rests on; `nil` until it has been worked out.
  var pageDigest: PageDigest?
  /// What is being typed, if anything.
  public var prompt: Prompt? {
    didSet { lettersAfterCaret = min(lettersAfterCaret, prompt?.text.count ?? 0) }
  }
  /// How many of its letters stand after the place where the next one goes.
  var lettersAfterCaret = 0
  /// What the board last said; empty when nothing.
  public var message: String
  /// What is said behind the banner of an alert; empty when nothing.
  var remark = ""
  /// What of the files is not in the board yet; `nil` where nothing is missing.
  public var reading: LoadingStatus?
  /// The rows asked for by the source page; `nil` while they are being read.
  public var sourceRows: SourceListing?
  /// The name of the theme, and those there are.
  public var theme: String, themes: [String]
  /// The command lines typed before, the latest last.
  public var commandHistory: [String]
  /// The rotation for a wall; `nil` on a desk.
  public internal(set) var kiosk: Kiosk?
  /// For how many seconds a view of the wall stays that has no duration of its own.
  public var secondsOfAView = Playlist.usualSeconds
  /// What has turned for the worse since the board was opened.
  public var alerts: AlertWatch
  /// Figures that changed with the last extract and have not been looked at since.
  public internal(set) var unseen: Set<Series.Key>
  /// What was agreed and noted; `nil` where no folder of actions is open, or it has not been read yet.
  public internal(set) var agreed: AgreedActions?
  /// What is wrong with what the board itself needs: its themes, the program it tells of alerts.
  public var ownProblems: [Problem] = []
  /// Whether the keys stand below the page: not where nobody can press them.
  public var showsKeys = true
  /// Whether the clock in the header shows seconds, so that a frozen screen shows: on a live board.
  public var showsSeconds: Bool
  /// Whether a wall shows counts of 1 to 4 from the organisation's own files: for whoever hangs it to say.
  public var showsSmallCounts = false

  /// What is typed at the bottom of the screen.
  public enum Prompt: Hashable, Sendable {
    /// After `/`.
    case filter(String)
    /// After `:`.
    case command(String)
    /// An action, a note or a change, one field after the other.
    case form(ActionForm)
  }

  /// A board opened at its overview, looked at as its settings say.
  public init(
    board: Board, now: Moment, size: Size, theme: String = "default", themes: [String] = ["default"],
    viewSettings: ViewSettings = ViewSettings()
  ) {
    self.board = board
    self.now = now
    self.size = size
    visits = [Visit(.overview)]
    self.viewSettings = viewSettings
    digest = Digest(board, scope: board.tree.system.code, viewSettings: viewSettings, today: now.day)
    pageDigest = nil
    prompt = nil
    message = ""
    reading = nil
    sourceRows = nil
    self.theme = theme
    self.themes = themes
    commandHistory = []
    kiosk = nil
    alerts = AlertWatch()
    unseen = []
    showsSeconds = false
    alerts.begin(with: AlertConditions.edges(digest), of: board.tree.system.code)
  }

  /// The stop shown now.
  public var visit: Visit {
    get { visits[visits.count - 1] }
    set { visits[visits.count - 1] = newValue }
  }
  /// The page shown now.
  public var page: Page { visit.page }
  /// Whether the wall is what is shown.
  public var isOnWall: Bool { kiosk.map { $0.mode != .away } ?? false }
  /// Whether nothing has been read yet.
  var isReading: Bool { board.tree.system.code == .all && board.contributions.isEmpty && board.problems.isEmpty }
  /// The day the board is read on.
  public var today: Day { now.day }

  /// The clock as the header shows it.
  var clock: String { showsSeconds ? now.clockWithSeconds : now.clock }
  /// What is wrong with files and figures, with the playlist of the wall, and with what the board itself needs.
  var problems: [Problem] { (kiosk?.problems ?? []) + ownProblems + (agreed?.book.problems ?? []) + board.problems }
  /// Which part of the screen is the page's, and which the header's, the status line's and the keys'.
  var areas: ScreenAreas { ScreenAreas(size, hasKeys: showsKeys) }

  /// The organisation whose overview is shown: the place or group last opened, else the system.
  public var scope: OrganisationCode {
    for visit in visits.reversed() {
      if case .organisation(let code) = visit.page, board.isCollective(code) { return code }
    }
    return board.tree.system.code
  }

  /// The board as it is looked at.
  var context: BoardContext { BoardContext(board: board, viewSettings: viewSettings, scope: scope, today: today) }

  /// What was worked out for a page, where that is the one shown and looked at from the same place.
  func prepared(for page: Page) -> PageDigest? {
    guard let pageDigest, pageDigest.page == page, pageDigest.viewSettings == viewSettings else { return nil }
    return pageDigest
  }

  /// Takes over a board with what was worked out of it.
  mutating func adopt(_ prepared: PreparedBoard) {
    board = prepared.board
    digest = prepared.digest
    pageDigest = prepared.pageDigest
  }
}

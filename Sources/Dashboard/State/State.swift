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
  /// The path of the user; the last stop is the current page. Never empty.
  public var visits: [Visit]
  /// The view settings: period, grain, target, perspective.
  public var viewSettings: ViewSettings
  /// From where it was looked at when it opened.
  let openingSettings: ViewSettings
  /// What the pages show with these settings.
  public internal(set) var digest: Digest
  /// What the current page depends on; `nil` until it has been calculated.
  var pageDigest: PageDigest?
  /// The views of the same board that are at hand.
  var ahead = ViewsAhead()
  /// What is being typed, if anything.
  public var prompt: Prompt? {
    didSet { lettersAfterCaret = min(lettersAfterCaret, prompt?.text.count ?? 0) }
  }
  /// The number of letters after the caret.
  var lettersAfterCaret = 0
  /// The board's last message; empty when there is none.
  public var message: String
  /// A remark after the banner of an alert; empty when there is none.
  var remark = ""
  /// What is not in the board yet; `nil` where nothing is missing.
  public var reading: LoadingStatus?
  /// The rows of the source page; `nil` while they are being read.
  public var sourceRows: SourceListing?
  /// The name of the theme, and the names of all themes.
  public var theme: String, themes: [String]
  /// The command lines typed so far, the latest last.
  public var commandHistory: [String]
  /// The wall; `nil` where there is none.
  public internal(set) var kiosk: Kiosk?
  /// The duration in seconds of a view on the wall without one of its own.
  public var secondsOfAView = Playlist.usualSeconds
  /// Changes for the worse since the board was opened.
  public var alerts: AlertWatch
  /// Figures that changed with the last extract and have not been seen since.
  public internal(set) var unseen: Set<Series.Key>
  /// The board that was last searched for changes: whether it had a history, and its moment.
  var noticed: Noticed = Noticed()
  /// Actions and notes; `nil` where no folder of actions is open, or it has not been read yet.
  public internal(set) var agreed: AgreedActions?
  /// Problems with what the board itself needs: its themes, the alert command.
  public var ownProblems: [Problem] = []
  /// Whether the keys are shown below the page: not where nobody can press them.
  public var showsKeys = true
  /// Whether the clock in the header shows seconds, as on a live board, so that a frozen screen can be recognised.
  public var showsSeconds: Bool
  /// Whether a wall shows counts of 1 to 4 from an organisation's own files, which is for whoever puts it up to decide.
  public var showsSmallCounts = false

  /// What tells boards apart between which no figure has changed, however different they are.
  struct Noticed: Equatable {
    var hasHistory = false
    var asOf: Moment?
  }

  /// What is typed at the bottom of the screen.
  public enum Prompt: Hashable, Sendable {
    /// After `/`.
    case filter(String)
    /// After `:`.
    case command(String)
    /// An action, a note or a change, one field after the other.
    case form(ActionForm)
  }

  /// A board at its overview, with the default view settings.
  public init(
    board: Board, now: Moment, size: Size, theme: String = "default", themes: [String] = ["default"],
    viewSettings: ViewSettings = ViewSettings()
  ) {
    self.board = board
    self.now = now
    self.size = size
    visits = [Visit(.overview)]
    openingSettings = viewSettings
    self.viewSettings = board.settled(viewSettings)
    digest = Digest(board, scope: board.tree.system.code, viewSettings: self.viewSettings, today: now.day)
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
    beginAlerts(ifWorkedOut: true)
  }

  /// The current stop.
  public var visit: Visit {
    get { visits[visits.count - 1] }
    set { visits[visits.count - 1] = newValue }
  }
  /// The current page.
  public var page: Page { visit.page }
  /// Whether the wall is shown.
  public var isOnWall: Bool { kiosk.map { $0.mode != .away } ?? false }
  /// Whether nothing has been read yet.
  var isReading: Bool { board.tree.system.code == .all && board.contributions.isEmpty && board.problems.isEmpty }
  /// The day on which the board is read.
  public var today: Day { now.day }

  /// The clock as the header shows it.
  var clock: String { showsSeconds ? now.clockWithSeconds : now.clock }
  /// The problems with files and figures, with the playlist, and with what the board itself needs.
  var problems: [Problem] { (kiosk?.problems ?? []) + ownProblems + agreedProblems + board.problems }

  /// The problems with the files of actions, and with what actions are about.
  private var agreedProblems: [Problem] { agreed.map { $0.book.problems + $0.problems(on: board) } ?? [] }
  /// The moment the board is shown as it was known at; `nil` for now.
  public var asOf: Moment? { board.history?.asOf }
  /// The areas of the screen: the page, the header, the status line and the keys.
  var areas: ScreenAreas { ScreenAreas(size, hasKeys: showsKeys) }

  /// The organisation whose overview is shown: the place or group opened last, otherwise the system.
  public var scope: OrganisationCode {
    for visit in visits.reversed() {
      if case .organisation(let code) = visit.page, board.isCollective(code) { return code }
    }
    return board.tree.system.code
  }

  /// The board and how it is viewed.
  var context: BoardContext { BoardContext(board: board, viewSettings: viewSettings, scope: scope, today: today) }

  /// What was calculated for a page, where it is the current one with the same view settings.
  func prepared(for page: Page) -> PageDigest? {
    guard let pageDigest, pageDigest.page == page, pageDigest.viewSettings == viewSettings else { return nil }
    return pageDigest
  }

  /// Adopts a board and what was calculated from it.
  mutating func adopt(_ prepared: PreparedBoard) {
    board = prepared.board
    ahead = ViewsAhead()
    viewSettings = board.settled(viewSettings)
    digest = prepared.digest
    pageDigest = prepared.pageDigest
  }
}

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
  /// From where the board is looked at: period, grain, target, lens.
  public var outlook: Outlook
  /// What the pages show from there.
  public internal(set) var digest: Digest
  /// What is being typed, if anything.
  public var prompt: Prompt?
  /// What the board last said; empty when nothing.
  public var message: String
  /// The rows asked for by the source page; `nil` while they are being read.
  public var sourceRows: SourceListing?
  /// The name of the theme, and those there are.
  public var theme: String, themes: [String]
  /// The command lines typed before, the latest last.
  public var commandHistory: [String]

  /// What is typed at the bottom of the screen.
  public enum Prompt: Hashable, Sendable {
    /// After `/`.
    case filter(String)
    /// After `:`.
    case command(String)
  }

  /// A board opened at its overview.
  public init(board: Board, now: Moment, size: Size, theme: String = "default", themes: [String] = ["default"]) {
    self.board = board
    self.now = now
    self.size = size
    visits = [Visit(.overview)]
    outlook = Outlook()
    digest = Digest(board, scope: board.tree.system.code, outlook: Outlook(), today: now.day)
    prompt = nil
    message = ""
    sourceRows = nil
    self.theme = theme
    self.themes = themes
    commandHistory = []
  }

  /// The stop shown now.
  public var visit: Visit {
    get { visits[visits.count - 1] }
    set { visits[visits.count - 1] = newValue }
  }
  /// The page shown now.
  public var page: Page { visit.page }
  /// The day the board is read on.
  public var today: Day { now.day }

  /// The body whose overview is shown: the place or group last opened, else the system.
  public var scope: OrganisationCode {
    for visit in visits.reversed() {
      if case .organisation(let code) = visit.page, board.isCollective(code) { return code }
    }
    return board.tree.system.code
  }

  /// The body whose summary `S` shows: the one whose page is open, else the scope.
  var summarised: OrganisationCode {
    switch page {
    case .organisation(let code), .detail(_, let code, _), .summary(let code): code
    default: scope
    }
  }

  /// Works the digest out again where something it rests on has changed.
  mutating func refreshDigest(boardChanged: Bool) {
    guard boardChanged || digest.outlook != outlook || digest.scope != scope else { return }
    digest = Digest(board, scope: scope, outlook: outlook, today: today)
  }
}

/// Rows of a file as they stand in it, or why they cannot be shown.
public struct SourceListing: Hashable, Sendable {
  /// The figure they belong to.
  public let key: Series.Key
  /// Its period.
  public let period: Period
  /// The file.
  public let file: String
  /// When the file was last written, `14 Feb 2018 09:12`; empty when unknown.
  public let written: String
  /// The names of the columns.
  public let header: [String]
  /// Each row with the line it starts on.
  public let rows: [(line: Int, fields: [String])]
  /// Why there are none, or what changed since they were read; empty when all is well.
  public let remark: String

  /// Rows read again from their file.
  public init(
    key: Series.Key, period: Period, file: String, written: String = "", header: [String] = [],
    rows: [(line: Int, fields: [String])] = [], remark: String = ""
  ) {
    self.key = key
    self.period = period
    self.file = file
    self.written = written
    self.header = header
    self.rows = rows
    self.remark = remark
  }

  /// Compares everything.
  public static func == (left: SourceListing, right: SourceListing) -> Bool {
    left.key == right.key && left.period == right.period && left.file == right.file && left.header == right.header
      && left.remark == right.remark && left.rows.elementsEqual(right.rows) { $0.line == $1.line && $0.fields == $1.fields }
  }

  /// Hashes what names the listing.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(period)
    hasher.combine(rows.count)
  }
}

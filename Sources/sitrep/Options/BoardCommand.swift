import ArgumentParser
import CLinux
import Dashboard
import Glibc
import Metrics
import Screen
import Settings

/// `sitrep`: the live board, or one picture of it.
struct BoardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep", abstract: "A performance board for NHS systems, from CSV extracts.",
    usage: """
      sitrep [<path> ...] [<view>]
      sitrep [<path> ...] [<view>] --frame[=text|ansi|svg] [--size 120x40] [--keys "down enter"] [--now 2018-03-20T09:00]
      sitrep [<path> ...] --kiosk [<playlist>] [--every 30s]
      sitrep demo [<view>]
      sitrep print [<path> ...] [--format text|json|csv|xlsx] [--out <file>] [--all-periods] [--breakdowns] [--as-of 2026-11-20]
      sitrep report [<path> ...] [<view>] --out <file> [--actions <folder>]
      sitrep check [<path> ...] [--format text|json]
      sitrep draft <file> [--sheet <name>]
      sitrep act <folder> --text <text> [--metric <metric>] [--organisation <code>] [--owner <role>] [--due <day>]
      sitrep actions <folder> [--format text|json|csv]
      sitrep spc <file> [--format text|csv]
      sitrep --sources <file> [<path> ...] [<view>]
      sitrep sources [--try <name>]
      """,
    discussion: """
      A path is a folder of extracts (folders inside it are not read), a CSV, a workbook or a zip; demo is the \
      demonstration, a fictional system. The first word that names a view starts the view: \
      \(ViewLine.words.joined(separator: ", ")). Without a path: $SITREP_FOLDER, else the folder in config.toml, else \
      the current folder. Your usual options can be set in ~/.config/sitrep/config.toml or in SITREP_… variables; \
      man sitrep lists them.
      """,
    version: Sitrep.version, helpNames: [.short, .long])

  @Argument(help: "Folders, CSV files, and the words of a view.") var words: [String] = []
  @OptionGroup var feed: FeedOptions
  @OptionGroup var board: BoardOptions
  @OptionGroup var history: HistoryOptions
  @OptionGroup var view: ViewOptions
  @OptionGroup var wall: WallOptions

  mutating func run() throws {
    let words = CommandWords(words)
    let user = try UserSettings()
    var options = board.settings
    history.settle(&options)
    view.settle(&options)
    wall.settle(&options)
    let asked = options.completed(by: user.environment)
    let settings = asked.completed(by: user.file)
    let session = settings.resume == true && words.view.isEmpty ? SessionFile.last : nil
    let themes =
      if let theme = asked.theme ?? session?.theme {
        // A theme that has been removed since the last session is not wrong usage.
        try ThemeShelf(wanted: theme, in: asked.theme == nil ? SessionFile.name : nil)
      } else {
        try ThemeShelf(wanted: user.file.theme, in: UserSettings.fileName)
      }
    if words == CommandWords(["help"]), try !Places.canOpenWithoutPath() {
      Output.print(BoardCommand.helpMessage())
      return
    }
    let alerts = try AlertCommand.problems(asked: asked.alertCommand, settled: user.file.alertCommand)
    let setup = try CommandSetup(
      paths: words.paths, feed: feed, problems: user.problems + alerts, others: themes.files)
    var request = BoardRequest(
      setup: setup, view: words.view, themes: themes, keys: board.keys ?? KeyScript(steps: []), settings: settings,
      wall: try Wall(settings), history: try looks(setup))
    request.session = session
    // A wall that is restarted continues where it was.
    if request.wall.isAsked { request.wall.position = SessionFile.last?.wallEntry }
    if let log = board.log { request.log = EventLog(path: log) }
    if board.frame != nil { request.wall.position = nil }
    if let form = board.frame {
      try request.printFrame(size: board.size ?? BoardRequest.plainSize, form)
    } else if settings.plain == true {
      try request.runPlainly()
    } else if clinux_is_terminal(STDOUT_FILENO) == 0 {
      try request.printFrame(size: board.size ?? BoardRequest.plainSize, .text)
    } else {
      try request.runLive()
    }
  }
}

extension BoardCommand {
  /// What is kept and shown of the history.
  private func looks(_ setup: CommandSetup) throws(ExitReason) -> HistoryRequest {
    var request = HistoryRequest(asOf: history.asOf, since: board.since)
    let now = setup.clock.moment(of: .everything)
    if let asOf = history.asOf { _ = try HistoryRequest.moment(asOf, of: "as-of", before: now) }
    if let since = board.since { _ = try HistoryRequest.moment(since, of: "since", before: now) }
    if let last = SessionFile.last, let left = last.left {
      request.last = HistoryRequest.LastLook(system: last.system, left: left)
    }
    return request
  }
}

extension Sitrep {
  /// The version, as `--version` prints it.
  static let version = "0.1.0"
}

import Actions
import ArgumentParser
import Dashboard
import Feeds
import Metrics
import Reports
import Screen
import Settings

/// `sitrep report`: one file to send or print.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep report",
    abstract: "Write one HTML file to send or print: figures, control charts, actions and data problems.",
    discussion: """
      The words of a view restrict it: metric rtt, provider RD8, detail RD8 rtt, summary, attention, problems, actions. \
      The file has no scripts and needs nothing from outside. It prints on A4.
      """)

  @OptionGroup var options: Options

  /// What to report, and where to.
  struct Options: ParsableArguments {
    @Argument(help: "Folders of extracts, CSV files, and the words of a view.", completion: .file())
    var words: [String] = []
    @Option(
      help: ArgumentHelp(
        "File to write (an existing file is replaced), or - for standard output.", valueName: "file"),
      completion: .file(extensions: ["html"]))
    var out: String
    @Option(
      help: ArgumentHelp("Folder of actions and notes, which may be on a share.", valueName: "folder"),
      completion: .directory)
    var actions: String?
    @Option(help: "Counts of 1 to 4 from your own files: show (default) or hide.") var smallCounts = SmallCounts.show
    @OptionGroup var view: ViewOptions
    @OptionGroup var feed: FeedOptions
  }

  mutating func run() throws {
    let words = CommandWords(options.words)
    var settings = BoardSettings()
    options.view.settle(&settings)
    settings.actions = options.actions
    settings = settings.completed(by: try UserSettings().settled)
    // Like print, a report uses months unless asked for others: it is read when the day has long passed.
    settings.period = settings.period ?? .month
    let setup = try CommandSetup(paths: words.paths, feed: options.feed)
    let loaded = setup.load()
    try setup.check(loaded)
    let report = try report(of: loaded, setup, settings, view: words.view)
    try OutputFile.write(report.html, to: options.out)
  }

  private func report(
    of loaded: Loaded, _ setup: CommandSetup, _ settings: BoardSettings, view: [String]
  ) throws(ExitReason) -> BoardReport {
    var state = State(
      board: loaded.board, now: setup.clock.moment(of: loaded.board.healthSystem), size: BoardRequest.plainSize,
      viewSettings: settings.viewSettings)
    let folder = settings.actions.map { ActionFolder(UserFolders.expanded($0)) }
    do {
      if !view.isEmpty { try ViewLine.open(view, in: &state) }
      return try BoardReport(
        state, actions: folder?.read(),
        provenance: FileOrigins.all(of: loaded, setup: setup, program: "sitrep \(Sitrep.version)"),
        hidesSmallCounts: options.smallCounts == .hide)
    } catch let failure as ViewLine.Failure {
      throw .wrongUsage(Glyph.sanitised(failure.message))
    } catch let refusal as BoardReport.Refusal {
      throw .wrongUsage(refusal.message)
    } catch {
      throw .wrongUsage("\(error)")
    }
  }
}

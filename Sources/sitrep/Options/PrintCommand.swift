import ArgumentParser
import CLinux
import Dashboard
import Feeds
import Glibc
import Metrics
import Reports
import Settings

/// `sitrep print`: the figures.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep print", abstract: "Print the latest figures of every metric and organisation.")

  @OptionGroup var options: Options

  /// What to print.
  struct Options: ParsableArguments {
    @Argument(help: "Folders of extracts, or CSV files.", completion: .file()) var paths: [String] = []
    @Option(help: "Output format: text, json, csv or xlsx (a workbook, with --out).") var format = PrintedFormat.text
    @Option(
      help: ArgumentHelp(
        "File to write (an existing file is replaced), or - for standard output.", valueName: "file"),
      completion: .file())
    var out: String?
    @Flag(help: "Print every period.") var allPeriods = false
    @Flag(help: "Also print breakdowns such as treatment functions.") var breakdowns = false
    @OptionGroup var history: HistoryOptions
    @OptionGroup var view: ViewOptions
    @OptionGroup var feed: FeedOptions
  }

  mutating func run() throws {
    try checkFormat()
    var settings = BoardSettings()
    options.view.settle(&settings)
    options.history.settle(&settings)
    settings = settings.completed(by: try UserSettings().settled)
    let looked = settings.viewSettings
    let setup = try CommandSetup(paths: options.paths, feed: options.feed)
    let read = setup.load()
    let now = setup.clock.moment(of: read.board.healthSystem)
    let keeper = HistoryKeeper(isWanted: settings.history, feed: setup.feed)
    let loaded = try PrintCommand.shown(read, keeper, asOf: options.history.asOf, now: now)
    let listing = FigureListing(
      loaded.board, allPeriods: options.allPeriods, breakdowns: options.breakdowns, viewSettings: looked)
    let day = (loaded.board.asOf ?? now).day
    switch options.format {
    case .text:
      try setup.check(loaded)
      try write(listing.text(asAt: day))
    case .csv:
      try setup.check(loaded)
      try write(listing.csv(asAt: day))
    case .json:
      // A script gets its object, including problems, even where there is nothing else.
      if loaded.missing.isEmpty { try write(listing.json(asAt: day)) }
      try setup.check(loaded)
    case .xlsx:
      try setup.check(loaded)
      let program = "sitrep \(Sitrep.version)"
      let provenance = FileOrigins.all(of: loaded, setup: setup, program: program)
      try WorkbookFile(BoardWorkbook(listing, provenance: provenance), made: provenance.made, program: program)
        .write(to: options.out ?? OutputFile.standardOutput)
    }
    read.keep()
  }

  /// Ends the program where a workbook would go to a terminal, before anything is read.
  private func checkFormat() throws(ExitReason) {
    guard options.format == .xlsx, options.out == nil || options.out == OutputFile.standardOutput,
      options.out == nil || clinux_is_terminal(STDOUT_FILENO) == 1
    else { return }
    throw .wrongUsage("a workbook is no text: name a file, as in --format xlsx --out board.xlsx")
  }

  private func write(_ text: String) throws(ExitReason) {
    try OutputFile.write(text, to: options.out ?? OutputFile.standardOutput)
  }
}

extension PrintCommand {
  /// The board as it was known at a moment; where none was asked for, with what its history adds.
  private static func shown(
    _ read: Loaded, _ keeper: HistoryKeeper, asOf: String?, now: Moment
  ) throws(ExitReason) -> Loaded {
    guard let asOf else { return keeper.remember(read, at: now, checks: false).loaded }
    let moment = try HistoryRequest.moment(asOf, of: "as-of", before: now)
    do throws(HistoryProblem) {
      return try keeper.board(of: read, asOf: moment)
    } catch {
      throw .nothingLoaded([error.problem], advice: "")
    }
  }
}

/// What `print` writes.
enum PrintedFormat: String, ExpressibleByArgument, CaseIterable {
  /// Tables to read.
  case text
  /// One JSON object.
  case json
  /// One table for a spreadsheet.
  case csv
  /// A workbook.
  case xlsx
}

/// The formats of figures.
enum FigureFormat: String, ExpressibleByArgument, CaseIterable {
  /// Tables for people.
  case text
  /// One JSON object.
  case json
  /// One table for a spreadsheet.
  case csv
}

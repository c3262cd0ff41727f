import ArgumentParser
import Dashboard
import Feeds
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
    @Option(help: "Output format: text, json or csv.") var format = FigureFormat.text
    @Flag(help: "Print every period.") var allPeriods = false
    @Flag(help: "Also print breakdowns such as treatment functions.") var breakdowns = false
    @OptionGroup var view: ViewOptions
    @OptionGroup var feed: FeedOptions
  }

  mutating func run() throws {
    var settings = BoardSettings()
    options.view.settle(&settings)
    let looked = settings.completed(by: try UserSettings().settled).viewSettings
    let setup = try CommandSetup(paths: options.paths, feed: options.feed)
    let loaded = setup.load()
    let listing = FigureListing(
      loaded.board, allPeriods: options.allPeriods, breakdowns: options.breakdowns, viewSettings: looked)
    let day = setup.clock.moment(of: loaded.board.healthSystem).day
    switch options.format {
    case .text:
      try setup.check(loaded)
      Output.print(listing.text(asAt: day))
    case .csv:
      try setup.check(loaded)
      Output.print(listing.csv(asAt: day))
    case .json:
      // A script gets its object, including problems, even where there is nothing else.
      if loaded.missing.isEmpty { Output.print(listing.json(asAt: day)) }
      try setup.check(loaded)
    }
  }
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

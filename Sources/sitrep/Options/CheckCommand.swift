import ArgumentParser
import Dashboard
import Feeds
import Metrics
import Reports
import Settings

/// `sitrep check`: what is wrong.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep check", abstract: "Check extracts: what each file contains, and every data problem.")

  @OptionGroup var options: Options

  /// What to check.
  struct Options: ParsableArguments {
    @Argument(help: "Folders of extracts, or CSV files.", completion: .file()) var paths: [String] = []
    @Option(help: "Output format: text or json.") var format = PrintFormat.text
    @OptionGroup var view: ViewOptions
    @OptionGroup var feed: FeedOptions
  }

  mutating func run() throws {
    var settings = BoardSettings()
    options.view.settle(&settings)
    let looked = settings.completed(by: try UserSettings().settled).viewSettings
    let setup = try CommandSetup(paths: options.paths, feed: options.feed, readsEverything: true)
    let loaded = setup.load()
    if !loaded.missing.isEmpty { try setup.check(loaded) }
    let check = CheckListing(loaded.board, viewSettings: looked)
    Output.print(options.format == .json ? check.json : check.text)
    // The problems have already been printed.
    if check.hasErrors || loaded.isEmpty { throw ExitReason.checkFailed }
  }
}

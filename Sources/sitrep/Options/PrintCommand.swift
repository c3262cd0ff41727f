import ArgumentParser
import Dashboard
import Feeds

/// `sitrep print`: the figures.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep print", abstract: "Print the figures: each metric's latest period for each organisation.")

  @Argument(help: "Folders of extracts, or CSV files.") var paths: [String] = []
  @Option(help: "text or json.") var format = PrintFormat.text
  @Flag(help: "Every period, not only the latest.") var allPeriods = false
  @Flag(help: "Also the parts: department types, treatment functions, reasons.") var breakdowns = false
  @OptionGroup var feed: FeedOptions

  mutating func run() throws {
    let opening = try Opening(paths: paths, feed: feed)
    let loaded = opening.feed.load()
    let listing = FigureListing(loaded.board, allPeriods: allPeriods, breakdowns: breakdowns)
    let day = opening.clock.moment(of: loaded.board.healthSystem).day
    switch format {
    case .text:
      try opening.check(loaded)
      Output.print(listing.text(asAt: day))
    case .json:
      // A script gets its object, with the problems in it, even where there is nothing else.
      if loaded.missing.isEmpty { Output.print(listing.json(asAt: day)) }
      try opening.check(loaded)
    }
  }
}

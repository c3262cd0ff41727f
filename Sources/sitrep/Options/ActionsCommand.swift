import Actions
import ArgumentParser
import Metrics
import Reports

/// `sitrep actions`: what was agreed and noted.
struct ActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep actions", abstract: "List the actions and notes in a folder, the overdue ones first.",
    discussion:
      "Every line is checked against its hash. Lines that were changed, cut off or removed are reported, with status 1."
  )

  @OptionGroup var options: Options

  /// What to list.
  struct Options: ParsableArguments {
    @Argument(help: "The folder of actions.", completion: .directory) var folder: String
    @Option(help: "Output format: text, json or csv.") var format = FigureFormat.text
    @Option(
      help: ArgumentHelp("Date and time to use instead of now: 2018-03-20T09:00.", valueName: "time"),
      transform: FeedOptions.moment)
    var now: Moment?
  }

  mutating func run() throws {
    let folder = ActionFolder(UserFolders.expanded(options.folder))
    let book = folder.read()
    let isUnreadable = book.problems.contains { $0.file == folder.path }
    if !isUnreadable {
      let listing = ActionListing(book, on: (options.now ?? BoardClock.wall).day)
      switch options.format {
      case .text: Output.print(listing.text)
      case .json: Output.print(listing.json)
      case .csv: Output.print(listing.csv)
      }
    }
    if !book.problems.isEmpty { Output.error(book.problems.map(\.shownText).joined(separator: "\n")) }
    if book.problems.contains(where: { $0.severity == .error }) { throw ExitReason.checkFailed }
  }
}

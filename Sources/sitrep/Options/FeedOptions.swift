import ArgumentParser
import Metrics

/// The options for what is read, for which system, and at what time.
struct FeedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Show one system only, by its code or name: QHG, dorset.", valueName: "code"))
  var system: String?

  @Option(
    help: ArgumentHelp(
      "Fetch figures from the databases in this sources.toml, alone or with folders.", valueName: "file"),
    completion: .file())
  var sources: String?

  @Flag(help: "Read every file, including those with stored figures.")
  var noCache = false

  @Option(
    help: ArgumentHelp("Date and time to use instead of now: 2018-03-20T09:00.", valueName: "time"),
    transform: FeedOptions.moment)
  var now: Moment?

  /// A date and time in the form that options take.
  @Sendable static func moment(_ text: String) throws -> Moment {
    guard let moment = Moment(text) else {
      throw ValidationError("expected a date and time such as 2018-03-20T09:00, or a date")
    }
    return moment
  }
}

/// The formats of a check.
enum PrintFormat: String, ExpressibleByArgument, CaseIterable {
  /// Tables for people.
  case text
  /// One JSON object.
  case json
}

import ArgumentParser
import Metrics
import Settings

/// The options of what is kept of a board, and of the time it is shown at: a board and `print` have them alike.
struct HistoryOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: "Keep what the board knows each time, in a database on this machine; show what files no longer have.")
  var history: Bool?

  @Option(
    help: ArgumentHelp(
      "Show the board as it was known on a day: 2026-11-20, \"20 Nov\", \"20 Nov 09:00\".", valueName: "day"))
  var asOf: String?

  /// What the options settle.
  func settle(_ settings: inout BoardSettings) { settings.history = history }
}

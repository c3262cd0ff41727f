import Feeds
import Metrics
import Settings

/// The setup of a command: its paths, system and clock.
struct CommandSetup: Sendable {
  /// What is read.
  let feed: Feed
  /// The clock.
  let clock: BoardClock
  private let choice: SystemChoice

  /// - Parameters:
  ///   - problems: problems found so far, to be shown with the board's.
  ///   - others: further files that are watched for changes.
  ///   - readsEverything: whether every file is read, including those with a stored reading.
  init(
    paths: [String], feed options: FeedOptions, problems: [Problem] = [], others: [String] = [],
    readsEverything: Bool = false
  ) throws(ExitReason) {
    let shelf = try SourceShelf(named: options.sources, opensPaths: !paths.isEmpty)
    let choice = SystemChoice(wanted: options.system, problems: problems + shelf.problems)
    self.choice = choice
    var feed = Feed(
      paths: try Places.paths(named: paths, with: shelf, isAlone: options.sources != nil), others: others,
      sources: shelf.sources, isWhole: { SystemSettings.isWhole($0.bytes) },
      system: { choice.system($0) })
    if !options.noCache, !readsEverything { feed.cache = UserFolders.readings.flatMap { ReadingCache(folder: $0) } }
    feed.variant = options.system ?? ""
    feed.isAccepted = { AcceptedVersions.contain($0.versionLine) }
    feed.remember = { AcceptedVersions.add($0.versionLine) }
    self.feed = feed
    clock = BoardClock(named: options.now)
  }

  /// Reads everything, by the clock.
  func load() -> Loaded { feed.load(clock: { [clock] in clock.moment(of: $0) }) }

  /// Whether the board must be whole before anything can be shown.
  var mustBeWhole: Bool { choice.wanted != nil }

  /// Ends the program where a path does not exist, nothing was loaded, or the requested system is unknown.
  func check(_ loaded: Loaded) throws(ExitReason) {
    if !loaded.missing.isEmpty {
      throw .nothingLoaded(loaded.board.problems.filter { loaded.missing.contains($0.file) }, advice: "")
    }
    try choice.check(loaded.board)
    if loaded.isEmpty {
      throw .nothingLoaded(
        loaded.board.problems, advice: "sitrep: nothing to show; the demonstration opens with sitrep demo")
    }
  }
}

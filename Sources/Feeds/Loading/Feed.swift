import Extracts
import Metrics

/// What a board is made from: paths, and how a `system.toml` among them is read.
public struct Feed: Sendable {
  /// A `system.toml` as it was found.
  public struct SettingsFile: Sendable {
    /// Its bytes.
    public let bytes: [UInt8]
    /// Its name in problems.
    public let name: String

    /// A file's bytes under its name.
    public init(bytes: [UInt8], name: String) {
      self.bytes = bytes
      self.name = name
    }
  }

  /// The health system a board is about, given the `system.toml` beside its extracts, if there is one.
  public typealias SystemReader = @Sendable (SettingsFile?) -> (system: HealthSystem, problems: [Problem])
  /// Chooses a system that replaces the one the settings describe.
  public typealias SystemSwitch = @Sendable (HealthSystem) -> HealthSystem

  /// Folders and files.
  public let paths: [String]
  /// Other files, such as a theme's, whose changes matter too.
  public let others: [String]
  /// The database sources.
  public let sources: [FeedSource]
  let system: SystemReader
  let isWhole: @Sendable (SettingsFile) -> Bool
  /// Whether a version that would be doubted has been accepted before.
  public var isAccepted: @Sendable (FoundFile) -> Bool = { _ in false }
  /// What files contributed when they were last read; `nil` where every file is to be read.
  public var cache: ReadingCache?
  /// What besides the settings file decides which system the board is about.
  public var variant = ""
  /// Records that a doubted version has been accepted.
  public var remember: @Sendable (FoundFile) -> Void = { _ in }

  /// A feed from folders and files.
  ///
  /// - Parameter isWhole: whether the bytes of a `system.toml` are complete, so that a file that is being written never
  ///   replaces a complete one.
  public init(
    paths: [String], others: [String] = [], sources: [FeedSource] = [],
    isWhole: @escaping @Sendable (SettingsFile) -> Bool = { _ in true },
    system: @escaping SystemReader
  ) {
    self.paths = paths
    self.others = others
    self.sources = sources
    self.isWhole = isWhole
    self.system = system
  }

  /// Reads everything and makes the board, on two threads where there are many files.
  ///
  /// - Parameters:
  ///   - clock: the current time for a board about a system; without a clock, no figure is too late.
  ///   - report: called after each file with the progress of the reading.
  public func load(
    clock: @escaping @Sendable (HealthSystem) -> Moment = { _ in Moment(day: Day(number: 0)) },
    report: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
  ) -> Loaded {
    var refresh = ReloadPass(feed: self, clock: clock)
    refresh.report = report
    if !sources.isEmpty {
      let desk = SourceDesk(sources)
      desk.fetchAll()
      refresh.desk = desk
    }
    // The first pass reads everything and always makes a board.
    return refresh.first().loaded
      ?? Loaded(board: Board(.everything, []), contributions: [], files: [], feedProblems: [])
  }
}

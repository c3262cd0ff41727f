import Extracts
import Metrics

/// What a board is fed from: paths, and how a `system.toml` among them is understood.
public struct Feed: Sendable {
  /// A `system.toml` as it was found.
  public struct SettingsFile: Sendable {
    /// Its bytes.
    public let bytes: [UInt8]
    /// Its name, as problems say it.
    public let name: String

    /// A file's bytes under its name.
    public init(bytes: [UInt8], name: String) {
      self.bytes = bytes
      self.name = name
    }
  }

  /// The health system a board is about, given the `system.toml` beside its extracts, if there is one.
  public typealias SystemReader = @Sendable (SettingsFile?) -> (system: HealthSystem, problems: [Problem])
  /// The system that takes the place of the one the settings describe.
  public typealias SystemSwitch = @Sendable (HealthSystem) -> HealthSystem

  /// Folders and files.
  public let paths: [String]
  /// Files that are no extracts, such as a theme's, whose changes matter too.
  public let others: [String]
  /// What is fetched from databases.
  public let sources: [FeedSource]
  let system: SystemReader
  let isWhole: @Sendable (SettingsFile) -> Bool
  /// Whether a version that would be doubted has been accepted before.
  public var isAccepted: @Sendable (FoundFile) -> Bool = { _ in false }
  /// What large files yielded when they were last read; `nil` where every file is to be read.
  public var cache: ReadingCache?
  /// Remembers that a doubted version has been accepted.
  public var remember: @Sendable (FoundFile) -> Void = { _ in }

  /// A feed from folders and files.
  ///
  /// - Parameter isWhole: whether the bytes of a `system.toml` can be read to their end, so that one that is being
  ///   written never takes the place of one that was whole.
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

  /// Reads everything and puts the board together; with two threads where there are many files.
  ///
  /// - Parameters:
  ///   - clock: the moment on the clock of a board about a system; without one no figure is too late.
  ///   - report: told after each file how far the reading has come.
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
    // Everything is read at the first visit, and a board comes of it in any case.
    return refresh.first().loaded ?? Loaded(board: Board(.everything, []), files: [], feedProblems: [])
  }
}

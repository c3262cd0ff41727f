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

  /// Folders and files.
  public let paths: [String]
  let system: SystemReader

  /// A feed from folders and files.
  public init(paths: [String], system: @escaping SystemReader) {
    self.paths = paths
    self.system = system
  }

  /// Reads everything and puts the board together; with two threads where there are many files.
  ///
  /// - Parameter report: told how many files of how many have been read, and whether any of them holds a figure.
  public func load(
    report: @escaping @Sendable (_ read: Int, _ of: Int, _ hasFigures: Bool) -> Void = { _, _, _ in }
  ) -> Loaded {
    let contents = FeedContents(paths: paths)
    var problems = contents.problems
    let settings = settingsFile(contents, &problems)
    let (healthSystem, settingsProblems) = system(settings)
    problems += settingsProblems
    let metrics = Feed.metrics(of: healthSystem)
    let total = contents.files.count
    let outcomes = ExtractQueue(contents.files, metrics: metrics) { report($0, total, $1) }.readAll()
    var files: [FoundFile] = []
    var contributions: [Contribution] = []
    for (file, outcome) in zip(contents.files, outcomes) {
      switch outcome {
      case .read(let contribution):
        files.append(file)
        contributions.append(contribution)
      case .failed(let problem): problems.append(problem)
      }
    }
    return Loaded(
      board: Board(healthSystem, contributions, problems: problems), files: files, feedProblems: problems,
      hasSettings: settings != nil, missing: contents.missing)
  }

  private func settingsFile(_ contents: FeedContents, _ problems: inout [Problem]) -> SettingsFile? {
    guard let path = contents.settings else { return nil }
    let name = Folder.name(of: path)
    do throws(SystemFailure) {
      return SettingsFile(bytes: try FileBlocks.contents(path), name: name)
    } catch {
      problems.append(FeedFault.unreadable(error).problem(of: path))
      return nil
    }
  }

  /// The metrics that files may name: the system's own first, then the built-in ones.
  static func metrics(of system: HealthSystem) -> [Metric] {
    system.metrics + Metric.builtIn.filter { builtIn in !system.metrics.contains { $0.id == builtIn.id } }
  }
}

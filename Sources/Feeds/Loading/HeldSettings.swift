import Metrics

/// What is held of `system.toml`: its last good version, and what became of it since.
struct HeldSettings: Sendable {
  /// What came of reading it.
  enum Outcome: Sendable {
    /// It is as it was.
    case unchanged
    /// There is none; which system that makes the board about.
    case none(system: HealthSystem, problems: [Problem])
    /// Its bytes, what they say, and whether they are a whole file of settings.
    case read(Feed.SettingsFile, system: HealthSystem, problems: [Problem], isWhole: Bool)
    /// The system does not let it be read.
    case failed(SystemFailure, path: String)
  }

  /// The version that was looked at last; `nil` where looking at it again may come to something else.
  private(set) var seen: FileIdentity?
  /// The last good version; `nil` where there never was one.
  private(set) var file: Feed.SettingsFile?
  /// The system it describes.
  private(set) var system = HealthSystem.everything
  private var problems: [Problem] = []
  /// What became of it, where the settings in force are not those there are now.
  private(set) var staleness: Staleness?

  /// Whether the settings found have still to be read.
  func isDue(_ look: FolderSnapshot) -> Bool {
    look.settings == nil ? file != nil && staleness?.reason != .missing : seen != look.settings
  }

  /// Whether a board under these settings is another one.
  func differs(from before: HeldSettings) -> Bool {
    system != before.system || problems != before.problems || staleness != before.staleness
  }

  /// Whether files read under other settings yield something else now.
  func changesReading(from before: HeldSettings) -> Bool {
    system.metrics != before.system.metrics || system.layouts != before.system.layouts
      || !system.layouts.isEmpty && system.organisations != before.system.organisations
  }

  /// Takes in what came of looking for it; what is not whole never takes the place of what was.
  mutating func take(_ reading: Outcome, from look: FolderSnapshot, now: Moment) {
    switch reading {
    case .unchanged: break
    case .none(let system, let problems):
      seen = nil
      if file == nil {
        self.system = system
        self.problems = problems
      } else {
        becomeStale(.missing, now, [])
      }
    case .failed(let failure, let path):
      seen = nil
      let fault = FeedFault.unreadable(failure).problem(of: path)
      if file == nil { problems = [fault] } else { becomeStale(.unreadable, now, [fault]) }
    case .read(let found, let system, let problems, let isWhole):
      seen = look.settings
      if isWhole || file == nil {
        file = found
        self.system = system
        self.problems = problems
        staleness = nil
      } else {
        becomeStale(.incomplete, now, problems)
      }
    }
  }

  private mutating func becomeStale(_ reason: Staleness.Reason, _ now: Moment, _ problems: [Problem]) {
    if staleness?.reason != reason { staleness = Staleness(reason, since: now) }
    self.problems = problems
  }

  /// What is wrong in it, or with it.
  func allProblems(on day: Day) -> [Problem] {
    guard let staleness, let file else { return problems }
    let remark = Problem(
      .error, file: file.name, "is \(staleness.words(on: day)); the last good settings stay",
      fix: staleness.reason == .missing
        ? "put it back, or start again without it" : "mend it; it is read again by itself")
    return [remark] + problems
  }
}

import Metrics

/// What is kept of `system.toml`: its last good version, and what has happened to it since.
struct HeldSettings: Sendable {
  /// The result of reading it.
  enum Outcome: Sendable {
    /// It is unchanged.
    case unchanged
    /// There is none; the system that the board is then about.
    case none(system: HealthSystem, problems: [Problem])
    /// Its bytes, the system they describe, and whether they are a complete settings file.
    case read(Feed.SettingsFile, system: HealthSystem, problems: [Problem], isWhole: Bool)
    /// The operating system does not allow it to be read.
    case failed(SystemFailure, path: String)
  }

  /// The version that was examined last; `nil` where examining it again may give another result.
  private(set) var seen: FileIdentity?
  /// The last good version; `nil` where there never was one.
  private(set) var file: Feed.SettingsFile?
  /// The system it describes.
  private(set) var system = HealthSystem.everything
  private var problems: [Problem] = []
  /// Why the settings in force are not those of the file as it is now; `nil` where they are.
  private(set) var staleness: Staleness?

  /// Whether the settings that were found have still to be read.
  func isDue(_ look: FolderSnapshot) -> Bool {
    look.settings == nil ? file != nil && staleness?.reason != .missing : seen != look.settings
  }

  /// Whether a board with these settings differs.
  func differs(from before: HeldSettings) -> Bool {
    system != before.system || problems != before.problems || staleness != before.staleness
  }

  /// Whether files that were read with other settings would now be read differently.
  func changesReading(from before: HeldSettings) -> Bool {
    system.metrics != before.system.metrics || system.layouts != before.system.layouts
      || !system.layouts.isEmpty && system.organisations != before.system.organisations
  }

  /// Takes the result of looking for it; an incomplete file never replaces a previous one.
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

  /// The problems in it, and with it.
  func allProblems(on day: Day) -> [Problem] {
    guard let staleness, let file else { return problems }
    let remark = Problem(
      .error, file: file.name, "has been \(staleness.words(on: day)); the last good settings stay",
      fix: staleness.reason == .missing
        ? "put it back, or start again without it" : "correct it; the board reads it again by itself")
    return [remark] + problems
  }
}

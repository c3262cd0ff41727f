import Metrics
import Screen

/// What a user may settle once for every board: the file `config.toml`, or variables of the environment.
///
/// Every name is that of the option it stands for: `theme` is `--theme`, `theme = "light"` and `SITREP_THEME=light`.
/// What is not said is `nil`.
public struct BoardSettings: Hashable, Sendable {
  /// The folder to open where no path is named.
  public var folder: String?
  /// The file that describes sources in databases, opened where no path is named.
  public var sources: String?
  /// The folder of actions and notes.
  public var actions: String?
  /// A theme's name or file.
  public var theme: String?
  /// Whether to draw with ASCII alone.
  public var ascii: Bool?
  /// Whether clicks and the wheel are asked for.
  public var mouse: Bool?
  /// How many colours to use at most.
  public var colours: ColourDepth?
  /// What `w` writes a view as.
  public var write: FrameForm?
  /// Whether the board is told in lines of words.
  public var plain: Bool?
  /// Whether a board opens where the last one was left.
  public var resume: Bool?
  /// How often to look at the files; from a second to a day.
  public var poll: Duration?
  /// Whether it turns from view to view by itself: through a playlist's file, or with `BoardSettings.everyView` through all.
  public var kiosk: String?
  /// How long a view of the wall stays that has no duration of its own; a second or more.
  public var every: Duration?
  /// Whether a wall shows counts of 1 to 4 from files of the organisation's own.
  public var smallCounts: SmallCounts?
  /// What figures are held against.
  public var against: TargetTable.Choice?
  /// The length of the periods a board opens with: day, week or month.
  public var period: Period.Grain?
  /// The program that is started for each alert.
  public var alertCommand: String?
  /// When no alert makes a sound or starts a program.
  public var quietHours: QuietHours?
  /// For how long an alert that comes back is not told again; a second or more.
  public var holdOff: Duration?

  /// What `kiosk` is set to for a wall without a playlist.
  public static let everyView = "-"

  /// Nothing settled.
  public init() {}

  /// These settings, and others where these say nothing.
  public func completed(by other: BoardSettings) -> BoardSettings {
    var settings = self
    settings.folder = folder ?? other.folder
    settings.sources = sources ?? other.sources
    settings.actions = actions ?? other.actions
    settings.theme = theme ?? other.theme
    settings.ascii = ascii ?? other.ascii
    settings.mouse = mouse ?? other.mouse
    settings.colours = colours ?? other.colours
    settings.write = write ?? other.write
    settings.plain = plain ?? other.plain
    settings.resume = resume ?? other.resume
    settings.poll = poll ?? other.poll
    settings.kiosk = kiosk ?? other.kiosk
    settings.every = every ?? other.every
    settings.smallCounts = smallCounts ?? other.smallCounts
    settings.against = against ?? other.against
    settings.period = period ?? other.period
    settings.alertCommand = alertCommand ?? other.alertCommand
    settings.quietHours = quietHours ?? other.quietHours
    settings.holdOff = holdOff ?? other.holdOff
    return settings
  }

  /// How everything is looked at when a board opens.
  public var viewSettings: ViewSettings { ViewSettings(grain: period ?? .month, choice: against ?? .standard) }

  /// The lengths of periods that a board can open with, by their words.
  public static let periods: [(word: String, grain: Period.Grain)] = [
    ("day", .day), ("week", .week), ("month", .month),
  ]

  /// A time between two looks at the files, as `5s` or `2m`; `nil` for what is none, or too short or long.
  public static func poll(_ text: String) -> Duration? {
    Duration(written: text).flatMap { (.seconds(1)...(.seconds(86_400))).contains($0) ? $0 : nil }
  }

  /// How long something on a wall lasts, as `30s` or `1h`; `nil` for what is none, or less than a second.
  public static func stay(_ text: String) -> Duration? {
    Duration(written: text).flatMap { $0 >= .seconds(1) ? $0 : nil }
  }

  /// What is expected of it.
  public static let stayWords = "a duration of a second or more such as 30s, 5m or 1h"

  /// What is expected of quiet hours.
  public static let hoursWords = "two times of day such as 20:00-07:00"

  /// What is expected of `poll`.
  public static let pollWords = "a time from 1s to 24h, such as 5s or 2m"
}

/// What a wall does with a count of 1 to 4 from a file of the organisation's own.
public enum SmallCounts: String, CaseIterable, Sendable {
  /// It is hidden: somebody who walks past might know whose it is.
  case hide
  /// It is shown: whoever hangs the wall answers for who walks past.
  case show
}

extension ColourDepth {
  /// The depths by the words that options and settings use.
  public static let words: [(word: String, depth: ColourDepth)] = [
    ("truecolor", .truecolor), ("256", .indexed256), ("16", .indexed16), ("8", .indexed8), ("none", .mono),
  ]

  /// The depth with this word, if there is one.
  public init?(word: String) {
    guard let found = Self.words.first(where: { $0.word == word }) else { return nil }
    self = found.depth
  }
}

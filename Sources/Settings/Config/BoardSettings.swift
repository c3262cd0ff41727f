import Metrics
import Screen

/// What a user can set once for every board, in the file `config.toml` or in environment variables.
///
/// Every setting has the name of its option: `theme` is `--theme`, `theme = "light"` and `SITREP_THEME=light`. A
/// setting that is not made is `nil`.
public struct BoardSettings: Hashable, Sendable {
  /// The folder to open where no path is given.
  public var folder: String?
  /// The file that describes database sources, used where no path is given.
  public var sources: String?
  /// The folder of actions and notes.
  public var actions: String?
  /// Whether what the board knows is kept; `nil` where `system.toml` says so.
  public var history: Bool?
  /// A theme's name or file.
  public var theme: String?
  /// Whether only ASCII is drawn.
  public var ascii: Bool?
  /// Whether the mouse is used for clicks and scrolling.
  public var mouse: Bool?
  /// The most colours to use.
  public var colours: ColourDepth?
  /// The format in which `w` saves a view.
  public var write: FrameForm?
  /// Whether the board is plain text for screen readers.
  public var plain: Bool?
  /// Whether a board opens where the last one was left.
  public var resume: Bool?
  /// How often files are checked, from a second to a day.
  public var poll: Duration?
  /// Whether the board changes views by itself: through a playlist's file or, with `BoardSettings.everyView`, through
  /// all.
  public var kiosk: String?
  /// How long a view without a duration of its own stays on the wall; a second or more.
  public var every: Duration?
  /// Whether a wall shows counts of 1 to 4 from an organisation's own files.
  public var smallCounts: SmallCounts?
  /// The kind of target that figures are compared with.
  public var against: TargetTable.Choice?
  /// The length of the periods a board opens with: day, week or month.
  public var period: Period.Grain?
  /// The program that is started for each alert.
  public var alertCommand: String?
  /// The hours in which no alert makes a sound or starts a program.
  public var quietHours: QuietHours?
  /// How long an alert that comes back is not repeated; a second or more.
  public var holdOff: Duration?

  /// The value of `kiosk` for a wall without a playlist.
  public static let everyView = "-"

  /// No settings.
  public init() {}

  /// These settings, completed by others where a setting is not made.
  public func completed(by other: BoardSettings) -> BoardSettings {
    var settings = self
    settings.folder = folder ?? other.folder
    settings.sources = sources ?? other.sources
    settings.actions = actions ?? other.actions
    settings.history = history ?? other.history
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

  /// How figures are viewed when a board opens. Without a length of periods, the board decides: the latest day, or months.
  public var viewSettings: ViewSettings {
    ViewSettings(grain: period ?? .month, choice: against ?? .standard, followsLatest: period == nil)
  }

  /// The lengths of periods with which a board can open, by their words.
  public static let periods: [(word: String, grain: Period.Grain)] = [
    ("day", .day), ("week", .week), ("month", .month),
  ]

  /// The time between two checks of the files, as `5s` or `2m`; `nil` for any other text, or one that is too short or
  /// too long.
  public static func poll(_ text: String) -> Duration? {
    Duration(written: text).flatMap { (.seconds(1)...(.seconds(86_400))).contains($0) ? $0 : nil }
  }

  /// How long something stays on a wall, as `30s` or `1h`; `nil` for any other text, or less than a second.
  public static func stay(_ text: String) -> Duration? {
    Duration(written: text).flatMap { $0 >= .seconds(1) ? $0 : nil }
  }

  /// The expected value, in words.
  public static let stayWords = "a duration of a second or more such as 30s, 5m or 1h"

  /// The expected value of quiet hours, in words.
  public static let hoursWords = "two times of day such as 20:00-07:00"

  /// The expected value of `poll`, in words.
  public static let pollWords = "a time from 1s to 24h, such as 5s or 2m"
}

/// What a wall does with a count of 1 to 4 from an organisation's own file.
public enum SmallCounts: String, CaseIterable, Sendable {
  /// It is hidden: somebody who walks past might know the patient.
  case hide
  /// It is shown: whoever puts up the wall is responsible for who walks past.
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

import ArgumentParser
import CLinux
import Dashboard
import Glibc
import Metrics
import Screen
import Settings

/// The options of a board on a wall, and of its alerts.
struct WallOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Wall mode: show each view in turn. With a file: one view on each line.", valueName: "playlist"))
  var kiosk: String?

  @Option(
    help: ArgumentHelp("Time for each view in wall mode: 30s, 5m.", valueName: "duration"),
    transform: WallOptions.seconds)
  var every: Duration?

  @Option(
    help: ArgumentHelp(
      "Program to run for each alert, with the figures in SITREP_… variables.", valueName: "program"))
  var alertCommand: String?

  @Option(
    help: ArgumentHelp("Hours without alert sounds or programs: 20:00-07:00.", valueName: "hours"),
    transform: WallOptions.hours)
  var quietHours: QuietHours?

  @Option(
    help: ArgumentHelp("Time before the same alert is repeated: 30m, 2h.", valueName: "duration"),
    transform: WallOptions.seconds)
  var holdOff: Duration?

  @Option(
    help: ArgumentHelp(
      "Counts of 1 to 4 from your own files in wall mode: hide or show.", valueName: "choice"))
  var smallCounts: SmallCounts?

  /// Makes the settings of the options; the environment and `config.toml` make the others.
  func settle(_ settings: inout BoardSettings) {
    (settings.kiosk, settings.every, settings.holdOff) = (kiosk, every, holdOff)
    (settings.alertCommand, settings.quietHours) = (alertCommand, quietHours)
    settings.smallCounts = smallCounts
  }

  /// The arguments with the value of `--kiosk`: the next word where that is a text file that is not an extract,
  /// otherwise none.
  static func prepared(_ arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.count
    guard let place = arguments[..<end].firstIndex(of: "--kiosk") else { return arguments }
    var prepared = arguments
    let next = place + 1 < end ? arguments[place + 1] : ""
    if isFile(next), !extractEndings.contains(where: { next.lowercased().hasSuffix($0) }) {
      prepared.remove(at: place + 1)
      prepared[place] = "--kiosk=\(next)"
    } else {
      prepared[place] = "--kiosk=\(BoardSettings.everyView)"
    }
    return prepared
  }

  /// The extensions of extracts and packed files, which are never playlists.
  private static let extractEndings = [
    ".csv", ".tsv", ".tab", ".gz", ".zip", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".7z", ".rar", ".xz", ".zst",
    ".bz2",
    ".toml",
  ]

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  @Sendable private static func seconds(_ text: String) throws -> Duration {
    guard let duration = BoardSettings.stay(text) else { throw ValidationError("expected \(BoardSettings.stayWords)") }
    return duration
  }

  @Sendable private static func hours(_ text: String) throws -> QuietHours {
    guard let hours = QuietHours(text) else { throw ValidationError("expected \(BoardSettings.hoursWords)") }
    return hours
  }
}

/// How a board behaves on a wall, and its alerts.
struct Wall: Sendable {
  /// Whether it changes views by itself from the start.
  var isAsked = false
  /// The playlist; `nil` for all views.
  var playlist: Playlist?
  /// How long a view stays, in seconds.
  var every = Playlist.usualSeconds
  /// The program that is started for alerts.
  var command: String?
  /// The hours in which nothing sounds.
  var quietHours: QuietHours?
  /// Whether it shows counts of 1 to 4 from an organisation's own files.
  var showsSmallCounts = false
  /// The entry at which it was left; `nil` for the first.
  var position: Int?
  /// For how many seconds an alert that comes back is not repeated.
  var holdOff = 3600

  /// The wall of these settings, with its playlist read.
  init(_ settings: BoardSettings) throws(ExitReason) {
    if let every = settings.every { self.every = Int(every.components.seconds) }
    if let holdOff = settings.holdOff { self.holdOff = Int(holdOff.components.seconds) }
    command = settings.alertCommand
    showsSmallCounts = settings.smallCounts == .show
    quietHours = settings.quietHours
    guard let kiosk = settings.kiosk else { return }
    isAsked = true
    guard kiosk != BoardSettings.everyView else { return }
    let path = UserFolders.expanded(kiosk)
    guard let bytes = SmallFile.bytes(path) else {
      throw .wrongUsage("cannot read the playlist \(Glyph.sanitised(kiosk)): it is missing, no file, or too large")
    }
    let playlist = Playlist(String(decoding: bytes, as: UTF8.self), file: kiosk, every: every)
    guard playlist.hasViews else {
      throw .wrongUsage("the playlist shows nothing\n" + playlist.problems.map(\.shownText).joined(separator: "\n"))
    }
    self.playlist = playlist
  }

  /// Applies these settings to a board.
  func prepare(_ state: inout State) {
    state.alerts.holdOff = holdOff
    state.alerts.quietHours = quietHours
    state.secondsOfAView = every
    state.showsSmallCounts = showsSmallCounts
    guard isAsked else { return }
    _ = reduce(&state, .beginKiosk(playlist, every: every))
    state.resumeKiosk(at: position ?? 0)
  }
}

extension SmallCounts: ExpressibleByArgument {}

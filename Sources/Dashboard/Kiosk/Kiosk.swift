import Metrics

/// A board on a wall, which changes views by itself.
public struct Kiosk: Sendable {
  /// Whether views change.
  public enum Mode: Sendable, Hashable {
    /// Views change.
    case turning
    /// A key was pressed: the view stays until no key has been pressed for a while.
    case paused
    /// The board itself is in use; the wall returns when no key has been pressed for a while.
    case away
  }

  /// The entries; never empty.
  public let entries: [Playlist.Entry]
  /// The problems with the playlist.
  let problems: [Problem]
  /// Whether it was requested on the command line, so that it returns by itself after it was left.
  let isStanding: Bool
  /// The entry shown.
  public internal(set) var position = 0
  /// Why the entry cannot be shown; `nil` where it can.
  var failure: String?
  /// The number of seconds for which it has been shown.
  var shownFor = 0
  /// Whether views change.
  public internal(set) var mode = Mode.turning
  /// Seconds since the last key.
  var idle = 0
  /// Where the board was when the wall began, to return to.
  let home: (visits: [Visit], viewSettings: ViewSettings)

  /// After this many seconds without a key, views change again.
  public static let patience = 120

  init?(
    _ playlist: Playlist, problems: [Problem], home: (visits: [Visit], viewSettings: ViewSettings), isStanding: Bool
  ) {
    guard !playlist.entries.isEmpty else { return nil }
    entries = playlist.entries
    self.problems = problems
    self.isStanding = isStanding
    self.home = home
  }

  /// The entry shown.
  public var entry: Playlist.Entry { entries[position] }

  /// Moves to another entry, cyclically.
  mutating func turn(by step: Int) {
    position = ((position + step) % entries.count + entries.count) % entries.count
    shownFor = 0
  }

  /// Lets time pass; returns whether another entry, or the wall again, should be shown.
  mutating func pass(_ seconds: Int) -> Bool {
    guard mode == .turning else {
      idle += seconds
      guard idle >= Kiosk.patience else { return false }
      mode = .turning
      shownFor = 0
      return true
    }
    shownFor += seconds
    var turned = false
    // A machine that was asleep does not catch up on the views it missed.
    let round = entries.reduce(0) { $0 + $1.seconds }
    if shownFor >= round * 2 { shownFor = shownFor % round + round }
    while shownFor >= entry.seconds {
      let rest = shownFor - entry.seconds
      turn(by: 1)
      shownFor = rest
      turned = true
    }
    return turned
  }

  /// Seconds until something changes by itself.
  var secondsToChange: Int { mode == .turning ? entry.seconds - shownFor : Kiosk.patience - idle }
}

import Metrics

/// A board on a wall that turns from view to view by itself.
public struct Kiosk: Sendable {
  /// Whether it turns.
  public enum Mode: Sendable, Hashable {
    /// From view to view.
    case turning
    /// Somebody pressed a key: the view stays until nobody does for a while.
    case paused
    /// Somebody looks at the board itself; the wall comes back when nobody does for a while.
    case away
  }

  /// What it goes through; never empty.
  public let entries: [Playlist.Entry]
  /// What is wrong with the playlist.
  let problems: [Problem]
  /// Whether it was asked for on the command line, so that it comes back by itself once it was left.
  let isStanding: Bool
  /// The entry shown.
  public internal(set) var position = 0
  /// Why the entry cannot be shown, where it cannot.
  var failure: String?
  /// For how many seconds it has been shown.
  var shownFor = 0
  /// Whether it turns.
  public internal(set) var mode = Mode.turning
  /// Seconds since the last key.
  var idle = 0
  /// Where the board was when the wall began, to go back to.
  let home: (visits: [Visit], viewSettings: ViewSettings)

  /// Without a key for this many seconds it turns again.
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

  /// Turns to another entry, round and round.
  mutating func turn(by step: Int) {
    position = ((position + step) % entries.count + entries.count) % entries.count
    shownFor = 0
  }

  /// Lets time pass; whether another entry, or the wall again, is to be shown.
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
    // A machine that slept does not run after every view it missed.
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

import CLinux
import Metrics

/// The clock a board is read at: one that was named, else the wall's. A picture's stands still, a live board's goes on.
struct BoardClock: Sendable {
  /// `--now`.
  let named: Moment?

  /// The moment a board about this system is read at now: as named, else as its `as-at` says, else the wall's.
  func moment(of system: HealthSystem) -> Moment { named ?? system.asAt ?? BoardClock.wall }

  /// The moment a live board is read at after it has been open for some seconds: a clock that was named goes on from
  /// there, so that a frozen screen shows.
  func moment(of system: HealthSystem, after seconds: Int) -> Moment {
    (named ?? system.asAt)?.advanced(bySeconds: seconds) ?? BoardClock.wall
  }

  /// The time of day here and now.
  static var wall: Moment { moment(ofSecond: clinux_wall_seconds()) }

  /// A moment given in seconds since 1970, in the local time zone.
  static func moment(ofSecond seconds: Int64) -> Moment {
    let local = seconds + clinux_utc_offset(seconds)
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return Moment(day: Day(number: Int32(clamping: day)), second: Int(local - day * 86_400))
  }
}

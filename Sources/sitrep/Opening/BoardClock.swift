import CLinux
import Metrics

/// The clock of a board: a fixed date and time, otherwise the machine's. In a picture it is fixed; on a live board it
/// runs.
struct BoardClock: Sendable {
  /// `--now`.
  let named: Moment?

  /// The current time for a board about this system: as given, otherwise its `as-at`, otherwise the machine's.
  func moment(of system: HealthSystem) -> Moment { named ?? system.asAt ?? BoardClock.wall }

  /// The current time of a live board that has been open for some seconds. A clock that was given runs from there, so
  /// that a frozen screen can be recognised.
  func moment(of system: HealthSystem, after seconds: Int) -> Moment {
    (named ?? system.asAt)?.advanced(bySeconds: seconds) ?? BoardClock.wall
  }

  /// The machine's local time.
  static var wall: Moment { moment(ofSecond: clinux_wall_seconds()) }

  /// A moment given in seconds since 1970, in the local time zone.
  static func moment(ofSecond seconds: Int64) -> Moment {
    let local = seconds + clinux_utc_offset(seconds)
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return Moment(day: Day(number: Int32(clamping: day)), second: Int(local - day * 86_400))
  }
}

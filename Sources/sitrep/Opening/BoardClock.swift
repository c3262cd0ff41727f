import CLinux
import Metrics

/// The clock a board is read at: one that was named stands still, else the wall's.
struct BoardClock: Sendable {
  /// `--now`.
  let named: Moment?

  /// The moment a board about this system is read at now: as named, else as its `as-at` says, else the wall's.
  func moment(of system: HealthSystem) -> Moment { named ?? system.asAt ?? BoardClock.wall }

  /// Whether it moves by itself.
  func moves(for system: HealthSystem) -> Bool { named == nil && system.asAt == nil }

  /// The time of day here and now.
  static var wall: Moment { moment(ofSecond: clinux_wall_seconds()) }

  /// A moment given in seconds since 1970, in the local time zone.
  static func moment(ofSecond seconds: Int64) -> Moment {
    let local = seconds + clinux_utc_offset(seconds)
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return Moment(day: Day(number: Int32(clamping: day)), second: Int(local - day * 86_400))
  }
}

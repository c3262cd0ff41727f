/// How long the patient at a given place in the queue has waited, as far as weekly bands show.
public enum WaitingTime: Sendable, Equatable {
  /// Weeks, with a fraction estimated inside the band.
  case weeks(Double)
  /// In the last band, which is open: at least this many weeks.
  case atLeast(weeks: Int)
}

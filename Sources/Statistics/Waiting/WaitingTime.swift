/// How long a patient at some place in the queue has waited, as far as weekly bands can tell.
public enum WaitingTime: Sendable, Equatable {
  /// Weeks, with a fraction estimated inside the band.
  case weeks(Double)
  /// In the open last band: this many weeks or more, nobody can say how many.
  case atLeast(weeks: Int)
}

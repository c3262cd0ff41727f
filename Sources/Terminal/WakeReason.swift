/// Why a wait has ended.
public enum WakeReason: Sendable, Hashable {
  /// There are keys to read.
  case keys
  /// The terminal has another size, which has not changed for a moment.
  case resize
  /// The process was continued after a stop, so everything must be drawn again.
  case continued
  /// Ctrl-Z was pressed.
  case stop
  /// The process was told to end by this signal.
  case end(signal: Int32)
  /// The terminal is gone.
  case hangUp
  /// One of the extra descriptors can be read.
  case readable(Int32)
  /// The deadline has come.
  case deadline
}

import CLinux
import Glibc

/// The one place where the process sleeps: it waits for the terminal, for signals, for other descriptors, and for a
/// deadline.
public final class EventSource {
  private let terminal: Int32
  private let signals: Int32
  private var debounce = ResizeSettling()

  /// A source for this terminal; signals are caught from now on.
  public init(terminal: Int32 = STDIN_FILENO) {
    self.terminal = terminal
    signals = clinux_catch_signals()
  }

  /// Milliseconds on the clock for deadlines.
  public static var now: Int64 { clinux_monotonic_milliseconds() }

  /// Sleeps until something happens, and returns what.
  ///
  /// - Parameters:
  ///   - deadline: the time on `now`'s clock at which to wake in any case; `nil` for never.
  ///   - extra: further descriptors to wake for.
  public func wait(until deadline: Int64? = nil, extra: [Int32] = []) -> Set<WakeReason> {
    while true {
      var descriptors = ([terminal, signals] + extra).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let until = [deadline, debounce.moment].compactMap { $0 }.min()
      let count = sleep(&descriptors, until: until)
      guard count >= 0 || errno == EINTR else { return [.hangUp] }
      var reasons = count > 0 ? readSignals(descriptors[1]) : []
      if count > 0 {
        reasons.formUnion(terminalReasons(descriptors[0]))
        for descriptor in descriptors.dropFirst(2) where descriptor.revents != 0 {
          reasons.insert(.readable(descriptor.fd))
        }
      }
      if debounce.isOver(at: Self.now) { reasons.insert(.resize) }
      if let deadline, Self.now >= deadline { reasons.insert(.deadline) }
      if !reasons.isEmpty { return reasons }
    }
  }

  /// One poll; the self-pipe closes the gap between checking for signals and falling asleep.
  private func sleep(_ descriptors: inout [pollfd], until moment: Int64?) -> Int32 {
    let left = moment.map { Int32(clamping: max(0, $0 - Self.now)) } ?? -1
    return clinux_poll(&descriptors, UInt(descriptors.count), left)
  }

  private func terminalReasons(_ descriptor: pollfd) -> Set<WakeReason> {
    let events = Int32(descriptor.revents)
    guard events != 0 else { return [] }
    if events & (POLLHUP | POLLERR | POLLNVAL) != 0 { return [.hangUp] }
    // Readable with nothing to read means the end of input; reading on would loop for ever.
    return clinux_bytes_waiting(descriptor.fd) == 0 ? [.hangUp] : [.keys]
  }

  private func readSignals(_ descriptor: pollfd) -> Set<WakeReason> {
    guard descriptor.revents != 0 else { return [] }
    var reasons: Set<WakeReason> = []
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(signals, &bytes, bytes.count)
      guard count > 0 else { return reasons }
      for byte in bytes.prefix(count) {
        if byte == UInt8(SIGWINCH) {
          debounce.changed(at: Self.now)
        } else {
          reasons.insert(Self.reason(signal: Int32(byte)))
        }
      }
    }
  }

  private static func reason(signal: Int32) -> WakeReason {
    switch signal {
    case SIGCONT: .continued
    case SIGTSTP: .stop
    default: .end(signal: signal)
    }
  }
}

import CLinux
import Glibc
import Terminal
import Testing

/// One self-pipe serves the whole process, so these run one after the other.
@Suite(.serialized)
struct EventSourceTests {
  /// The two ends of a pipe that stands for the terminal.
  private func terminal() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    return (ends[0], ends[1])
  }

  @Test func `a wait ends at its deadline and not before`() {
    let source = EventSource(terminal: terminal().read)
    let start = EventSource.now
    #expect(source.wait(until: start + 30) == [.deadline])
    #expect(EventSource.now >= start + 30)
  }

  @Test func `a signal before the wait is not lost`() {
    let source = EventSource(terminal: terminal().read)
    // To the process: the threads of tests keep signals from themselves.
    kill(getpid(), SIGCONT)
    #expect(source.wait(until: EventSource.now + 5000) == [.continued])
  }

  @Test func `something typed ends the wait`() {
    let ends = terminal()
    write(ends.write, "q", 1)
    #expect(EventSource(terminal: ends.read).wait() == [.keys])
  }

  @Test func `a terminal that is gone ends the wait as a hang-up`() {
    let ends = terminal()
    close(ends.write)
    #expect(EventSource(terminal: ends.read).wait() == [.hangUp])
  }

  @Test func `an extra descriptor ends the wait by its number`() {
    let extra = terminal()
    write(extra.write, "x", 1)
    #expect(EventSource(terminal: terminal().read).wait(extra: [extra.read]) == [.readable(extra.read)])
  }

  @Test func `many changes of size are one reason`() {
    let source = EventSource(terminal: terminal().read)
    for _ in 0..<20 { kill(getpid(), SIGWINCH) }
    #expect(source.wait(until: EventSource.now + 5000) == [.resize])
    #expect(source.wait(until: EventSource.now + 60) == [.deadline])
  }
}

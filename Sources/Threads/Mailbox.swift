import CLinux
import Glibc

/// Where background threads leave messages for the loop: a list behind a lock, and a descriptor that can be polled.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Locked<[Message]>([])
  private let writeEnd: Int32
  /// Becomes readable when a message arrives.
  public let descriptor: Int32

  /// An empty mailbox; without a pipe to spare it still takes messages, but does not wake its reader.
  public init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  /// Leaves a message and wakes the reader; it may be called from any thread.
  ///
  /// - Parameter replaced: the earlier messages, not yet taken, that it replaces.
  public func post(_ message: Message, replacing replaced: ((Message) -> Bool)? = nil) {
    messages.withLock { messages in
      if let replaced { messages.removeAll(where: replaced) }
      messages.append(message)
      var byte: UInt8 = 1
      // Under the same lock, so that the reader is not woken for a message that has been taken. A full pipe wakes it
      // anyway.
      _ = write(writeEnd, &byte, 1)
    }
  }

  /// Everything that has arrived, oldest first.
  public func take() -> [Message] {
    messages.withLock { messages in
      var bytes = [UInt8](repeating: 0, count: 64)
      while read(descriptor, &bytes, bytes.count) > 0 {}
      defer { messages = [] }
      return messages
    }
  }

  /// Sleeps until there is a message or the time has passed; returns whether there is one.
  public func wait(milliseconds: Int32) -> Bool {
    let end = milliseconds < 0 ? nil : clinux_monotonic_milliseconds() + Int64(milliseconds)
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let left = end.map { Int32(clamping: max(0, $0 - clinux_monotonic_milliseconds())) } ?? -1
      let found = clinux_poll(&entry, 1, left)
      // A signal, such as that of a resized window, does not end the wait.
      if found < 0, errno == EINTR { continue }
      return found > 0
    }
  }
}

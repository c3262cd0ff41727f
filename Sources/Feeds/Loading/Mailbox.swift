import Glibc
import Synchronization

/// Where background threads leave messages for the loop: a list behind a lock, and a descriptor that can be polled.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let writeEnd: Int32
  /// Becomes readable when a message arrives.
  public let descriptor: Int32

  /// An empty mailbox; without a pipe to spare it still takes messages, only nobody wakes for them.
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

  /// Leaves a message and wakes whoever polls; from any thread.
  public func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    var byte: UInt8 = 1
    // A full pipe is awake already.
    _ = write(writeEnd, &byte, 1)
  }

  /// Everything that has arrived, oldest first.
  public func take() -> [Message] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    return messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }

  /// Sleeps until a message is there or so many milliseconds have passed; whether one is there.
  public func wait(milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) > 0
  }
}

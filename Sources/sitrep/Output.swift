import Glibc

/// Standard output and standard error, written without buffering.
enum Output {
  /// Writes a text and a line end to standard output. Half an output could be mistaken for a whole one, so a failure
  /// ends the program: see `ExitReason.outputFailed`.
  static func print(_ text: String) {
    guard write(text + "\n", to: STDOUT_FILENO), flush(STDOUT_FILENO) else {
      ExitReason.outputFailed(code: errno).take()
    }
  }

  /// Makes a share report now, rather than when the last descriptor is closed, that its disk is full.
  private static func flush(_ descriptor: Int32) -> Bool {
    let copy = dup(descriptor)
    return copy < 0 || close(copy) == 0
  }

  /// Writes a text and a line end to standard error.
  static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Writes all of a text, waiting for a slow reader; returns whether it was written. If not, `errno` has the reason.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  /// Writes all of these bytes in the same way.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { write($0, to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
        continue
      }
      guard count > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }
}

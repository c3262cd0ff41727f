import CLinux
import CNcurses
import Glibc

/// The output of ncurses. What ncurses writes for one picture is collected and sent to the terminal in one piece.
/// Otherwise ncurses would send every move of the cursor separately, a hundred times for a whole picture, and half a
/// picture could be seen.
final class PictureOutput {
  /// The stream that ncurses writes to.
  let stream: UnsafeMutablePointer<FILE>
  /// A descriptor of the stream's own for the terminal, which another file can replace; -1 where none is available.
  private let descriptor: Int32
  /// A file in memory; -1 where output is not collected.
  private let memory: Int32
  /// The terminal, opened once more, so that ncurses loses no bytes when a program that shares the terminal makes it
  /// non-blocking; standard output itself where it cannot be opened.
  private let terminal: Int32

  /// Output to the terminal of standard output.
  init() {
    let own = open("/proc/self/fd/\(STDOUT_FILENO)", O_WRONLY | O_NOCTTY | O_CLOEXEC)
    terminal = own >= 0 ? own : STDOUT_FILENO
    let descriptor = clinux_duplicate(terminal)
    let stream = descriptor >= 0 ? fdopen(descriptor, "w") : nil
    self.descriptor = descriptor
    self.stream = stream ?? cncurses_output()
    memory = stream != nil && PictureOutput.mayGather ? clinux_memory_file("picture") : -1
  }

  deinit {
    if descriptor >= 0 { fclose(stream) }
    if memory >= 0 { close(memory) }
    if terminal != STDOUT_FILENO { close(terminal) }
  }

  /// Whether there is no limit on file sizes that would end the process for a large picture.
  private static var mayGather: Bool {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 && limit.rlim_cur > 1 << 30
  }

  /// Sends everything that ncurses writes while it draws, between two sequences, in one piece.
  func write(between start: String, and end: String, _ draw: () -> Void) {
    let isGathering = memory >= 0 && lseek(memory, 0, SEEK_SET) == 0 && clinux_stand_for(memory, descriptor) >= 0
    if !isGathering { emit(Array(start.utf8)) }
    draw()
    guard isGathering else { return emit(Array(end.utf8)) }
    let length = max(0, Int(lseek(memory, 0, SEEK_CUR)))
    _ = clinux_stand_for(terminal, descriptor)
    let drawn = [UInt8](unsafeUninitializedCapacity: length) { bytes, count in
      count = max(0, pread(memory, bytes.baseAddress, length, 0))
    }
    emit(start.utf8 + drawn + end.utf8)
  }

  /// Writes bytes to the terminal, bypassing ncurses; waits where the terminal is not ready.
  func emit(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var ready = pollfd(fd: terminal, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
        continue
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

import Glibc

/// A regular file that is open for reading, until this object ends.
///
/// It is an object of its own so that the handle is closed once. Whether a class that throws from its initialiser is
/// deinitialised depends on whether all its properties had values by then; a handle closed a second time may by then be
/// the handle of another file, which another thread is reading.
final class OpenedFile {
  private let descriptor: Int32
  /// How many bytes it had when it was opened.
  let length: UInt64
  /// The error number of the last read that the operating system refused; 0 where none was.
  private(set) var failure: Int32 = 0

  init(path: String) throws(WorkbookFault) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .unreadable(errno) }
    var status = stat()
    let failure = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT == S_IFREG ? 0 : EINVAL : errno
    self.descriptor = descriptor
    length = UInt64(max(0, status.st_size))
    guard failure == 0 else { throw .unreadable(failure) }
  }

  deinit { close(descriptor) }

  /// Reads from a place in the file until the room is full or the file ends; returns how many bytes were read.
  func read(at offset: UInt64, into room: UnsafeMutableRawBufferPointer) -> Int {
    var done = 0
    guard offset < length else { return 0 }
    while done < room.count {
      let count = pread(descriptor, room.baseAddress! + done, room.count - done, off_t(offset) + off_t(done))
      if count < 0, errno == EINTR { continue }
      if count < 0 { failure = errno }
      if count <= 0 { break }
      done += count
    }
    return done
  }
}

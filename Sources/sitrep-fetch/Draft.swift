import Glibc
import Warehouse

/// A file that is written beside the one that it will replace.
final class Draft {
  /// Its path.
  let path: String
  let descriptor: Int32
  private let output: String
  private var isPlaced = false

  init(for output: String) throws(FetchFailure) {
    self.output = output
    path = "\(output).\(getpid()).part"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    // Before every property has a value: what is there already is not this object's to remove.
    guard descriptor >= 0 else { throw .notWritten(String(cString: strerror(errno))) }
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
    if !isPlaced { unlink(path) }
  }

  /// Moves it into place, once all of it is on the disk.
  func place() throws(FetchFailure) {
    guard fsync(descriptor) == 0, rename(path, output) == 0 else {
      throw .notWritten(String(cString: strerror(errno)))
    }
    isPlaced = true
    let folder = output.lastIndex(of: "/").map { String(output[..<$0]) } ?? "."
    let handle = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }
}

import Glibc

/// A file read from front to back in blocks, so that memory does not grow with its length.
enum FileBlocks {
  /// How many bytes are asked for at once.
  static let blockSize = 512 * 1024

  /// Hands each block to `body`, in order; a file that is cut short meanwhile simply ends.
  ///
  /// It is opened without blocking and read only if it is a regular file: a pipe would never end.
  static func read(_ path: String, into body: (UnsafeRawBufferPointer) -> Void) throws(SystemFailure) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemFailure(code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SystemFailure(code: EINVAL) }
    // No larger than the file: a hundred small files need no large blocks.
    let size = max(1, min(blockSize, Int(status.st_size) + 1))
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
    defer { block.deallocate() }
    while true {
      let count = Glibc.read(descriptor, block.baseAddress, size)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemFailure(code: errno) }
      if count == 0 { return }
      body(UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
  }

  /// The whole of a small file; one beyond `limit` bytes counts as unreadable.
  static func contents(_ path: String, limit: Int = 4 << 20) throws(SystemFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(path) { block in
      if bytes.count <= limit { bytes.append(contentsOf: block) }
    }
    guard bytes.count <= limit else { throw SystemFailure(code: EFBIG) }
    return bytes
  }
}

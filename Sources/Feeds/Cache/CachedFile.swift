import Glibc

/// The files of a cache: read whole, replaced in one step, and removed when there are too many.
enum CachedFile {
  /// The endings of the names of all files of a cache.
  private static let kinds = [".reading", ".readings", ".workings"]

  /// Passes the bytes of a file to `use`; `nil` where it does not exist or cannot be read.
  static func read<Result>(_ path: String, _ use: (UnsafeRawBufferPointer) -> Result?) -> Result? {
    bytes(path).flatMap { bytes in withExtendedLifetime(bytes) { use(bytes.all) } }
  }

  /// The bytes of a file; `nil` where it does not exist or cannot be read.
  static func bytes(_ path: String) -> CachedBytes? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
    let bytes = CachedBytes(count: Int(status.st_size))
    var filled = 0
    while filled < bytes.all.count {
      let count = Glibc.read(descriptor, bytes.room.baseAddress?.advanced(by: filled), bytes.all.count - filled)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      filled += count
    }
    // The time at which a reading was last asked for decides which readings are removed first.
    if status.st_mtim.tv_sec < time(nil) - 86_400 { futimens(descriptor, nil) }
    return bytes
  }

  /// Replaces a file's bytes in one step; returns whether it worked. A failure leaves nothing behind.
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    let draft = "\(path).\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      written += count
    }
    // Some file systems report only here that there was no room.
    let isClosed = close(descriptor) == 0
    if written == bytes.count, isClosed, rename(draft, path) == 0 { return true }
    unlink(draft)
    return false
  }

  /// Removes the files that have not been asked for longest, until the others take no more than `limit` bytes, and
  /// drafts that were left behind.
  static func sweep(_ folder: String, keeping limit: Int) {
    let now = time(nil)
    var files: [(path: String, size: Int, used: Int)] = []
    for name in (try? Folder.names(folder)) ?? [] {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      if name.hasSuffix(".part"), status.st_mtim.tv_sec < now - 3600 { unlink(path) }
      if kinds.contains(where: name.hasSuffix) { files.append((path, Int(status.st_size), status.st_mtim.tv_sec)) }
    }
    var sum = files.reduce(0) { $0 + $1.size }
    for file in files.sorted(by: { $0.used < $1.used }) where sum > limit {
      unlink(file.path)
      sum -= file.size
    }
  }
}

/// The bytes of a file of a cache. They do not change once they have been read, and may be used by several threads.
final class CachedBytes: @unchecked Sendable {
  fileprivate let room: UnsafeMutableRawBufferPointer
  /// All of them; valid for as long as this is.
  var all: UnsafeRawBufferPointer { UnsafeRawBufferPointer(room) }

  fileprivate init(count: Int) { room = .allocate(byteCount: count, alignment: 16) }

  deinit { room.deallocate() }
}

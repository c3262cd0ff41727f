import Extracts
import Glibc
import Metrics

/// What identifies a reading of a file: the file as it is on the disk, what the reader knows besides it, and the
/// program that reads it.
///
/// A stored reading is valid only while all of it is the same.
struct ReadingKey: Sendable {
  /// The name under which the reading is stored; it stays the same while newer versions replace the file.
  let name: ByteDigest
  /// The whole key.
  let bytes: [UInt8]
  /// Whether the file was changed so recently that another change might not show in its times.
  let isFresh: Bool

  /// The key of a file as it is now, read in this context; `nil` where it is another version by now, or cannot be
  /// identified.
  init?(_ file: FoundFile, signature: String, program: String, freshness: Int) {
    var status = stat()
    guard (try? FileIdentity(path: file.path)) == file.identity,
      stat(PathBytes.terminated(file.path), &status) == 0
    else { return nil }
    var writer = StoredWriter()
    for word in [file.path, file.name, file.memberName, file.packing.description, signature] {
      word.write(to: &writer)
    }
    name = writer.bytes.withUnsafeBytes { ByteDigest(of: $0) }
    writer.write(status)
    program.write(to: &writer)
    bytes = writer.bytes
    let changed = max(status.st_mtim.tv_sec, status.st_ctim.tv_sec)
    isFresh = changed >= time(nil) - freshness
  }

  /// The program that is running: another build of it may read files differently.
  static var program: String? {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return nil }
    var writer = StoredWriter()
    writer.write(status)
    return writer.bytes.map { String($0) }.joined(separator: " ")
  }
}

extension StoredWriter {
  /// Writes what a file is, when it was last written, and when anything about it last changed.
  fileprivate mutating func write(_ status: stat) {
    write(Int(truncatingIfNeeded: status.st_dev))
    write(Int(truncatingIfNeeded: status.st_ino))
    for number in [
      Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
    ] {
      write(number)
    }
  }
}

extension Packing {
  /// How a file is packed, with everything that says which part of its container it is.
  fileprivate var description: String {
    if case .none = self { return "" }
    return "\(self)"
  }
}

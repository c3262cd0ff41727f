import Extracts
import Glibc

/// What identifies a reading of a file: the file as it is on the disk, what the reader knows besides it, and the
/// program that reads it.
///
/// A stored reading is valid only while all of it is the same.
struct ReadingKey: Sendable {
  /// The name under which the reading is stored; it stays the same while newer versions replace the file.
  let name: String
  /// The whole key, as text.
  let text: String
  /// Whether the file was changed so recently that another change might not show in its times.
  let isFresh: Bool

  /// The key of a file as it is now, read in this context; `nil` where it is another version by now, or cannot be
  /// identified.
  init?(_ file: FoundFile, signature: String, program: String, freshness: Int) {
    var status = stat()
    guard (try? FileIdentity(path: file.path)) == file.identity,
      stat(PathBytes.terminated(file.path), &status) == 0
    else { return nil }
    let place = [Folder.escaped(file.path), file.name, file.memberName, "\(file.packing)", signature]
    let version = "\(status.st_dev) \(status.st_ino) \(status.st_size) \(ReadingKey.words(status))"
    text = (place + [version, program]).joined(separator: "\n")
    name = Array(place.joined(separator: "\n").utf8).withUnsafeBytes { ByteDigest(of: $0).hexadecimal }
    let changed = max(status.st_mtim.tv_sec, status.st_ctim.tv_sec)
    isFresh = changed >= time(nil) - freshness
  }

  /// The program that is running: another build of it may read files differently.
  static var program: String? {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return nil }
    return "\(status.st_dev) \(status.st_ino) \(status.st_size) \(words(status))"
  }

  /// When a file was last written, and when anything about it last changed.
  private static func words(_ status: stat) -> String {
    "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)"
  }
}

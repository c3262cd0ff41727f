import Extracts
import Glibc

/// What tells one reading of a file from every other: the file as it stands on the disk, what the reader knows beside it,
/// and the program that reads it.
///
/// A reading that is kept counts only while all of it is the same.
struct ReadingKey: Sendable {
  /// What stays the same while a file is replaced by newer versions of itself: the reading is kept under this name.
  let name: String
  /// Everything, as text.
  let text: String
  /// Whether the file was last touched so short a time ago that another change might leave no trace in its times.
  let isFresh: Bool

  /// The key of a file as it stands now, read with these surroundings; `nil` where it is another version by now, or cannot
  /// be told.
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

  /// The program that is running: another build of it may read otherwise.
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

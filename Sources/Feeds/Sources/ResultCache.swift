import CLinux
import Glibc
import Warehouse

/// The folder of fetched results: figures that a password protects in the database are protected here by the user's
/// file permissions.
enum ResultCache {
  /// Makes the folder where it does not exist; refuses one that others can read, or that another user made.
  static func prepare(_ path: String) throws(FetchFailure) {
    makeFolder(path)
    var status = stat()
    guard lstat(path, &status) == 0 else { throw .folder(path, reason: SystemFailure(code: errno).words.lowercased()) }
    if status.st_mode & S_IFMT != S_IFDIR { throw .folder(path, reason: "it is no folder") }
    if status.st_uid != geteuid() { throw .folder(path, reason: "it belongs to another user") }
    if status.st_mode & 0o077 != 0 { throw .folder(path, reason: "other users may look into it") }
  }

  private static func makeFolder(_ path: String) {
    guard !path.isEmpty, mkdir(path, 0o700) != 0, errno == ENOENT, let slash = path.lastIndex(of: "/") else { return }
    makeFolder(String(path[..<slash]))
    mkdir(path, 0o700)
  }

  /// The record of the result that is stored now; `nil` where there is none, or where the file has changed.
  static func record(of source: FeedSource) -> FetchRecord? {
    guard let bytes = try? ByteStream.contents(source.recordFile), let found = try? FileIdentity(path: source.file),
      let record = FetchRecord(line: String(decoding: bytes, as: UTF8.self)), record.isAbout(found)
    else { return nil }
    return record
  }

  /// Records a result, in one step.
  static func note(_ table: FetchedTable, checked: Int, of source: FeedSource) throws(FetchFailure) {
    do throws(SystemFailure) {
      let found = try FileIdentity(path: source.file)
      let record = FetchRecord(
        table: table, checked: checked, device: found.device, inode: found.inode,
        modifiedNanoseconds: found.modifiedNanoseconds)
      try replace(source.recordFile, with: record.line)
      unlink(source.failureFile)
    } catch {
      throw .notWritten(error.words)
    }
  }

  /// Records why a source could not be fetched; the time is that of the file.
  static func note(_ failure: FetchFailure, of source: FeedSource) {
    try? replace(source.failureFile, with: FetchReport.failed(failure).line)
  }

  /// Why the last fetch of a source failed, and when; `nil` where it did not.
  static func failure(of source: FeedSource) -> (reason: FetchFailure, second: Int)? {
    guard let bytes = try? ByteStream.contents(source.failureFile),
      let identity = try? FileIdentity(path: source.failureFile),
      case .failed(let failure)? = FetchReport(line: String(decoding: bytes, as: UTF8.self))
    else { return nil }
    return (failure, identity.modified)
  }

  private static func replace(_ path: String, with text: String) throws(SystemFailure) {
    let draft = "\(path).\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, rename(draft, path) == 0 else {
      let failure = SystemFailure(code: errno)
      unlink(draft)
      throw failure
    }
  }

  /// Does something while no other board fetches the same source; waits for one that does.
  static func alone<Result>(with source: FeedSource, _ body: () throws(FetchFailure) -> Result) throws(FetchFailure)
    -> Result
  {
    let descriptor = open(source.lockFile, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .notWritten(SystemFailure(code: errno).words) }
    // Closing the file releases the lock.
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      // A share without locks: at worst, two boards run the same query.
      if errno != EINTR { break }
    }
    return try body()
  }
}

extension FetchRecord {
  /// Whether the record is about a file as it was found.
  func isAbout(_ found: FileIdentity) -> Bool {
    found.device == device && found.inode == inode && found.modifiedNanoseconds == modifiedNanoseconds
  }
}

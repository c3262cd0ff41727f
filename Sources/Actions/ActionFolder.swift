import Glibc
import Metrics

/// A folder of actions, possibly on a share: one file for each writer, to which only that writer adds lines.
public struct ActionFolder: Sendable {
  /// The folder.
  public let path: String

  /// A folder that already exists; reading does not create one.
  public init(_ path: String) { self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }

  /// The extension of the files.
  static let ending = ".jsonl"
  /// A larger file was not written by sitrep: it would have a hundred thousand events.
  private static let mostBytes = 64 << 20

  /// What distinguishes one version of a file from the next.
  fileprivate struct Identity: Hashable, Sendable {
    let inode: UInt64, size: Int, seconds: Int, nanoseconds: Int
  }

  /// A file and the version of it that was read.
  fileprivate struct Known: Sendable {
    let identity: Identity
    let file: WriterFile
  }

  /// The files as they were last read: an unchanged file is not read again.
  public struct Reading: Sendable {
    fileprivate var files: [String: Known] = [:]
    fileprivate var hasBeenRead = false
    /// Whether the folder had files and has none now: a share that is not connected leaves an empty folder in its place.
    public fileprivate(set) var isEmptied = false
    /// All of them combined.
    public fileprivate(set) var book = ActionBook()

    /// Nothing has been read.
    public init() {}
  }

  /// Reads what has changed since the last time; returns whether anything had.
  @discardableResult
  public func read(_ reading: inout Reading) -> Bool {
    let before = reading.book
    let isFirst = !reading.hasBeenRead
    reading.hasBeenRead = true
    guard let names = names else {
      // What was agreed stays on the board while a share is away.
      reading.book = ActionBook(
        ActionFolder.inOrder(reading.files), problems: [unreachable(errno, isKept: !reading.files.isEmpty)])
      return reading.book != before
    }
    var problems: [Problem] = []
    var next: [String: Known] = [:]
    for name in names {
      do throws(Fault) {
        next[name] = try known(name, after: reading.files[name])
      } catch {
        problems.append(error.problem(of: name))
      }
    }
    let kept = ActionFolder.lost(from: reading.files, beside: next)
    reading.isEmptied = names.isEmpty && !kept.isEmpty
    let gone = kept.keys.filter { !names.contains($0) }.sorted()
    if let first = gone.first { problems.append(missing(gone.count, first)) }
    next.merge(kept) { file, _ in file }
    let isSame = next.mapValues(\.identity) == reading.files.mapValues(\.identity)
    reading.files = next
    guard isFirst || !isSame || !problems.isEmpty || before.problems.contains(where: { $0.file == path }) else {
      return false
    }
    reading.book = ActionBook(ActionFolder.inOrder(next), problems: problems)
    return reading.book != before
  }

  private static func inOrder(_ files: [String: Known]) -> [WriterFile] {
    files.sorted { $0.key < $1.key }.map(\.value.file)
  }

  /// The files of an earlier reading that cannot be read any more and have events that no other file has.
  private static func lost(from known: [String: Known], beside files: [String: Known]) -> [String: Known] {
    let missing = known.filter { files[$0.key] == nil && !$0.value.file.entries.isEmpty }
    if missing.isEmpty { return [:] }
    let held = Set(files.values.flatMap { $0.file.entries.map(\.hash) })
    return missing.filter { !$0.value.file.entries.allSatisfy { held.contains($0.hash) } }
  }

  /// Reads everything.
  public func read() -> ActionBook {
    var reading = Reading()
    read(&reading)
    return reading.book
  }

  /// The names of the writers' files, in order; `nil` where the folder cannot be read, with the reason in `errno`.
  private var names: [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(ActionFolder.ending), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Why a file cannot be read.
  private enum Fault: Error {
    case refused(Int32)
    case tooLarge
    case noFile

    func problem(of name: String) -> Problem {
      switch self {
      case .refused(let code):
        Problem(
          .error, file: name, "the file cannot be read: \(String(cString: strerror(code)))",
          fix: "ask whoever wrote it to let you read it: chmod a+r \"\(name)\"")
      case .tooLarge:
        Problem(
          .error, file: name, "the file has more than \(mostBytes >> 20) MB; it is left alone",
          fix: "move it out of the folder if it is not a file of actions")
      case .noFile:
        Problem(
          .warning, file: name, "this is not an ordinary file; it is left alone",
          fix: "move it out of the folder of actions")
      }
    }
  }

  private func known(_ name: String, after last: Known?) throws(Fault) -> Known {
    let descriptor = open("\(path)/\(name)", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .refused(errno) }
    defer { close(descriptor) }
    var identity = try ActionFolder.identity(descriptor)
    if let last, last.identity == identity { return last }
    var bytes = try ActionFolder.bytes(descriptor, identity)
    // Of a line that is being written the system may show the beginning. It is cut short only if it stays so.
    for isLocked in [true, false] where bytes.last.map({ $0 != UInt8(ascii: "\n") }) ?? false {
      if isLocked { ActionFolder.waitForWriter(descriptor) } else { poll(nil, 0, 30) }
      defer { flock(descriptor, LOCK_UN) }
      identity = try ActionFolder.identity(descriptor)
      bytes = try ActionFolder.bytes(descriptor, identity)
    }
    return Known(identity: identity, file: WriterFile(bytes, name: name))
  }

  /// The version of an open file.
  private static func identity(_ descriptor: Int32) throws(Fault) -> Identity {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .refused(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .noFile }
    guard status.st_size <= mostBytes else { throw .tooLarge }
    return Identity(
      inode: UInt64(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }

  private static func bytes(_ descriptor: Int32, _ identity: Identity) throws(Fault) -> [UInt8] {
    guard let bytes = FileBytes.read(descriptor, from: 0, count: identity.size) else { throw .refused(errno) }
    return bytes
  }

  /// Waits until no program of this machine is writing to a file, and keeps others from beginning; for a second at most. A
  /// share may have no locks.
  private static func waitForWriter(_ descriptor: Int32) {
    for _ in 0..<200 {
      if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { return }
      poll(nil, 0, 5)
    }
  }

  /// The problem with files that were there and are not any more.
  private func missing(_ count: Int, _ first: String) -> Problem {
    Problem(
      .error, file: path,
      count == 1
        ? "the file \(first) is gone; its actions are shown as they were last read"
        : "\(count) files are gone, \(first) first; their actions are shown as they were last read",
      expected: "the file of every writer",
      fix: "connect the share again, or put the files back; where they were deleted on purpose, open the board again")
  }

  /// The problem with a folder that cannot be opened.
  func unreachable(_ code: Int32, isKept: Bool = false) -> Problem {
    Problem(
      .error, file: path,
      "the folder of actions cannot be read: \(String(cString: strerror(code)))"
        + (isKept ? "; the actions are shown as they were last read" : ""),
      expected: "a folder that every member of the team can read and write",
      fix: code == ENOENT ? "mkdir \"\(path)\", or connect the share it is on" : "look at ls -ld \"\(path)\"")
  }
}

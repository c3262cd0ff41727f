import Glibc
import Metrics

extension ActionFolder {
  /// Why an event could not be written: what is wrong, and what to do.
  public struct WriteFailure: Error, Hashable, Sendable {
    /// A sentence.
    public let message: String
  }

  /// How long a writer waits for another program of the same name, in milliseconds.
  private static let patience = 10_000
  /// How many bytes at the end of a file are sure to contain its last whole line.
  private static let tail = 4 * EventLine.mostBytes

  /// The name of a writer's file: who, on which machine.
  public static func fileName(host: String, user: String) -> String {
    func plain(_ text: String) -> String {
      let letters = text.prefix(60).map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" }
      return letters.isEmpty ? "unknown" : String(letters)
    }
    return "\(plain(host))-\(plain(user))\(ending)"
  }

  /// Adds an event to a writer's file, and returns its id only when the disk has stored it.
  ///
  /// The line follows the last whole one. Two programs of one writer wait for each other. Earlier lines are never
  /// changed. A line that was cut off by a crash is ended first, so that only that line is lost.
  @discardableResult
  public func write(_ event: ActionEvent, as fileName: String) throws(WriteFailure) -> String {
    let file = "\(path)/\(fileName)"
    let descriptor = open(file, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o664)
    guard descriptor >= 0 else { throw failure(errno, "opened", file) }
    defer { close(descriptor) }
    try lock(descriptor, file)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno, "read", file) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw WriteFailure(message: "nothing was written: \(file) is not an ordinary file; move it away, then try again")
    }
    let size = Int(status.st_size)
    let (last, isCut) = try end(of: descriptor, size: size, file)
    guard let line = EventLine.written(event, after: last) else {
      throw WriteFailure(
        message: "nothing was written: libcrypto, which works out SHA-256, is not installed; install libssl3 (Debian, "
          + "Ubuntu) or openssl-libs")
    }
    guard line.text.utf8.count <= EventLine.mostBytes else {
      throw WriteFailure(message: "nothing was written: the text is too long")
    }
    try append(Array(((isCut ? "\n" : "") + line.text + "\n").utf8), to: descriptor, size: size, file)
    if size == 0 { syncFolder() }
    return String(line.hash.prefix(ActionBook.digitsOfID))
  }

  /// Waits for other programs of the same writer.
  private func lock(_ descriptor: Int32, _ file: String) throws(WriteFailure) {
    for _ in 0..<(ActionFolder.patience / 10) {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw failure(errno, "locked", file) }
      poll(nil, 0, 10)
    }
    throw WriteFailure(message: "nothing was written: another program has held \(file) for 10 s; try again")
  }

  /// The hash of the last whole line, and whether a cut-off line follows it.
  private func end(of descriptor: Int32, size: Int, _ file: String) throws(WriteFailure) -> (last: String, isCut: Bool)
  {
    guard size > 0 else { return ("", false) }
    let start = max(0, size - ActionFolder.tail)
    guard let bytes = FileBytes.read(descriptor, from: start, count: size - start) else {
      throw failure(errno, "read", file)
    }
    let isCut = bytes.last != UInt8(ascii: "\n")
    var lines = bytes.split(separator: UInt8(ascii: "\n"))
    // The first of them began before the part that was read.
    if start > 0 { lines.removeFirst() }
    for line in lines.reversed() {
      do throws(EventLine.Fault) {
        return (try EventLine(line).hash, isCut)
      } catch {
        switch error {
        case .later(let version):
          throw WriteFailure(
            message: "nothing was written: \(file) is of version \(version); install the latest sitrep")
        // The next line is expected to continue from what this line states about itself.
        case .changed: if let hash = FlatObject(line)?["hash"] { return (hash, isCut) }
        case .unreadable, .unchecked: break
        }
      }
    }
    // A crash leaves nothing but one cut-off line; anything else belongs to another program.
    if start == 0, lines.count <= 1, isCut, lines.first?.starts(with: Array("{\"sitrep\"".utf8)) ?? true {
      return ("", true)
    }
    throw WriteFailure(
      message: "nothing was written: \(file) is not a file of actions; move it away, then try again")
  }

  /// Writes a whole line or nothing.
  private func append(_ line: [UInt8], to descriptor: Int32, size: Int, _ file: String) throws(WriteFailure) {
    var done = 0
    while done < line.count {
      let count = line[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = count < 0 ? errno : ENOSPC
        // The part that was written belongs to this program, and nobody else has written since, because they wait.
        ftruncate(descriptor, off_t(size))
        throw failure(code, "written", file)
      }
      done += count
    }
    guard fsync(descriptor) == 0 else {
      let code = errno
      ftruncate(descriptor, off_t(size))
      throw failure(code, "written", file)
    }
  }

  /// Makes the disk store the name of a new file as well.
  private func syncFolder() {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func failure(_ code: Int32, _ done: String, _ file: String) -> WriteFailure {
    let advice =
      switch code {
      case ENOENT: "make the folder (mkdir \"\(path)\"), or connect the share it is on"
      case EACCES, EPERM, EROFS: "ask for permission to write there: ls -ld \"\(path)\""
      case ENOSPC, EDQUOT: "make room on that disk, then try again"
      default: "try again"
      }
    return WriteFailure(
      message: "nothing was written: \(file) cannot be \(done): \(String(cString: strerror(code))); \(advice)")
  }
}

import Actions
import Feeds
import Glibc
import Metrics
import Reports

/// What tells the files behind a board from every other version of them: their length, when they were written, and their
/// SHA-256.
enum FileOrigins {
  /// The files of a board that has just been read.
  static func all(of loaded: Loaded, setup: CommandSetup, program: String) -> Provenance {
    var known: [String: ReportedFile] = [:]
    let files = loaded.files.map { file in
      let found = known[file.path] ?? reported(file)
      known[file.path] = found
      return found
    }
    let settings = FeedContents(paths: setup.feed.paths).settings.flatMap(settings)
    return Provenance(
      files: files, others: [settings].compactMap { $0 },
      made: setup.clock.moment(of: loaded.board.healthSystem), program: program)
  }

  /// A file whose digest is that of the version that was read: one that has changed since has none.
  private static func reported(_ file: FoundFile) -> ReportedFile {
    let read = file.hasChanged ? nil : digest(of: file.path)
    // It may have changed while it was read.
    let hasChanged = file.hasChanged
    return ReportedFile(
      name: name(of: file), digest: hasChanged ? nil : read,
      remark: hasChanged
        ? "the file has changed since it was read, so that its SHA-256 is not known"
        : read == nil ? reason : "",
      size: file.size, written: BoardClock.moment(ofSecond: Int64(file.identity.modified)))
  }

  private static func settings(_ path: String) -> ReportedFile? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let read = digest(of: path)
    return ReportedFile(
      name: path.split(separator: "/").last.map(String.init) ?? path, digest: read, remark: read == nil ? reason : "",
      size: Int(status.st_size), written: BoardClock.moment(ofSecond: Int64(status.st_mtim.tv_sec)))
  }

  private static var reason: String {
    SHA256.isInstalled
      ? "the file could not be read again, so that its SHA-256 is not known" : "install libssl3 to see its SHA-256"
  }

  /// The name of the file on the disk: of a member of a zip or a sheet, that of the zip or workbook.
  private static func name(of file: FoundFile) -> String {
    file.isPacked ? file.path.split(separator: "/").last.map(String.init) ?? file.name : file.name
  }

  private static func digest(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return SHA256.hex { add in
      var block = [UInt8](repeating: 0, count: 1 << 20)
      while true {
        let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return count == 0 }
        block.withUnsafeBytes { add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      }
    }
  }
}

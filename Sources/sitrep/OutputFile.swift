import Glibc

/// A file that a command writes: whole and in one step, or not at all.
enum OutputFile {
  /// The name that stands for standard output.
  static let standardOutput = "-"

  /// Writes a text to the file of a name, or to standard output.
  static func write(_ text: String, to name: String) throws(ExitReason) {
    if name == standardOutput { return Output.print(text) }
    try replace(name) { draft in
      let descriptor = open(draft, O_WRONLY | O_TRUNC | O_CLOEXEC)
      guard descriptor >= 0 else { return errno }
      defer { close(descriptor) }
      return Output.write(text + "\n", to: descriptor) ? 0 : errno
    }
  }

  /// Has a file written under another name beside its own, and puts it in the place of the old one when it is whole and on
  /// the disk. What is no plain file, such as a pipe, is written to as it is.
  ///
  /// - Parameter writing: writes to a path; 0, or the number of the error.
  static func replace(_ name: String, by writing: (String) -> Int32) throws(ExitReason) {
    // A link stays one: what it leads to is replaced.
    let path = followed(name)
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let code = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : writing(path)
      guard code == 0 else { throw .fileFailed(path: name, code: code) }
      return
    }
    let (folder, file) = parts(of: path)
    let draft = "\(folder)/.\(file).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw .fileFailed(path: name, code: errno) }
    close(descriptor)
    let code = finished(draft, path, folder, by: writing)
    guard code == 0 else {
      unlink(draft)
      throw .fileFailed(path: name, code: code)
    }
  }

  private static func finished(_ draft: String, _ path: String, _ folder: String, by writing: (String) -> Int32)
    -> Int32
  {
    let code = writing(draft)
    guard code == 0 else { return code }
    // Only a file that is on the disk takes the place of the old one.
    guard let failure = synced(draft, O_RDWR), failure == 0 else { return errno }
    guard rename(draft, path) == 0 else { return errno }
    _ = synced(folder, O_RDONLY)
    return 0
  }

  private static func synced(_ path: String, _ mode: Int32) -> Int32? {
    let descriptor = open(path, mode | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return fsync(descriptor)
  }

  private static func followed(_ name: String) -> String {
    guard let real = realpath(name, nil) else { return name }
    defer { free(real) }
    return String(cString: real)
  }

  /// The folder a file is in, and its name there.
  private static func parts(of path: String) -> (folder: String, file: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
  }
}

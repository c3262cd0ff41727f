import CLinux
import Glibc

/// What distinguishes one version of a file from the next, and a file from a folder.
public struct FileIdentity: Hashable, Sendable {
  /// What is at a path.
  enum Kind: Hashable, Sendable {
    case file, folder
    /// A pipe, a device or a socket, which does not end.
    case other
  }

  /// Its device, and its number on that device.
  let device: UInt64, inode: UInt64
  /// When it was last written, in nanoseconds since 1970.
  let modifiedNanoseconds: Int64
  /// Its length in bytes.
  let size: Int64
  /// What it is.
  let kind: Kind

  /// When it was last written, in seconds since 1970.
  public var modified: Int { Int(modifiedNanoseconds / 1_000_000_000) }

  /// What is at a path now; links are followed.
  init(path: String) throws(SystemFailure) {
    var found = clinux_identity()
    let code = clinux_identify(PathBytes.terminated(path), &found)
    guard code == 0 else { throw SystemFailure(code: code) }
    device = found.device
    inode = found.inode
    modifiedNanoseconds = found.modified_nanoseconds
    size = found.size
    kind = found.is_regular != 0 ? .file : found.is_directory != 0 ? .folder : .other
  }
}

/// Why the operating system refused something.
struct SystemFailure: Error, Hashable {
  /// The error number.
  let code: Int32

  /// Whether there is nothing at the path.
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// The operating system's own words: `Permission denied`.
  var words: String { String(cString: strerror(code)) }
}

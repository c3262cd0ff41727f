import Glibc
import Warehouse

/// The password of a connection, read from its location by the process that needs it and no other.
enum Secret {
  /// The password; `nil` where the connection has none.
  static func read(_ password: WarehouseConnection.Password) throws(FetchFailure) -> String? {
    switch password {
    case .none: return nil
    case .file(let path): return try file(path)
    case .environment(let name):
      guard let value = getenv(name), value.pointee != 0 else { throw .passwordVariable(name) }
      let secret = String(cString: value)
      // The driver has no need to find it there as well.
      unsetenv(name)
      return secret
    }
  }

  /// The first line of a file that only its owner can read.
  private static func file(_ path: String) throws(FetchFailure) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      let reason = errno == ELOOP ? "it is a symbolic link" : String(cString: strerror(errno)).lowercased()
      throw .passwordFile(path, reason: reason)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .passwordFile(path, reason: "it cannot be looked at") }
    if status.st_mode & S_IFMT != S_IFREG { throw .passwordFile(path, reason: "it is no regular file") }
    if status.st_uid != geteuid() { throw .passwordFile(path, reason: "it belongs to another user") }
    if status.st_mode & 0o077 != 0 { throw .passwordFile(path, reason: "other users may read it") }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    let line = bytes.prefix(max(0, count)).prefix { $0 != 10 && $0 != 13 }
    guard !line.isEmpty else { throw .passwordFile(path, reason: "it is empty") }
    return String(decoding: line, as: UTF8.self)
  }
}

import Glibc

/// The listing of a folder: the names in it, sorted.
enum Folder {
  /// The names in a folder in alphabetical order, without hidden ones.
  static func names(_ path: String) throws(SystemFailure) -> [String] {
    guard let stream = opendir(PathBytes.terminated(path)) else { throw SystemFailure(code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { PathBytes.text($0.prefix { $0 != 0 }) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// A path on one line: control characters are written out.
  static func escaped(_ path: String) -> String {
    // Nearly every path has nothing but ASCII, and is not looked at one by one.
    if path.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return path }
    return path.unicodeScalars.reduce(into: "") { text, scalar in
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      text += isControl ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
    }
  }

  /// The path of a name in a folder.
  static func path(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder that a path is in: `.` for a bare name.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? Substring(path))
  }
}

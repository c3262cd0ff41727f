import Glibc

/// The versions of files that were doubted and accepted by the user, in the user's state folder: one on each line.
/// Every board of the user reads them, so that a version that comes back is not doubted again.
enum AcceptedVersions {
  /// The name of the file in the state folder.
  private static let name = "accepted"
  /// Beyond this length, the older half is dropped.
  private static let most = 64 << 10

  private static var path: String? { UserFolders.state.map { "\($0)/\(name)" } }

  /// Whether a version has been accepted.
  static func contain(_ version: String) -> Bool { lines.contains { $0 == version } }

  /// Records a version; where it cannot be written, it still holds for the board that accepted it.
  static func add(_ version: String) {
    guard let path, !contain(version) else { return }
    let known = lines
    let isLong = known.reduce(0) { $0 + $1.utf8.count + 1 } > most
    let kept = isLong ? known.suffix(known.count / 2) : known[...]
    SmallFile.replace(path, with: (kept.map(String.init) + [version]).joined(separator: "\n") + "\n")
  }

  private static var lines: [Substring] {
    let bytes = path.flatMap(SmallFile.bytes) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}

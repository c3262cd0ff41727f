import Metrics

/// Problems with a container, or with a member of it, in words.
extension FeedFault {
  /// The fault as a problem; `nil` where it is not one of containers.
  ///
  /// - Parameter path: the path of the container.
  func containerProblem(of name: String, at path: String) -> Problem? {
    switch self {
    case .damaged(let words):
      Problem(
        .error, file: name, "is damaged: \(words.lowercased()); none of it is used", expected: "a whole file",
        fix: "download the file again")
    case .encrypted:
      Problem(
        .error, file: name, "is encrypted, and is not read", expected: "a file without a password",
        fix: "unpack it with its password, and put the CSV into the folder")
    case .unknownPacking(let method):
      Problem(
        .error, file: name, "is packed by method \(method), which is not read", expected: "deflate or store",
        fix: "unpack it, or pack it again as a plain zip")
    case .unpacksBeyond(let limit):
      Problem(
        .error, file: name, "unpacks to more than \(FeedFault.size(limit)); none of it is used",
        expected: "at most \(FeedFault.size(limit))", fix: "unpack it, and check its contents before you name it")
    case .tooManyMembers(let count, let limit):
      Problem(
        .error, file: name, "contains \(Ratio(count).text(places: 0)) files; none of them is read",
        expected: "at most \(Ratio(limit).text(places: 0))", fix: "unpack it, and name the folder")
    case .noMembers:
      Problem(
        .error, file: name, "is a zip with nothing in it", expected: "CSV files", fix: "download the file again")
    case .leadsOut:
      Problem(
        .error, file: name, "has a name that leads out of its folder, and is not read",
        expected: "a name without a leading / and without ..", fix: "ask whoever packed it; pack the CSV again")
    case .packedTwice:
      Problem(
        .warning, file: name, "is packed inside a zip, and is not read", expected: "a CSV",
        fix: "unpack the outer one: unzip \"\(path)\"")
    case .settingsInside:
      Problem(
        .warning, file: name, "is a system.toml inside a zip, and is not used", expected: "one beside the zip",
        fix: "take it out: unzip \"\(path)\" system.toml")
    case .notCSV:
      Problem(
        .warning, file: name, "is not read: it is not a CSV", expected: "a CSV", fix: "nothing, if it has no figures")
    case .noLibrary(let library):
      Problem(
        .error, file: name, "cannot be opened: \(library) is not installed", expected: "\(library), which reads zips",
        fix: "install \(library), or unpack it: unzip \"\(path)\"")
    default: nil
    }
  }

  /// Bytes in the largest unit that divides them.
  private static func size(_ bytes: UInt64) -> String {
    let units = ["bytes", "KB", "MB", "GB"]
    var (size, unit) = (bytes, 0)
    while unit < units.count - 1, size >= 1024, size % 1024 == 0 { (size, unit) = (size / 1024, unit + 1) }
    return "\(size) \(units[unit])"
  }
}

import Feeds
import Glibc
import Metrics
import Settings
import Warehouse

/// The sources of a board: those of a `sources.toml` that is given, set, or found in the user's or the machine's
/// settings folder. One among the extracts is never read, because whoever can write there must not make a board connect
/// anywhere.
struct SourceShelf {
  /// The file's name.
  static let fileName = "sources.toml"

  /// The sources.
  private(set) var sources: [FeedSource] = []
  /// The problems in the file.
  private(set) var problems: [Problem] = []
  /// The file; `nil` where there is none.
  private(set) var file: String?
  /// The `system.toml` beside it, which describes the system of a board without a folder.
  private(set) var system: String?

  /// - Parameters:
  ///   - named: `--sources`.
  ///   - opensPaths: whether paths are given: a folder that is opened by name is shown alone.
  init(named: String?, opensPaths: Bool) throws(ExitReason) {
    if let named {
      try open(UserFolders.expanded(named))
    } else if !opensPaths {
      if let settled = try UserSettings().settled.sources {
        try open(UserFolders.expanded(settled))
      } else if let found = SourceShelf.places.first(where: { access($0, F_OK) == 0 }) {
        try open(found)
      }
    }
  }

  /// Where the file is looked for when it is not given, the user's own folder first.
  private static var places: [String] {
    let machine = Places.environment("XDG_CONFIG_DIRS").flatMap { $0.isEmpty ? nil : $0 } ?? "/etc/xdg"
    let folders =
      [UserFolders.configuration].compactMap { $0 } + machine.split(separator: ":").map { "\($0)/sitrep" } + [
        "/etc/sitrep"
      ]
    return folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(fileName)" }
  }

  private mutating func open(_ path: String) throws(ExitReason) {
    guard let bytes = SmallFile.bytes(path) else {
      throw .nothingLoaded(
        [
          Problem(
            .error, file: path, "there is no such file, or it cannot be read", expected: "a sources.toml",
            fix: "check the spelling: ls \"\(path)\"")
        ], advice: "")
    }
    file = path
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let read = SourcesFile.read(bytes, fileName: path) { name in
      SmallFile.bytes(SourceShelf.path(name, in: folder)).map { String(decoding: $0, as: UTF8.self) }
    }
    problems = read.problems
    let (helper, cache) = (Installation.fetchProgram, UserFolders.results)
    sources = read.sources.map { source in
      var source = source
      if case .file(let name) = source.connection.password {
        source.connection.password = .file(SourceShelf.path(name, in: folder))
      }
      return FeedSource(source, helper: helper, cache: cache)
    }
    let beside = "\(folder)/system.toml"
    if access(beside, R_OK) == 0 { system = beside }
  }

  /// A path in `sources.toml`, which is relative to its own folder.
  private static func path(_ name: String, in folder: String) -> String {
    let expanded = UserFolders.expanded(name)
    return expanded.hasPrefix("/") ? expanded : "\(folder)/\(expanded)"
  }
}

import CLinux
import Feeds
import Glibc

/// Where extracts are looked for when no path is given.
enum Places {
  /// The word for the demonstration among paths; a folder of that name is `./demo`.
  static let demonstration = "demo"

  /// The paths to open: those given, otherwise the folder in the settings, otherwise the current folder if it has
  /// extracts.
  ///
  /// - Parameters:
  ///   - sources: the database sources.
  ///   - isAlone: whether sources were given and no path was: the board then consists of them.
  static func paths(named: [String], with sources: SourceShelf, isAlone: Bool) throws(ExitReason) -> [String] {
    if !named.isEmpty { return try named.map(path) }
    // A board of sources needs no folder; the folder in the settings belongs with the sources in the settings.
    if !sources.sources.isEmpty || !sources.problems.isEmpty {
      let settled = isAlone ? nil : try UserSettings().settled.folder
      return settled.map { [UserFolders.expanded($0)] } ?? [sources.system].compactMap { $0 }
    }
    if let folder = try UserSettings().settled.folder { return [UserFolders.expanded(folder)] }
    if holdsExtracts(".") { return ["."] }
    throw .nothingLoaded([], advice: advice)
  }

  private static func path(_ named: String) throws(ExitReason) -> String {
    guard named == demonstration else { return PathBytes.text(typed: named) }
    guard let folder = Installation.demonstration else {
      throw .nothingLoaded(
        [], advice: "sitrep: the demonstration is not beside the program; make install puts it there")
    }
    return folder
  }

  /// Whether a board can be opened without a path.
  static func canOpenWithoutPath() throws(ExitReason) -> Bool {
    if try UserSettings().settled.folder != nil || holdsExtracts(".") { return true }
    return try !SourceShelf(named: nil, opensPaths: false).sources.isEmpty
  }

  private static func holdsExtracts(_ path: String) -> Bool {
    let contents = FeedContents(paths: [path])
    return !contents.files.isEmpty || contents.settings != nil
  }

  /// A variable of the environment.
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Whether the locale says that the terminal takes UTF-8.
  static var writesUTF8: Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment($0) }.first { !$0.isEmpty } ?? ""
    let name = locale.uppercased()
    return name.contains("UTF-8") || name.contains("UTF8")
  }

  /// What to type when no path was given and the current folder has no extracts.
  static var advice: String {
    let lines = [
      ("sitrep FOLDER", "opens a folder of CSV extracts"),
      ("sitrep --sources FILE", "opens the sources in databases that a sources.toml describes"),
      ("SITREP_FOLDER=FOLDER sitrep", "opens it without naming it each time"),
      ("sitrep demo", "opens the demonstration, a fictional system"),
      ("sitrep --help", "says what else there is"),
    ]
    let width = lines.map { $0.0.count }.max() ?? 0
    return "sitrep: there are no extracts in this folder, and no other was named. Type one of"
      + lines.map { "\n  \($0.0)\(String(repeating: " ", count: width + 3 - $0.0.count))\($0.1)" }.joined()
  }
}

import CLinux
import Feeds
import Glibc

/// Where extracts are looked for when no path is named, and where the demonstration is.
enum Places {
  /// The paths to open: those named, else `$SITREP_FOLDER`, else the current folder if it holds extracts.
  static func paths(named: [String]) throws(Ending) -> [String] {
    if !named.isEmpty { return named }
    if let folder = environment("SITREP_FOLDER"), !folder.isEmpty { return [folder] }
    if holdsExtracts(".") { return ["."] }
    throw .nothingLoaded([], advice: advice)
  }

  /// Whether a board could be opened without naming a path.
  static var canOpenWithoutPath: Bool { environment("SITREP_FOLDER")?.isEmpty == false || holdsExtracts(".") }

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

  /// What to type when nothing was named and nothing is here.
  static var advice: String {
    let demonstration = demonstrationFolder.map { "sitrep \($0)" } ?? "make run"
    let lines = [
      ("sitrep FOLDER", "opens a folder of CSV extracts"),
      ("SITREP_FOLDER=FOLDER sitrep", "opens it without naming it each time"),
      (demonstration, "opens the demonstration, a fictional system"),
      ("sitrep --help", "says what else there is"),
    ]
    let width = lines.map { $0.0.count }.max() ?? 0
    return "sitrep: there are no extracts in this folder, and no other was named. Type one of"
      + lines.map { "\n  \($0.0)\(String(repeating: " ", count: width + 3 - $0.0.count))\($0.1)" }.joined()
  }

  /// The demonstration beside the project's binary, or in the current folder.
  private static var demonstrationFolder: String? {
    var folder = executableFolder
    var candidates = ["Fixtures/demo"]
    while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
      candidates.append(folder + "/Fixtures/demo")
      folder = String(folder[..<slash])
    }
    return candidates.first(where: holdsExtracts)
  }

  private static var executableFolder: String {
    guard let real = realpath("/proc/self/exe", nil) else { return "" }
    defer { free(real) }
    let path = String(cString: real)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}

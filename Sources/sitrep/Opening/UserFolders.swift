import Glibc

/// The user's own folders for this program, as the XDG base directory specification places them.
enum UserFolders {
  /// What the user sets: `config.toml` and `themes`; `nil` where there is no home folder.
  static var configuration: String? { folder("XDG_CONFIG_HOME", ".config") }
  /// What the program remembers.
  static var state: String? { folder("XDG_STATE_HOME", ".local/state") }

  /// Results fetched from databases, whose figures a password protects there.
  static var results: String {
    let folder = folder("XDG_CACHE_HOME", ".cache") ?? Places.environment("XDG_RUNTIME_DIR").map { $0 + "/sitrep" }
    return (folder ?? "/nonexistent/sitrep") + "/warehouse"
  }

  /// What files contributed when they were last read; `nil` where there is no home folder.
  static var readings: String? { folder("XDG_CACHE_HOME", ".cache").map { $0 + "/readings" } }

  /// A relative path in a variable is ignored, as the specification requires.
  private static func folder(_ variable: String, _ home: String) -> String? {
    if let named = Places.environment(variable), named.hasPrefix("/") { return named + "/sitrep" }
    guard let own = Places.environment("HOME"), own.hasPrefix("/") else { return nil }
    return "\(own)/\(home)/sitrep"
  }

  /// A path with `~/` replaced by the home folder.
  static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Places.environment("HOME") else { return path }
    return home + path.dropFirst(1)
  }
}

import Dashboard
import Glibc
import Metrics
import Screen
import Settings

/// The available themes: files in the user's folder and in the installation's, found by name, and built-in ones.
///
/// It is used on the main thread only.
final class ThemeShelf {
  /// A theme, or the reason why there is none.
  struct Choice {
    /// The theme; `nil` where its file is not one.
    var theme: Theme?
    /// The problems in its file.
    var problems: [Problem]
  }

  /// The names of all themes, in the order in which `T` cycles through them.
  private(set) var names: [String] = Theme.builtIn.map(\.name)
  /// The first theme of the board.
  private(set) var first = Theme.standard
  /// The problems in the files read so far, as they are now, and with the theme that was requested.
  var problems: [Problem] { missing + faults.keys.sorted().flatMap { faults[$0] ?? [] } }
  /// The paths to watch: the files that themes in use may come from, that of the first theme, all of the user's files,
  /// and the user's folder, where new ones may appear.
  var files: [String] {
    let all = own.flatMap { folder in ThemeShelf.names(in: folder).map { "\(folder)/\($0).toml" } }
    return Set(all + own.compactMap(ThemeShelf.watchedFolder) + [file].compactMap { $0 }).sorted()
  }

  /// The user's folder, otherwise the one that it would be made in: a folder that does not exist cannot be watched.
  private static func watchedFolder(_ folder: String) -> String? {
    let above = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    return [folder, above].first { !$0.isEmpty && access($0, F_OK) == 0 }
  }

  /// The user's folder, and all folders in order of precedence.
  private let own: [String], folders: [String]
  private var named: String?
  private var file: String?
  /// The problems with the requested theme of a settings file, and with each theme's file.
  private var missing: [Problem] = [], faults: [String: [Problem]] = [:]

  /// - Parameters:
  ///   - wanted: a name or a file.
  ///   - settings: the file that requested it, if one did: a wrong name is then a problem and not wrong usage.
  init(wanted: String?, in settings: String? = nil) throws(ExitReason) {
    own = UserFolders.configuration.map { [$0 + "/themes"] } ?? []
    folders = own + Installation.themes
    lookAgain()
    guard let choice = choose(wanted ?? Theme.standard.name) else {
      let problem = "no theme is called \"\(Glyph.sanitised(wanted ?? ""))\""
      let expected = names.joined(separator: ", ") + ", or a theme's file"
      guard let settings else { throw .wrongUsage("\(problem); expected \(expected)") }
      missing = [Problem(.error, file: settings, problem, expected: expected, fix: "correct the theme, or remove it")]
      return
    }
    guard let theme = choice.theme else {
      if settings == nil, wanted != nil { throw .nothingLoaded(choice.problems, advice: "") }
      return
    }
    first = theme
    if wanted != theme.name { named = wanted }
    lookAgain()
  }

  /// The theme with a name, or in a file of its own, as the file is now; `nil` where there is none.
  func choose(_ name: String) -> Choice? {
    // The name that `T` returns to is that of the file given at the start.
    let wanted = named.flatMap { $0.hasSuffix("/\(name).toml") || $0 == "\(name).toml" ? $0 : nil } ?? name
    let places = wanted.contains("/") || wanted.contains(".") ? [UserFolders.expanded(wanted)] : []
    // The installed copies of the built-in themes are there to be copied: reading one would give the same theme, and
    // take a third of the time to the first picture.
    let searched = Theme.named(wanted) == nil ? folders : own
    for path in places + searched.map({ "\($0)/\(wanted).toml" }) {
      guard let choice = read(path) else { continue }
      return choice
    }
    return Theme.named(wanted).map { Choice(theme: $0, problems: []) }
  }

  /// Lists the themes again.
  private func lookAgain() {
    let builtIn = Theme.builtIn.map(\.name)
    let found = Set(folders.flatMap(ThemeShelf.names(in:)))
    names = builtIn + found.subtracting(builtIn).sorted()
    // A theme given as a file of its own is in no folder.
    if !names.contains(first.name) { names.append(first.name) }
    faults = faults.filter { access($0.key, F_OK) == 0 }
  }

  /// A theme whose file was saved again, and the message about it; one that is not a theme any more stays as it was.
  /// For the folder of themes, which of them have appeared or gone; `nil` where there is nothing to report.
  func reread(_ path: String, _ bytes: [UInt8]?) -> (theme: Theme?, words: String?) {
    let before = names
    lookAgain()
    let came = names.filter { !before.contains($0) }.map { "theme \($0) was found" }
    let went = before.filter { !names.contains($0) }.map { "theme \($0) is gone" }
    let moved = (came + went).joined(separator: "; ")
    if !path.hasSuffix(".toml") || bytes == nil && !went.isEmpty { return (nil, moved.isEmpty ? nil : moved) }
    guard let bytes, !bytes.isEmpty else { return (nil, "the theme stays as it was: its file cannot be read") }
    let read = ThemeSettings.read(bytes, fileName: path)
    faults[path] = read.problems
    let problem = ThemeShelf.words(read.problems)
    guard let theme = read.theme else { return (nil, "the theme stays as it was: \(problem ?? path)") }
    return (theme, problem.map { "the theme was read again: \($0)" } ?? "")
  }

  /// The first of some problems on one line, and how many more there are; `nil` for none.
  static func words(_ problems: [Problem]) -> String? {
    guard var first = problems.first else { return nil }
    // The folder would leave no room for the problem.
    first.file = first.file.split(separator: "/").last.map(String.init) ?? first.file
    let more = problems.count == 1 ? "" : "; ! shows \(problems.count - 1) more"
    return "\(first.place): \(first.message)\(more)"
  }

  private func read(_ path: String) -> Choice? {
    guard let bytes = SmallFile.bytes(path) else { return nil }
    if file == nil { file = path }
    let read = ThemeSettings.read(bytes, fileName: path)
    faults[path] = read.problems
    return Choice(theme: read.theme, problems: read.problems)
  }

  /// The names of the themes in a folder.
  private static func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      // A name is shown, typed and completed, so it must be a plain word.
      guard name.hasSuffix(".toml"), !name.hasPrefix("."), name.utf8.count > 5,
        name.allSatisfy({ $0.isASCII && !$0.isWhitespace && Glyph.sanitised(String($0)) == String($0) })
      else { continue }
      names.append(String(name.dropLast(5)))
    }
    return names
  }
}

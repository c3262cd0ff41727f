import Dashboard
import Glibc
import Metrics
import Screen
import Settings

/// The themes there are: files in the user's folder and the installation's, found by name, and those built in.
///
/// Only the main thread uses it.
final class ThemeShelf {
  /// A theme, or why there is none.
  struct Choice {
    /// The theme; `nil` where its file is none.
    var theme: Theme?
    /// What is wrong with its file.
    var problems: [Problem]
  }

  /// Every theme's name, in the order `T` goes through them.
  private(set) var names: [String] = Theme.builtIn.map(\.name)
  /// The one to begin with.
  private(set) var first = Theme.standard
  /// What is wrong in its file.
  private(set) var problems: [Problem] = []
  /// The files that themes in use may come from, to be kept an eye on: that of the first, and all of the user's.
  var files: [String] {
    let all = own.flatMap { folder in ThemeShelf.names(in: folder).map { "\(folder)/\($0).toml" } }
    return Set(all + [file].compactMap { $0 }).sorted()
  }

  /// The user's folder, and all of them, the one that counts first in front.
  private let own: [String], folders: [String]
  private var named: String?
  private var file: String?

  /// - Parameters:
  ///   - wanted: a name or a file.
  ///   - settings: where it was asked for, if that was a file: a wrong one is a problem then, and no wrong usage.
  init(wanted: String?, in settings: String? = nil) throws(Ending) {
    own = UserFolders.configuration.map { [$0 + "/themes"] } ?? []
    folders = own + Installation.themes
    let found = Set(folders.flatMap(ThemeShelf.names(in:)))
    names += found.subtracting(names).sorted()
    guard let choice = choose(wanted ?? Theme.standard.name) else {
      let problem = "no theme is called \"\(Glyph.sanitised(wanted ?? ""))\""
      let expected = names.joined(separator: ", ") + ", or a theme's file"
      guard let settings else { throw .wrongUsage("\(problem); expected \(expected)") }
      problems = [Problem(.error, file: settings, problem, expected: expected, fix: "correct the theme, or remove it")]
      return
    }
    problems = choice.problems
    guard let theme = choice.theme else {
      if settings == nil, wanted != nil { throw .nothingLoaded(choice.problems, advice: "") }
      return
    }
    first = theme
    if !names.contains(theme.name) { names.append(theme.name) }
    if wanted != theme.name { named = wanted }
  }

  /// The theme of a name, or in a file of its own, as the file is now; `nil` where there is none.
  func choose(_ name: String) -> Choice? {
    // The name that `T` comes back to is that of the file given at the start.
    let wanted = named.flatMap { $0.hasSuffix("/\(name).toml") || $0 == "\(name).toml" ? $0 : nil } ?? name
    let places = wanted.contains("/") || wanted.contains(".") ? [UserFolders.expanded(wanted)] : []
    // What the installation has of the built-in themes is there to be copied: reading it would say the same, and take
    // a third of the time to the first picture.
    let searched = Theme.named(wanted) == nil ? folders : own
    for path in places + searched.map({ "\($0)/\(wanted).toml" }) {
      guard let choice = read(path) else { continue }
      return choice
    }
    return Theme.named(wanted).map { Choice(theme: $0, problems: []) }
  }

  /// A theme whose file has been saved again, and what there is to say of it; one that is no theme any more stays as
  /// it was.
  func reread(_ path: String, _ bytes: [UInt8]?) -> (theme: Theme?, words: String) {
    guard let bytes, !bytes.isEmpty else { return (nil, "the theme stays as it was: its file cannot be read") }
    // The folder would leave no room for what is wrong.
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let read = ThemeSettings.read(bytes, fileName: path)
    let problem = read.problems.first.map { problem in
      var short = problem
      short.file = name
      return "\(short.place): \(problem.message)"
    }
    guard let theme = read.theme else { return (nil, "the theme stays as it was: \(problem ?? name)") }
    return (theme, problem.map { "the theme was read again: \($0)" } ?? "")
  }

  private func read(_ path: String) -> Choice? {
    guard let bytes = SmallFile.bytes(path) else { return nil }
    if file == nil { file = path }
    let read = ThemeSettings.read(bytes, fileName: path)
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
      // A name is shown, typed and completed, so it is a plain word.
      guard name.hasSuffix(".toml"), !name.hasPrefix("."), name.utf8.count > 5,
        name.allSatisfy({ $0.isASCII && !$0.isWhitespace && Glyph.sanitised(String($0)) == String($0) })
      else { continue }
      names.append(String(name.dropLast(5)))
    }
    return names
  }
}

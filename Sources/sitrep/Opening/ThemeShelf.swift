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
  /// What is wrong in the files that have been read, as they are now, and with the theme that was asked for.
  var problems: [Problem] { missing + faults.keys.sorted().flatMap { faults[$0] ?? [] } }
  /// What is to be kept an eye on: the files that themes in use may come from, that of the first and all of the user's,
  /// and the user's folder, where others may appear.
  var files: [String] {
    let all = own.flatMap { folder in ThemeShelf.names(in: folder).map { "\(folder)/\($0).toml" } }
    return Set(all + own.compactMap(ThemeShelf.watchedFolder) + [file].compactMap { $0 }).sorted()
  }

  /// The user's folder, else the one it would be made in: what is not there gives no notice.
  private static func watchedFolder(_ folder: String) -> String? {
    let above = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    return [folder, above].first { !$0.isEmpty && access($0, F_OK) == 0 }
  }

  /// The user's folder, and all of them, the one that counts first in front.
  private let own: [String], folders: [String]
  private var named: String?
  private var file: String?
  /// What is wrong with the theme asked for in a file, and in each theme's file.
  private var missing: [Problem] = [], faults: [String: [Problem]] = [:]

  /// - Parameters:
  ///   - wanted: a name or a file.
  ///   - settings: where it was asked for, if that was a file: a wrong one is a problem then, and no wrong usage.
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

  /// Looks which themes there are now.
  private func lookAgain() {
    let builtIn = Theme.builtIn.map(\.name)
    let found = Set(folders.flatMap(ThemeShelf.names(in:)))
    names = builtIn + found.subtracting(builtIn).sorted()
    // The one given as a file of its own stands in no folder.
    if !names.contains(first.name) { names.append(first.name) }
    faults = faults.filter { access($0.key, F_OK) == 0 }
  }

  /// A theme whose file has been saved again, and what there is to say of that; one that is no theme any more stays as it
  /// was. Of the folder of themes, which of them have come or gone; `nil` where there is nothing to say.
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

  /// The first of some problems in a line, and how many more there are; `nil` of none.
  static func words(_ problems: [Problem]) -> String? {
    guard var first = problems.first else { return nil }
    // The folder would leave no room for what is wrong.
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
      // A name is shown, typed and completed, so it is a plain word.
      guard name.hasSuffix(".toml"), !name.hasPrefix("."), name.utf8.count > 5,
        name.allSatisfy({ $0.isASCII && !$0.isWhitespace && Glyph.sanitised(String($0)) == String($0) })
      else { continue }
      names.append(String(name.dropLast(5)))
    }
    return names
  }
}

import Dashboard
import Glibc
import Metrics
import Screen
import Settings

/// The themes there are: the built-in ones, and one from a file.
struct ThemeShelf {
  /// Every theme, in the order `T` goes through them.
  private(set) var themes = Theme.builtIn
  /// The one to begin with.
  private(set) var first = Theme.standard
  /// What is wrong in a theme's file.
  private(set) var problems: [Problem] = []

  /// - Parameter wanted: `--theme`, a name or a file.
  init(wanted: String?) throws(Ending) {
    guard let wanted else { return }
    if let named = Theme.named(wanted) {
      first = named
      return
    }
    guard let bytes = ThemeShelf.contents(wanted) else {
      let names = themes.map(\.name).joined(separator: ", ")
      throw .wrongUsage("no theme is called \"\(Glyph.sanitised(wanted))\"; expected \(names), or a theme's file")
    }
    let read = ThemeSettings.read(bytes, fileName: wanted)
    problems = read.problems
    guard let theme = read.theme else { throw .nothingLoaded(read.problems, advice: "") }
    first = theme
    themes.append(theme)
  }

  /// The theme of a name.
  subscript(name: String) -> Theme? { themes.first { $0.name == name } }
  /// Their names.
  var names: [String] { themes.map(\.name) }

  private static func contents(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &bytes, bytes.count)
    return count >= 0 ? Array(bytes.prefix(count)) : nil
  }
}
